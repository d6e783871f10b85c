import CPacking
import Synchronization

/// Packs bytes as one zstd frame (RFC 8878); level 1…19.
package func zstd(_ bytes: [UInt8], level: Int = 3) -> [UInt8] {
  let bound = max(64, ZSTD_compressBound(bytes.count))
  return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
    let size = bytes.withUnsafeBytes { input in
      ZSTD_compress(
        out.baseAddress, out.count, input.baseAddress, input.count,
        Int32(min(max(level, 1), 19)))
    }
    count = ZSTD_isError(size) == 0 ? size : 0
  }
}

/// Unpacks zstd frames (RFC 8878) whose window is at most 8 MiB, as RFC 9659 has it for HTTP.
package func unzstd(_ bytes: [UInt8], limit: Int) throws(PackingError) -> [UInt8] {
  if let whole = unzstdFrame(bytes, limit: min(limit, 8 << 20)) { return whole }
  guard let stream = ZSTD_createDStream() else { throw .unavailable(.zstd) }
  defer { ZSTD_freeDStream(stream) }
  ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 23)
  var out: [UInt8] = []
  var used = 0
  var frameStart = 0
  while true {
    let room = roomForMore(out.count, packed: bytes.count, limit: limit)
    var hint = 0
    let before = used
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      bytes.withUnsafeBytes { raw in
        var input = ZSTD_inBuffer(src: raw.baseAddress, size: raw.count, pos: used)
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: room, pos: 0)
        hint = ZSTD_decompressStream(stream, &output, &input)
        used = input.pos
        count = output.pos
      }
    }
    guard ZSTD_isError(hint) == 0 else { throw .damaged(.zstd, offset: frameStart) }
    guard out.count + piece.count <= limit else { throw .tooLarge(limit: limit) }
    if out.isEmpty { out = piece } else { out += piece }
    if hint == 0 {
      frameStart = used
      if used >= bytes.count { return out }
    } else if used >= bytes.count, piece.count < room {
      throw .truncated(.zstd)
    } else if used == before, piece.isEmpty {
      throw .damaged(.zstd, offset: frameStart)
    }
  }
}

/// Unpacks one frame that says how much comes out, and is nothing but that: at once, without the
/// window a stream needs. Nil for all others.
private func unzstdFrame(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
  let (frame, size) = bytes.withUnsafeBytes { input in
    (
      ZSTD_findFrameCompressedSize(input.baseAddress, input.count),
      // What the frame does not say is beyond any limit.
      ZSTD_getFrameContentSize(input.baseAddress, input.count)
    )
  }
  guard frame == bytes.count, size <= UInt64(limit) else { return nil }
  guard let context = ZstdContexts.take() else { return nil }
  defer { ZstdContexts.give(context) }
  var written = 0
  let out = [UInt8](unsafeUninitializedCapacity: Int(size)) { out, count in
    written = bytes.withUnsafeBytes { input in
      ZSTD_decompressDCtx(context, out.baseAddress, out.count, input.baseAddress, input.count)
    }
    count = ZSTD_isError(written) == 0 ? written : 0
  }
  return ZSTD_isError(written) == 0 && written == Int(size) ? out : nil
}

/// Contexts for unpacking that are used again: making one costs more than unpacking an article.
private enum ZstdContexts {
  /// Their addresses.
  private static let free = Mutex<[UInt]>([])
  private static let most = 8

  static func take() -> OpaquePointer? {
    let address = free.withLock { $0.popLast() }
    return address.flatMap { OpaquePointer(bitPattern: $0) } ?? ZSTD_createDCtx()
  }

  static func give(_ context: OpaquePointer) {
    let isKept = free.withLock { free in
      guard free.count < most else { return false }
      free.append(UInt(bitPattern: context))
      return true
    }
    if !isKept { ZSTD_freeDCtx(context) }
  }
}
