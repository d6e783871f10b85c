import CPacking

/// Packs bytes as brotli (RFC 7932); quality 0…11.
package func brotli(_ bytes: [UInt8], quality: Int = 5) -> [UInt8] {
  let bound = max(64, BrotliEncoderMaxCompressedSize(bytes.count))
  return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
    var size = out.count
    let packed = bytes.withUnsafeBufferPointer { input in
      BrotliEncoderCompress(
        Int32(min(max(quality, 0), 11)), BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count,
        input.baseAddress, &size, out.baseAddress)
    }
    count = packed == BROTLI_TRUE ? size : 0
  }
}

/// Unpacks brotli (RFC 7932); bytes after its end are passed over.
package func unbrotli(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
  guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else {
    throw .unavailable(.brotli)
  }
  defer { BrotliDecoderDestroyInstance(state) }
  var out: [UInt8] = []
  var used = 0
  while true {
    let room = roomForMore(out.count, packed: bytes.count, limit: limit)
    var result = BROTLI_DECODER_RESULT_ERROR
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      bytes.withUnsafeBufferPointer { input in
        var left = input.count - used
        var next = input.baseAddress.map { $0 + used }
        var space = room
        var target = buffer.baseAddress
        result = BrotliDecoderDecompressStream(state, &left, &next, &space, &target, nil)
        used = input.count - left
        count = room - space
      }
    }
    guard out.count + piece.count <= limit else { throw .tooLarge(limit: limit) }
    if out.isEmpty { out = piece } else { out += piece }
    switch result {
    case BROTLI_DECODER_RESULT_SUCCESS: return out
    case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: continue
    case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: throw .truncated(.brotli)
    default: throw .damaged(.brotli, offset: 0)
    }
  }
}

/// Room for the next piece of an unknown whole: as much again as there is, and never more than
/// one byte above the limit, which is enough to see that it is passed.
func roomForMore(_ count: Int, packed: Int, limit: Int) -> Int {
  let wish = max(count, 4096, packed.multipliedReportingOverflow(by: 4).partialValue)
  return max(1, min(wish, max(0, limit - count) &+ 1, 1 << 24))
}
