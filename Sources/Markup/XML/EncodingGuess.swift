/// Guesses the encoding of text that is not UTF-8 and does not say what it is.
///
/// Every script leaves its mark on the distribution of high bytes: Hangul syllables in EUC-KR lead
/// with B0…C8, kana in Shift_JIS with 82 and 83, kana in EUC-JP with A4 and A5; Russian in KOI8-R
/// is mostly C0…DF, in windows-1251 mostly E0…FF; Hebrew has no capitals (C0…DF empty).
enum EncodingGuess {
  static func encoding(of bytes: [UInt8]) -> String? {
    var lead = [Int](repeating: 0, count: 256)
    var counts = [Int](repeating: 0, count: 256)
    var pairs = 0
    var kana = 0
    var high = 0
    var runs = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      counts[Int(byte)] += 1
      high += 1
      if index == 0 || bytes[index - 1] < 0x80 { runs += 1 }
      if index + 1 < bytes.count, bytes[index + 1] >= 0x80 {
        lead[Int(byte)] += 1
        pairs += 1
        counts[Int(bytes[index + 1])] += 1
        high += 1
        if byte == 0x82 || byte == 0x83 { kana += 1 }
        index += 2
      } else {
        if byte == 0x82 || byte == 0x83 { kana += 1 }
        index += 1
      }
    }
    guard high >= 12 else { return nil }
    func share(_ range: ClosedRange<Int>, of table: [Int], in whole: Int) -> Double {
      Double(table[range].reduce(0, +)) / Double(Swift.max(1, whole))
    }
    if 2 * kana > runs, kana * 5 > pairs { return "SHIFT_JIS" }
    // A western text has single high bytes among letters, others have whole words of them.
    guard Double(high) > 2.2 * Double(runs) else { return nil }
    let lower = share(0xC0...0xDF, of: counts, in: high)
    let upper = share(0xE0...0xFF, of: counts, in: high)
    if share(0xA4...0xA5, of: lead, in: pairs) > 0.3 { return "EUC-JP" }
    if upper > 0.9, lower < 0.02 { return "windows-1255" }
    if lower + upper > 0.9 { return lower > upper ? "KOI8-R" : "windows-1251" }
    if share(0xB0...0xC8, of: lead, in: pairs) > 0.7 { return "EUC-KR" }
    if share(0xB0...0xF7, of: lead, in: pairs) > 0.6 { return "gb18030" }
    return nil
  }
}
