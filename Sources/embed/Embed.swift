import Foundation

/// `embed FOLDER OUTPUT`: every file below the folder that is no Swift file, as a `StaticString`
/// in one table ordered by path.
@main struct Embed {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
    let output = URL(filePath: CommandLine.arguments[2])
    var swift = """
      /// A file written into the binary; `path` is relative to the target's folder.
      struct EmbeddedFile: Sendable {
        let path: String
        let text: StaticString

        /// All embedded files of this target, ordered by path.
        static let all: [EmbeddedFile] = [

      """
    for path in try paths(below: folder) {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      swift += "    EmbeddedFile(path: \(literal(path)), text: \(literal(text))),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(to: output, atomically: true, encoding: .utf8)
  }

  private static func paths(below folder: URL) throws -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else { return [] }
    var isFolder: ObjCBool = false
    return walk.compactMap { $0 as? String }.filter { path in
      !path.hasSuffix(".swift")
        && FileManager.default.fileExists(
          atPath: folder.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The text as a Swift string literal.
  private static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case let control where control.value < 0x20 || control.value == 0xFEFF:
        out += "\\u{\(String(control.value, radix: 16))}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
