import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }
}

/// The program under test as a process of its own.
final class RunningHouse {
  let port: Int
  private let process = Process()
  private let log: URL
  private let folder: TemporaryFolder

  init(
    folder: TemporaryFolder? = nil, isSample: Bool = true, once: Bool = false, port: Int? = nil
  ) throws {
    let folder = try folder ?? TemporaryFolder()
    self.folder = folder
    self.port = port ?? Int.random(in: 20_000..<28_000)
    log = folder.url.appending(path: "log-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.executableURL = try Self.binary()
    var arguments = [
      "run", "--library", folder.url.appending(path: "library.sqlite").path,
      "--listen", "127.0.0.1:\(self.port)",
    ]
    if isSample { arguments += ["--sample", "--sample-port", "\(folder.samplePort)"] }
    if once { arguments.append("--once") }
    process.arguments = arguments
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
  }

  deinit { stop() }

  /// The program lies beside the test bundle.
  static func binary() throws -> URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    var folder = bundle
    for _ in 0..<4 {
      let binary = folder.appending(path: "presseschau")
      if FileManager.default.isExecutableFile(atPath: binary.path) { return binary }
      folder.deleteLastPathComponent()
    }
    struct Missing: Error {}
    throw Missing()
  }

  var words: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }
  var status: Int32 { process.terminationStatus }

  /// What was said until the process ended by itself.
  func output() throws -> String {
    process.waitUntilExit()
    return words
  }

  func stop() {
    guard process.isRunning else { return }
    process.interrupt()
    process.waitUntilExit()
  }

  func waitUntilServing() async throws { try await wait(for: "The paper is served") }

  func waitUntilRead() async throws { try await wait(for: "the library holds") }

  private func wait(for sign: String) async throws {
    while !words.contains(sign) {
      try #require(process.isRunning, "the program ended: \(words)")
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  func page(_ path: String) async throws -> (status: Int, text: String) {
    let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    let (data, response) = try await URLSession.shared.data(from: url)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}

extension TemporaryFolder {
  /// One port for one library, as the addresses of its articles hold it.
  var samplePort: Int { 28_000 + abs(url.path.hashValue % 4_000) }
}
