import ArgumentParser
import Foundation

/// What can be wrong with a path on the command line.
enum InputError: Error, CustomStringConvertible {
  case missing(String)
  case unreadable(String)
  case empty(String)
  case unwritable(String)
  case hollow(String)
  case binary(String)

  var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file or folder. Check the path."
    case .unreadable(let path): "\(path): the file cannot be read. Check its permissions."
    case .empty(let path): "\(path): it holds no page, text or feed that can be read. Name a file."
    case .unwritable(let path):
      "\(path): the file cannot be written. Check its folder's permissions."
    case .hollow(let path): "\(path): there is nothing in it. Fetch or save it again."
    case .binary(let path): "\(path): it is neither a page nor text. Name a page, text or archive."
    }
  }
}

/// A file named on the command line, with the id its row carries: the path below the folder that
/// was named, without its last extension.
struct InputFile: Sendable {
  let id: String
  /// A path, or `-` for standard input.
  let path: String

  func bytes() throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileManager.default.fileExists(atPath: path)
        ? InputError.unreadable(path) : InputError.missing(path)
    }
    return [UInt8](data)
  }

  /// The files below the paths, in order; folders are walked, hidden files passed over.
  static func all(below paths: [String]) throws -> [InputFile] {
    var files: [InputFile] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path == "-" {
        files.append(InputFile(id: "-", path: "-"))
      } else if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
        // Named when it is to be read, so that one wrong path does not stop the rest.
        files.append(InputFile(id: path.dropExtension, path: path))
      } else if isFolder.boolValue {
        files += try walk(path)
      } else {
        files.append(InputFile(id: (path as NSString).lastPathComponent.dropExtension, path: path))
      }
    }
    return files
  }

  private static func walk(_ folder: String) throws -> [InputFile] {
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }.sorted()
    let files = names.compactMap { name -> InputFile? in
      let path = root.appending(path: name).path
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return nil }
      return InputFile(id: name.dropExtension, path: path)
    }
    if files.isEmpty { throw InputError.empty(folder) }
    return files
  }
}

extension String {
  fileprivate var dropExtension: String {
    let name = (self as NSString).deletingPathExtension
    return name.isEmpty ? self : name
  }
}

/// Words for people, on standard error.
func say(_ words: String) {
  try? FileHandle.standardError.write(contentsOf: Data((words + "\n").utf8))
}
