import ArgumentParser
import Foundation
import Storage

/// Which library a command works on.
struct LibraryOption: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: "The library's file (default: presseschau.sqlite in your data folder).")
  var path: String?

  /// Opens the library, making it and its folder where they are missing.
  func open() throws -> Library { try Library(path: try file()) }

  /// The library's file: as named, as the settings say, or in the data folder.
  func file() throws -> String {
    if let path { return path }
    if let path = try SettingsOption.standing().text(.library) { return path }
    return try Self.folder().appending(path: "presseschau.sqlite").path
  }

  /// The demonstration's library, which is never the reader's own.
  func openSample() throws -> Library {
    if let path { return try Library(path: path) }
    return try Library(path: try Self.folder().appending(path: "sample.sqlite").path)
  }

  /// `$XDG_DATA_HOME/presseschau`, else `~/.local/share/presseschau` (XDG Base Directory 0.8).
  private static func folder() throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    let folder = URL(filePath: data, directoryHint: .isDirectory).appending(path: "presseschau")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.cannotOpen(path: folder.path, reason: "the folder cannot be made")
    }
    return folder
  }
}

/// The time now, in seconds since 1970; the one clock of the program.
func secondsNow() -> Int64 { Int64(Date().timeIntervalSince1970) }
