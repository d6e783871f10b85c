import Packing

/// The bytes of an archive in a row, unpacked if they are packed, with their place in the file.
struct ArchiveBytes<Source: ByteSource & ~Copyable>: ~Copyable {
  private var source: Source
  private var gunzip: GunzipStream?
  /// Packed bytes not yet unpacked.
  private var packed: [UInt8] = []
  private var packedAt = 0
  private var isPadding = false
  private var isKnown = false
  /// Unpacked bytes not yet read, from `at` on.
  private var buffer: [UInt8] = []
  private var at = 0
  /// Unpacked bytes before the buffer.
  private var base: Int64 = 0
  /// Where members begin: in the unpacked bytes, and in the file.
  private var members: [(unpacked: Int64, file: Int64)] = []

  private let pieceSize = 256 << 10
  private let lineLimit = 64 << 10

  init(_ source: consuming Source) { self.source = source }

  /// The place of the next byte: in the file, or in a packed one that of its gzip member.
  var offset: Int64 {
    let position = base + Int64(at)
    guard gunzip != nil else { return position }
    return members.last { $0.unpacked <= position }?.file ?? 0
  }

  mutating func first() throws(WARCError) -> UInt8? {
    guard try has(1) else { return nil }
    return buffer[at]
  }

  mutating func drop(_ count: Int) { at += min(count, buffer.count - at) }

  /// The next line without its end; nil where no whole line follows.
  mutating func line() throws(WARCError) -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[(at + searched)...].firstIndex(of: 10) {
        var line = buffer[at..<end]
        if line.last == 13 { line.removeLast() }
        at = end + 1
        return Array(line)
      }
      searched = buffer.count - at
      guard searched <= lineLimit, try fill() else { return nil }
    }
  }

  mutating func take(_ count: Int, recordStart: Int64) throws(WARCError) -> [UInt8] {
    guard try has(count) else { throw .truncated(offset: recordStart) }
    let bytes = Array(buffer[at..<(at + count)])
    at += count
    return bytes
  }

  mutating func skip(_ count: Int64, recordStart: Int64) throws(WARCError) {
    var left = count
    while left > 0 {
      guard try has(1) else { throw .truncated(offset: recordStart) }
      let step = Int(min(left, Int64(buffer.count - at)))
      at += step
      left -= Int64(step)
    }
  }

  private mutating func has(_ count: Int) throws(WARCError) -> Bool {
    while buffer.count - at < count {
      guard try fill() else { return false }
    }
    return true
  }

  /// Reads on; false at the end.
  private mutating func fill() throws(WARCError) -> Bool {
    if at >= pieceSize || at == buffer.count {
      buffer.removeFirst(at)
      base += Int64(at)
      at = 0
      if let current = members.lastIndex(where: { $0.unpacked <= base }) {
        members.removeFirst(current)
      }
    }
    if !isKnown {
      try recognize()
      if !buffer.isEmpty { return true }
    }
    guard let gunzip else {
      let piece = try piece()
      buffer += piece
      return !piece.isEmpty
    }
    let before = buffer.count
    while buffer.count == before, !isPadding {
      if packedAt == packed.count {
        packed = try piece()
        packedAt = 0
        guard !packed.isEmpty else {
          // A whole record may still wait in the buffer: the end is reported where it is missed.
          return false
        }
      }
      do {
        isPadding = try !gunzip.unpack(packed, from: &packedAt, into: &buffer, atMost: 1 << 19)
      } catch {
        throw .damaged(offset: gunzip.memberStart)
      }
      if buffer.count > before, members.last?.file != gunzip.memberStart {
        members.append((base + Int64(before), gunzip.memberStart))
      }
    }
    return buffer.count > before
  }

  /// Looks at the first two bytes to see whether the archive is packed.
  private mutating func recognize() throws(WARCError) {
    isKnown = true
    while packed.count < 2 {
      let piece = try piece()
      if piece.isEmpty { break }
      packed += piece
    }
    guard packed.starts(with: [0x1F, 0x8B]) else {
      buffer += packed
      packed = []
      return
    }
    do {
      gunzip = try GunzipStream()
    } catch {
      throw .unreadable(error.description)
    }
  }

  private mutating func piece() throws(WARCError) -> [UInt8] {
    do {
      return try source.read(atMost: pieceSize)
    } catch {
      throw .unreadable(error.description)
    }
  }
}
