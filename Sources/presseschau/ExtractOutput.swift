import Foundation
import Press

/// Writes what was extracted, as it comes, to a file or to standard output.
struct ExtractOutput {
  private let format: ExtractFormat
  private let handle: FileHandle
  private var written = 0
  private var book: [Article] = []
  /// The ids of the rows that an earlier run left in the file.
  let done: Set<String>

  init(format: ExtractFormat, path: String?, resumes: Bool) throws {
    self.format = format
    guard let path else {
      handle = FileHandle.standardOutput
      done = []
      return
    }
    if !resumes || !FileManager.default.fileExists(atPath: path) {
      guard FileManager.default.createFile(atPath: path, contents: nil) else {
        throw InputError.unwritable(path)
      }
    }
    guard let handle = FileHandle(forUpdatingAtPath: path) else {
      throw InputError.unwritable(path)
    }
    self.handle = handle
    guard resumes else {
      done = []
      return
    }
    let earlier = try EarlierRows(path)
    done = earlier.ids
    // A line that was cut when the earlier run was stopped is read again.
    try handle.truncate(atOffset: UInt64(earlier.length))
    try handle.seekToEnd()
  }

  mutating func write(_ part: ExtractPart) throws {
    switch part {
    case .bytes(let bytes):
      if format == .json { try write(Array((written == 0 ? "[" : ",\n").utf8)) }
      written += 1
      try write(bytes)
    case .article(let article): book.append(article)
    case .failure(let row):
      if format == .jsonl { try write(row.json + [10]) }
      if format == .json {
        try write(Array((written == 0 ? "[" : ",\n").utf8) + row.json)
        written += 1
      }
    }
  }

  /// Ends the list of JSON values, or writes the book.
  mutating func finish() throws {
    if format == .json { try write(Array((written == 0 ? "[]\n" : "]\n").utf8)) }
    if format == .epub { try write(EPUBBook(book).bytes) }
  }

  private func write(_ bytes: [UInt8]) throws { try handle.write(contentsOf: bytes) }
}

/// What an earlier run left in a file of JSON lines.
struct EarlierRows {
  /// The ids of the inputs that were read; those that failed are tried again.
  private(set) var ids: Set<String> = []
  /// The bytes of all whole lines.
  private(set) var length = 0

  private struct Row: Decodable {
    var id: String
    var error: String?
  }

  init(_ path: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputError.unreadable(path)
    }
    defer { try? handle.close() }
    var rest: [UInt8] = []
    while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
      rest += data
      var start = 0
      while let end = rest[start...].firstIndex(of: 10) {
        read(rest[start..<end])
        start = end + 1
      }
      length += start
      rest.removeFirst(start)
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let row = try? JSONDecoder().decode(Row.self, from: Data(line)) else { return }
    if row.error == nil { ids.insert(row.id) } else { ids.remove(row.id) }
  }
}
