import CPacking

/// Packs bytes as one gzip member (RFC 1952) with libdeflate; level 1…12.
///
/// The header holds no time, so that the same bytes give the same result.
package func gzip(_ bytes: [UInt8], level: Int = 6) -> [UInt8] {
  guard let compressor = libdeflate_alloc_compressor(Int32(min(max(level, 1), 12))) else {
    return storedGzip(bytes)
  }
  defer { libdeflate_free_compressor(compressor) }
  let bound = libdeflate_gzip_compress_bound(compressor, bytes.count)
  return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
    count = bytes.withUnsafeBytes { input in
      libdeflate_gzip_compress(
        compressor, input.baseAddress, input.count, out.baseAddress, out.count)
    }
  }
}

/// Unpacks gzip (RFC 1952) with all its members; bytes after the last member that begin no
/// other are padding and passed over, as gzip(1) does.
package func gunzip(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
  guard let decompressor = libdeflate_alloc_decompressor() else {
    throw .unavailable(.gzip)
  }
  defer { libdeflate_free_decompressor(decompressor) }
  var out: [UInt8] = []
  var start = 0
  repeat {
    start &+= try unpackMember(.gzip, bytes, from: start, into: &out, limit: limit) {
      libdeflate_gzip_decompress_ex(decompressor, $0, $1, $2, $3, $4, $5)
    }
  } while start &+ 1 < bytes.count && bytes[start] == 0x1F && bytes[start &+ 1] == 0x8B
  return out
}

/// Unpacks what HTTP calls `deflate`: zlib (RFC 1950) as the standard has it, or raw deflate
/// (RFC 1951) as some servers send.
package func inflate(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
  guard let decompressor = libdeflate_alloc_decompressor() else {
    throw .unavailable(.deflate)
  }
  defer { libdeflate_free_decompressor(decompressor) }
  var out: [UInt8] = []
  let hasZlibHeader =
    bytes.count >= 2 && bytes[0] & 0x0F == 8
    && (UInt16(bytes[0]) << 8 | UInt16(bytes[1])) % 31 == 0
  if hasZlibHeader {
    _ = try unpackMember(.deflate, bytes, from: 0, into: &out, limit: limit) {
      libdeflate_zlib_decompress_ex(decompressor, $0, $1, $2, $3, $4, $5)
    }
  } else {
    _ = try unpackMember(.deflate, bytes, from: 0, into: &out, limit: limit) {
      libdeflate_deflate_decompress_ex(decompressor, $0, $1, $2, $3, $4, $5)
    }
  }
  return out
}

/// libdeflate's face of one decoder: input, its size, room, its size, bytes read, bytes written.
private typealias Decoder = (
  UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?,
  UnsafeMutablePointer<Int>?
) -> libdeflate_result

/// Appends one member to `out` and says how many packed bytes it took. libdeflate wants all the
/// room at once and does not say how much, so the room is doubled until it is enough.
private func unpackMember(
  _ coding: ContentCoding, _ bytes: [UInt8], from start: Int, into out: inout [UInt8], limit: Int,
  decoder: Decoder
) throws(PackingError) -> Int {
  let left = bytes.count - start
  let roomLeft = max(0, limit - out.count)
  var room = min(roomLeft, firstRoom(coding, bytes, from: start))
  while true {
    var used = 0
    var written = 0
    var result = LIBDEFLATE_BAD_DATA
    let member = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      bytes.withUnsafeBytes { input in
        result = decoder(
          input.baseAddress?.advanced(by: start), left, buffer.baseAddress, room, &used, &written)
      }
      count = result == LIBDEFLATE_SUCCESS ? min(written, room) : 0
    }
    switch result {
    case LIBDEFLATE_SUCCESS:
      if out.isEmpty { out = member } else { out += member }
      return max(1, used)
    case LIBDEFLATE_INSUFFICIENT_SPACE:
      guard room < roomLeft else { throw .tooLarge(limit: limit) }
      room = min(roomLeft, room > roomLeft / 2 ? roomLeft : room * 2)
    default:
      // libdeflate has one word for both; a stream that only stops short is told apart by zlib.
      throw endsEarly(coding, bytes, from: start, limit: roomLeft)
        ? .truncated(coding) : .damaged(coding, offset: start)
    }
  }
}

/// How much may come out: gzip says it at its end, which is believed as far as deflate can pack
/// (1 to 1032), so that honest bytes are unpacked in one go.
private func firstRoom(_ coding: ContentCoding, _ bytes: [UInt8], from start: Int) -> Int {
  let left = bytes.count - start
  let guess = max(256, left.multipliedReportingOverflow(by: 4).partialValue)
  guard coding == .gzip, left >= 18 else { return guess }
  let size = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  return size / 1032 <= left ? max(guess, size) : guess
}

/// Whether zlib, which reads piece by piece, finds nothing wrong but the end.
private func endsEarly(
  _ coding: ContentCoding, _ bytes: [UInt8], from start: Int, limit: Int
) -> Bool {
  guard coding == .gzip, let stream = try? GunzipStream() else { return false }
  let piece = Array(bytes[start...])
  var at = 0
  var written = 0
  var scratch: [UInt8] = []
  while at < piece.count, written <= limit {
    scratch.removeAll(keepingCapacity: true)
    do {
      guard try stream.unpack(piece, from: &at, into: &scratch, atMost: 1 << 16) else {
        return false
      }
    } catch { return false }
    written &+= scratch.count
  }
  return at >= piece.count
}

/// gzip without packing, for the moment memory is too short for the packer.
private func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
  var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  var start = 0
  repeat {
    let end = min(bytes.count, start + 0xFFFF)
    let length = UInt16(end - start)
    out.append(end == bytes.count ? 1 : 0)
    out += [UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8)]
    out += [UInt8(truncatingIfNeeded: ~length), UInt8(truncatingIfNeeded: ~length >> 8)]
    out += bytes[start..<end]
    start = end
  } while start < bytes.count
  let sum = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
  for word in [sum, UInt32(truncatingIfNeeded: bytes.count)] {
    for shift in [0, 8, 16, 24] as [UInt32] {
      out.append(UInt8(truncatingIfNeeded: word >> shift))
    }
  }
  return out
}
