import Foundation
import Synchronization

/// A folder that holds an export and nothing else; it knows from a list of its own what it wrote.
final class ExportFolder: Sendable {
  /// The list of files of the last export, one a line.
  private static let listName = ".presseschau-export"

  private struct State {
    var report = ExportReport()
    var files: Set<String> = []
    var folders: Set<String> = []
  }

  private let root: URL
  private let before: Set<String>
  private let state = Mutex(State())

  init(_ root: URL) throws {
    self.root = root
    let list = root.appending(path: Self.listName)
    if let text = try? String(contentsOf: list, encoding: .utf8) {
      before = Set(text.split(separator: "\n").map(String.init).filter(Self.isOurs))
    } else {
      before = []
      let there = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
      guard there.isEmpty else { throw ExportError.notOurs(folder: root.path) }
    }
    try Self.make(root)
    // Whatever happens next, the folder is known to be ours.
    if before.isEmpty { try Self.put([], at: list) }
  }

  /// Writes a file unless it holds these bytes already.
  func write(_ bytes: [UInt8], to file: String) throws {
    let url = root.appending(path: file)
    let data = Data(bytes)
    let isThere = before.contains(file) && (try? Data(contentsOf: url)) == data
    if !isThere {
      let folder = url.deletingLastPathComponent()
      // Made under the lock: who finds a folder named may write into it.
      try state.withLock { state in
        if !state.folders.contains(folder.path) {
          try Self.make(folder)
          state.folders.insert(folder.path)
        }
      }
      try Self.put(bytes, at: url)
    }
    state.withLock { state in
      state.files.insert(file)
      state.report.bytes += bytes.count
      if isThere { state.report.unchanged += 1 } else { state.report.written += 1 }
    }
  }

  /// Takes away what an earlier export wrote and this one did not, and keeps the list.
  func finish() throws -> ExportReport {
    let (files, report) = state.withLock { ($0.files, $0.report) }
    var whole = report
    for file in before.subtracting(files) {
      if (try? FileManager.default.removeItem(at: root.appending(path: file))) != nil {
        whole.removed += 1
      }
    }
    let list = files.sorted().map { $0 + "\n" }.joined()
    try Self.put(Array(list.utf8), at: root.appending(path: Self.listName))
    return whole
  }

  /// A list that was tampered with must not lead out of the folder.
  private static func isOurs(_ file: String) -> Bool {
    !file.hasPrefix("/") && !file.split(separator: "/").contains("..")
  }

  private static func make(_ folder: URL) throws {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw ExportError.cannotWrite(file: folder.path, reason: "the folder cannot be made")
    }
  }

  private static func put(_ bytes: [UInt8], at url: URL) throws {
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      let reason = (error as NSError).localizedDescription
      throw ExportError.cannotWrite(file: url.path, reason: reason)
    }
  }
}
