import Foundation

/// JSON lines on standard output, and lines from files or standard input.
enum JSONLines {
  /// Prints one value as one line, at once.
  static func print(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    var line = try encoder.encode(value)
    line.append(10)
    try FileHandle.standardOutput.write(contentsOf: line)
  }

  /// Prints JSON that is written already as one line, at once.
  static func print(json: [UInt8]) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(json + [10]))
  }

  /// The lines of a file, or of standard input for `-`, without their ends and without empty ones.
  static func read(_ path: String) throws -> LineReader {
    if path == "-" { return LineReader(FileHandle.standardInput) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputError.unreadable(path)
    }
    return LineReader(handle)
  }
}

/// Gives line after line as they arrive.
struct LineReader: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  mutating func next() -> [UInt8]? {
    while true {
      if let end = buffer[start...].firstIndex(of: 10) {
        let line = Array(buffer[start..<end])
        start = end + 1
        if !line.isEmpty { return line }
        continue
      }
      if isAtEnd {
        let line = Array(buffer[start...])
        start = buffer.count
        return line.isEmpty ? nil : line
      }
      buffer.removeFirst(start)
      start = 0
      let more = handle.availableData
      if more.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: more) }
    }
  }
}

/// The way between UTF-8 bytes, as we count inside, and Unicode code points, as the command line
/// and the API count.
struct CodePoints {
  /// The code points before each 64th byte.
  private let marks: [Int]
  private let utf8: [UInt8]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var marks: [Int] = []
    var count = 0
    for (index, byte) in utf8.enumerated() {
      if index % 64 == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    marks.append(count)
    self.marks = marks
  }

  /// Code points before a byte; bytes past the end count as the end.
  func offset(ofByte byte: Int) -> Int {
    let byte = Swift.min(Swift.max(byte, 0), utf8.count)
    let mark = byte / 64
    var count = mark < marks.count ? marks[mark] : marks[marks.count - 1]
    for index in (mark * 64)..<Swift.max(byte, mark * 64) where utf8[index] & 0xC0 != 0x80 {
      count += 1
    }
    return count
  }

  /// The byte at which a code point begins; the end for code points past it.
  func byte(ofCodePoint offset: Int) -> Int {
    var low = 0
    var high = utf8.count
    while low < high {
      let middle = (low + high) / 2
      if self.offset(ofByte: middle) < offset { low = middle + 1 } else { high = middle }
    }
    while low < utf8.count && utf8[low] & 0xC0 == 0x80 { low += 1 }
    return low
  }
}
