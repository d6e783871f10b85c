import Foundation

/// Bytes that come in pieces: a file, standard input, a list of pieces.
package protocol ByteSource: ~Copyable {
  /// The next bytes, at most `count`; empty at the end.
  mutating func read(atMost count: Int) throws(ByteSourceError) -> [UInt8]
}

/// Why bytes could not be read.
package struct ByteSourceError: Error, Equatable, CustomStringConvertible {
  package var path: String
  package var why: String

  package var description: String {
    "\(path) cannot be read: \(why); check the path and its rights."
  }
}

/// A file, or standard input as `-`.
package struct FileBytes: ByteSource, ~Copyable {
  private let path: String
  private let descriptor: Int32

  package init(path: String) throws(ByteSourceError) {
    self.path = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ByteSourceError(path: path, why: String(cString: strerror(errno)))
    }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  package mutating func read(atMost count: Int) throws(ByteSourceError) -> [UInt8] {
    let descriptor = self.descriptor
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, min(count, 1 << 20))) {
      buffer, filled in
      repeat {
        result = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      filled = max(0, result)
    }
    guard result >= 0 else {
      throw ByteSourceError(path: path, why: String(cString: strerror(errno)))
    }
    return bytes
  }
}

/// Bytes that are already here.
package struct MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var at = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package mutating func read(atMost count: Int) -> [UInt8] {
    let end = min(bytes.count, at + max(1, count))
    defer { at = end }
    return Array(bytes[at..<end])
  }
}

/// A source with a piece put back in front of it.
struct PrefixedBytes<Source: ByteSource & ~Copyable>: ByteSource, ~Copyable {
  private var first: MemoryBytes
  private var rest: Source

  init(_ first: [UInt8], then rest: consuming Source) {
    self.first = MemoryBytes(first)
    self.rest = rest
  }

  mutating func read(atMost count: Int) throws(ByteSourceError) -> [UInt8] {
    let piece = first.read(atMost: count)
    return piece.isEmpty ? try rest.read(atMost: count) : piece
  }
}
