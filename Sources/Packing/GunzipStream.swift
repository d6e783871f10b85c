import CPacking

/// Unpacks gzip piece by piece, member after member, for archives that are larger than memory.
///
/// It keeps the offset of the member it reads, so that an error can name the place.
package final class GunzipStream {
  /// Packed bytes read so far.
  package private(set) var bytesRead: Int64 = 0
  /// Where the member now read begins, in packed bytes.
  package private(set) var memberStart: Int64 = 0
  /// Whether the last byte read ended a member: only here may a file end.
  package private(set) var isBetweenMembers = true

  private let stream: UnsafeMutablePointer<z_stream>
  /// libdeflate, several times as fast, for members that lie in one piece as a whole.
  private let decompressor: OpaquePointer?
  private let scratch: UnsafeMutableRawPointer
  private static let scratchSize = 1 << 19

  package init() throws(PackingError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 is added to the window bits to read gzip and nothing else.
    guard
      inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else {
      stream.deallocate()
      throw .unavailable(.gzip)
    }
    decompressor = libdeflate_alloc_decompressor()
    scratch = .allocate(byteCount: Self.scratchSize, alignment: 16)
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    libdeflate_free_decompressor(decompressor)
    scratch.deallocate()
  }

  /// Unpacks from `piece`, beginning at `position`, until `atMost` bytes were appended to `out`
  /// or the piece or a member is used up; `position` moves on.
  ///
  /// False says that a member has ended and that what follows is no other: padding.
  package func unpack(
    _ piece: [UInt8], from position: inout Int, into out: inout [UInt8], atMost: Int
  ) throws(PackingError) -> Bool {
    guard position >= 0, position < piece.count, atMost > 0 else { return true }
    if isBetweenMembers {
      guard piece[position] == 0x1F else { return bytesRead == 0 ? try damaged() : false }
      memberStart = bytesRead
      if unpackMember(piece, from: &position, into: &out, atMost: atMost) { return true }
      isBetweenMembers = false
    }
    let room = min(atMost, 1 << 16)
    let given = min(piece.count - position, 1 << 30)
    let stream = self.stream
    var status = Z_OK
    var used = 0
    let unpacked = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      piece.withUnsafeBufferPointer { input in
        // zlib takes a pointer to bytes it does not change as one to bytes it could.
        let start = input.baseAddress.map { $0 + position }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
        stream.pointee.avail_in = UInt32(given)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(room)
        status = CPacking.inflate(stream, Z_NO_FLUSH)
        used = given - Int(stream.pointee.avail_in)
        count = room - Int(stream.pointee.avail_out)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
      }
    }
    out += unpacked
    position += used
    bytesRead += Int64(used)
    switch status {
    case Z_STREAM_END:
      isBetweenMembers = true
      inflateReset(stream)
      return true
    case Z_OK, Z_BUF_ERROR: return true
    default: return try damaged()
    }
  }

  /// Unpacks a whole member at once; false if it does not lie here as a whole, is large, or broken:
  /// then zlib finds out.
  private func unpackMember(
    _ piece: [UInt8], from position: inout Int, into out: inout [UInt8], atMost: Int
  ) -> Bool {
    guard let decompressor else { return false }
    var used = 0
    var written = 0
    let start = position
    let result = piece.withUnsafeBytes { input in
      libdeflate_gzip_decompress_ex(
        decompressor, input.baseAddress?.advanced(by: start), input.count - start, scratch,
        min(atMost, Self.scratchSize), &used, &written)
    }
    guard result == LIBDEFLATE_SUCCESS, used > 0 else { return false }
    out.append(contentsOf: UnsafeRawBufferPointer(start: scratch, count: written))
    position += used
    bytesRead += Int64(used)
    return true
  }

  private func damaged() throws(PackingError) -> Bool {
    throw .damaged(.gzip, offset: Int(clamping: memberStart))
  }
}
