import ArgumentParser
import Fetching
import Foundation

/// What the fetcher may reach beyond the public web.
struct FetchOption: ParsableArguments {
  @Option(
    name: .customLong("allow-loopback"),
    help: "A loopback address and port that may be read, such as 127.0.0.11:8181.")
  var loopback: [String] = []

  @Option(
    name: .customLong("trust"),
    help: "A file with certificates (PEM) that are trusted beside those of the system.")
  var trusted: [String] = []

  func settings() throws -> FetchSettings {
    var settings = try FetchSettings(allowing: loopback)
    for path in trusted {
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw ValidationError("\(path): the file with certificates cannot be read.")
      }
    }
    settings.trustedCertificates = trusted
    return settings
  }
}
