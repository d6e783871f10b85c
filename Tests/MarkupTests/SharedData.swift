import Foundation

/// The development data beside the repository, where there is some.
enum SharedData {
  /// A file below `shared/data`, found by walking up from this one.
  static func path(_ name: String) -> String? {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "shared/data/\(name)")
      if FileManager.default.fileExists(atPath: file.path) { return file.path }
    }
    return nil
  }

  /// The rows of a gzipped file of JSON lines.
  static func rows(_ name: String) throws -> [[String: Any]] {
    guard let path = path(name) else { return [] }
    return try unpacked(path).split(separator: 0x0A).compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }

  /// The bytes of a gzipped file.
  static func unpacked(_ path: String) throws -> Data {
    let gunzip = Process()
    gunzip.executableURL = URL(filePath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    gunzip.standardOutput = pipe
    try gunzip.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    return data
  }
}
