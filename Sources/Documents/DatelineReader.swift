/// Reads the place and the agency with which many reports begin: «Harsbach (NDA) – Der Rat …»,
/// «BERLIN, 3 March (Reuters) - The council …».
enum DatelineReader {
  /// What stands before the dash, without the agency in parentheses; nil where the text begins
  /// otherwise.
  static func dateline(of text: String) -> String? {
    // Of native text the first bytes lie at hand; `prefix` of a view would copy them one by one.
    let head =
      text.utf8.withContiguousStorageIfAvailable { Array($0.prefix(100)) }
      ?? Array(text.utf8.prefix(100))
    guard let end = dash(in: head), end >= 3 else { return nil }
    let opening = head[..<end]
    guard let first = opening.first, first >= 0x41, !opening.contains(10) else { return nil }
    if let parenthesis = opening.firstIndex(of: UInt8(ascii: "(")),
      opening.last == UInt8(ascii: ")")
    {
      let place = trimmed(opening[..<parenthesis])
      let agency = opening[(parenthesis + 1)...].dropLast()
      guard isPlace(place), isAgency(agency) else { return nil }
      return String(decoding: place, as: UTF8.self)
    }
    let place = trimmed(opening)
    guard isPlace(place), isCapitals(place) else { return nil }
    return String(decoding: place, as: UTF8.self)
  }

  /// Where a dash between spaces begins: `–`, `—`, `-`, `--`.
  private static func dash(in head: [UInt8]) -> Int? {
    for index in head.indices.dropFirst() where head[index] == 0x20 {
      let rest = head[(index + 1)...]
      if rest.starts(with: [0xE2, 0x80, 0x93, 0x20]) || rest.starts(with: [0xE2, 0x80, 0x94, 0x20])
        || rest.starts(with: "- ".utf8) || rest.starts(with: "-- ".utf8)
      {
        return index
      }
    }
    return nil
  }

  /// At most six words and no sentence.
  private static func isPlace(_ place: ArraySlice<UInt8>) -> Bool {
    guard (2...60).contains(place.count) else { return false }
    let measure = Measure(place)
    return (1...6).contains(measure.words) && measure.innerStops == 0 && measure.lowerWords <= 2
  }

  /// A known agency, or two to six capitals.
  private static func isAgency(_ name: ArraySlice<UInt8>) -> Bool {
    if AgencySignature.isSignature(name) { return true }
    return (2...6).contains(name.count) && name.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether the first word is written in capitals, as places are that no agency follows.
  private static func isCapitals(_ place: ArraySlice<UInt8>) -> Bool {
    let word = place.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    let letters = word.filter { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return letters.count >= 3 && letters.allSatisfy { $0 < 0x5B }
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = slice
    while let last = slice.last, last == 0x20 || last == UInt8(ascii: ",") { slice.removeLast() }
    return slice
  }
}
