import Packing
import Testing

/// Text that packs well but not to nothing: words drawn by a fixed generator.
private func text(_ count: Int) -> [UInt8] {
  let words = ["Hafen", "Rat", "Strom", "Brücke", "meldet", "und", "am", "Montag", "11.000"]
  var state: UInt32 = 7
  var out: [UInt8] = []
  while out.count < count {
    state = state &* 1_664_525 &+ 1_013_904_223
    out += Array(words[Int(state >> 16) % words.count].utf8) + [32]
  }
  return Array(out.prefix(count))
}

private func pack(_ bytes: [UInt8], _ coding: ContentCoding) -> [UInt8] {
  switch coding {
  case .gzip: Packing.gzip(bytes)
  case .brotli: Packing.brotli(bytes)
  case .zstd: Packing.zstd(bytes)
  // A zlib stream of one stored block (RFC 1950, RFC 1951 3.2.4).
  case .deflate: zlibStored(bytes)
  }
}

private func zlibStored(_ bytes: [UInt8]) -> [UInt8] {
  var a: UInt32 = 1
  var b: UInt32 = 0
  for byte in bytes {
    a = (a + UInt32(byte)) % 65521
    b = (b + a) % 65521
  }
  let length = UInt16(bytes.count)
  let head: [UInt8] = [0x78, 0x01, 1, UInt8(length & 255), UInt8(length >> 8)]
  let check: [UInt8] = [UInt8(b >> 8), UInt8(b & 255), UInt8(a >> 8), UInt8(a & 255)]
  return head + [UInt8(~length & 255), UInt8(~length >> 8)] + bytes + check
}

@Suite struct PackingTests {
  @Test(arguments: ContentCoding.allCases, [0, 1, 14_000, 60_000])
  func whatWasPackedComesBack(coding: ContentCoding, count: Int) throws {
    let bytes = text(count)
    let packed = pack(bytes, coding)
    #expect(try unpack(packed, as: coding, limit: count) == bytes)
  }

  @Test(arguments: ContentCoding.allCases)
  func oneByteAboveTheLimitIsRefused(coding: ContentCoding) throws {
    let bytes = text(50_000)
    let packed = pack(bytes, coding)
    #expect(throws: PackingError.tooLarge(limit: 49_999)) {
      try unpack(packed, as: coding, limit: 49_999)
    }
    #expect(throws: PackingError.tooLarge(limit: 0)) { try unpack(packed, as: coding, limit: 0) }
  }

  @Test(arguments: ContentCoding.allCases)
  func whatStopsShortIsAnError(coding: ContentCoding) throws {
    let packed = pack(text(20_000), coding)
    for kept in [0, 1, 2, packed.count / 2, packed.count - 1] {
      #expect(throws: PackingError.self) {
        try unpack(Array(packed.prefix(kept)), as: coding, limit: 1 << 20)
      }
    }
  }

  @Test func aCutGzipIsToldFromADamagedOne() throws {
    let packed = Packing.gzip(text(20_000))
    #expect(throws: PackingError.truncated(.gzip)) {
      try gunzip(Array(packed.dropLast(20)), limit: 1 << 20)
    }
    var broken = packed
    broken[packed.count - 6] ^= 0xFF
    #expect(throws: PackingError.damaged(.gzip, offset: 0)) { try gunzip(broken, limit: 1 << 20) }
  }

  @Test func allMembersOfAGzipAreRead() throws {
    let packed = Packing.gzip(Array("eins ".utf8)) + Packing.gzip([]) + Packing.gzip(text(9000))
    #expect(try gunzip(packed, limit: 1 << 20) == Array("eins ".utf8) + text(9000))
    #expect(try gunzip(packed + [0, 0, 0], limit: 1 << 20).count == 9005)
    #expect(throws: PackingError.tooLarge(limit: 9004)) { try gunzip(packed, limit: 9004) }
  }

  @Test func zstdFramesFollowOneAnother() throws {
    let packed = Packing.zstd(Array("eins".utf8)) + Packing.zstd(Array("zwei".utf8))
    #expect(try unzstd(packed, limit: 8) == Array("einszwei".utf8))
  }

  @Test func rawDeflateIsReadToo() throws {
    let raw = zlibStored(text(300)).dropFirst(2).dropLast(4)
    #expect(try inflate(Array(raw), limit: 300) == text(300))
  }

  @Test func aBombStopsAtItsLimit() throws {
    let bomb = Packing.gzip([UInt8](repeating: 32, count: 40 << 20), level: 9)
    #expect(bomb.count < 200_000)
    #expect(throws: PackingError.tooLarge(limit: 10 << 20)) { try gunzip(bomb, limit: 10 << 20) }
    let small = Packing.brotli([UInt8](repeating: 32, count: 40 << 20), quality: 3)
    #expect(throws: PackingError.tooLarge(limit: 10 << 20)) { try unbrotli(small, limit: 10 << 20) }
  }

  @Test(arguments: ContentCoding.allCases)
  func brokenBytesNeverTrap(coding: ContentCoding) {
    let packed = pack(text(3000), coding)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<2000 {
      var bytes = packed
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      do {
        #expect(try unpack(bytes, as: coding, limit: 10_000).count <= 10_000)
      } catch { #expect(!error.description.isEmpty) }
    }
  }

  @Test func headersNameCodings() {
    #expect(ContentCoding(header: "X-GZIP") == .gzip)
    #expect(ContentCoding(header: "BR") == .brotli)
    #expect(ContentCoding(header: "aes128gcm") == nil)
  }
}

@Suite struct GunzipStreamTests {
  /// Reads everything in pieces of `size` bytes.
  private func unpackAll(
    _ packed: [UInt8], piece size: Int
  ) throws -> (bytes: [UInt8], members: [Int64], isWhole: Bool) {
    let stream = try GunzipStream()
    var out: [UInt8] = []
    var members: [Int64] = []
    var start = 0
    while start < packed.count {
      let piece = Array(packed[start..<min(packed.count, start + size)])
      var at = 0
      while at < piece.count {
        guard try stream.unpack(piece, from: &at, into: &out, atMost: 1000) else {
          return (out, members, true)
        }
        if members.last != stream.memberStart { members.append(stream.memberStart) }
      }
      start += size
    }
    return (out, members, stream.isBetweenMembers)
  }

  @Test(arguments: [1, 7, 512, 100_000])
  func piecesOfAnySizeGiveTheSame(size: Int) throws {
    let first = Packing.gzip(text(5000))
    let packed = first + Packing.gzip(text(300)) + [0, 0]
    let read = try unpackAll(packed, piece: size)
    #expect(read.bytes == text(5000) + text(300))
    #expect(read.members == [0, Int64(first.count)])
    #expect(read.isWhole)
  }

  @Test func aCutStreamGivesWhatItHolds() throws {
    let read = try unpackAll(Array(Packing.gzip(text(50_000)).dropLast(100)), piece: 512)
    #expect(read.bytes.count > 40_000)
    #expect(!read.isWhole)
  }

  @Test func damageNamesTheMember() throws {
    let first = Packing.gzip(text(5000))
    var packed = first + Packing.gzip(text(5000))
    packed[first.count + 40] ^= 0xFF
    packed[first.count + 41] ^= 0xFF
    #expect(throws: PackingError.damaged(.gzip, offset: first.count)) {
      try unpackAll(packed, piece: 256)
    }
  }
}
