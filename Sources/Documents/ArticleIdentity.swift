/// Names articles: an id that stays the same over edits.
enum ArticleIdentity {
  /// Sixteen characters out of `a–z2–7`, 80 bits of a hash of the canonical address.
  static func id(address: String) -> String { base32(hash(WebAddress.identity(of: address).utf8)) }

  /// Sixteen characters, 80 bits of a hash of the words.
  static func id(content: some Sequence<UInt8>) -> String { base32(hash(content)) }

  /// 128-bit FNV-1a (draft-eastlake-fnv), the upper 80 bits as two words.
  private static func hash(_ bytes: some Sequence<UInt8>) -> (UInt64, UInt64) {
    var high: UInt64 = 0x6c62_272e_07bb_0142
    var low: UInt64 = 0x62b8_2175_6295_c58d
    for byte in bytes {
      low ^= UInt64(byte)
      // times 2^88 + 0x13b
      let product = low.multipliedFullWidth(by: 0x13b)
      high = high &* 0x13b &+ product.high &+ (low << 24)
      low = product.low
    }
    return (high ^ (low >> 17), low)
  }

  private static func base32(_ hash: (UInt64, UInt64)) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var out: [UInt8] = []
    for index in 0..<12 {
      out.append(alphabet[Int(truncatingIfNeeded: hash.0 >> (5 * index)) & 31])
    }
    for index in 0..<4 { out.append(alphabet[Int(truncatingIfNeeded: hash.1 >> (5 * index)) & 31]) }
    return String(decoding: out, as: UTF8.self)
  }
}
