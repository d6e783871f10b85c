/// Names and values of a query or a form, in their order; a name may come again.
///
/// Apps send ids and labels raw, percent-encoded or both, so a broken escape stands for itself.
struct WebForm: Sendable {
  private(set) var pairs: [(name: String, value: String)] = []

  /// More than this is no form of an app.
  private static let most = 25_000

  init() {}

  init(_ bytes: some Collection<UInt8>) {
    for pair in bytes.split(separator: UInt8(ascii: "&")).prefix(Self.most) {
      let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      pairs.append(
        (
          Self.decoded(pair[..<end], isForm: true),
          Self.decoded(pair[end...].dropFirst(), isForm: true)
        ))
    }
  }

  /// The first value of a name.
  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// The first value that is not empty, without white space around it.
  func text(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    let text = value.drop { $0.isWhitespace }
    let end = text.lastIndex { !$0.isWhitespace }
    return end.map { String(text[...$0]) }
  }

  func number(_ name: String) -> Int64? { self[name].flatMap { Int64($0) } }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  /// These values before those.
  func adding(_ other: WebForm) -> WebForm {
    var both = self
    both.pairs += other.pairs
    return both
  }

  static func decoded(_ bytes: some Collection<UInt8>, isForm: Bool = false) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: "%"), index < bytes.endIndex, let high = value(bytes[index]) {
        let next = bytes.index(after: index)
        if next < bytes.endIndex, let low = value(bytes[next]) {
          out.append(high << 4 | low)
          index = bytes.index(after: next)
          continue
        }
      }
      out.append(isForm && byte == UInt8(ascii: "+") ? 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
