import Evidence
import Press
import Stories

extension Address {
  /// Reads a path with its query and fragment as a browser sends or shows it; nil where the paper
  /// has no such place. What cannot be decoded is no place.
  package init?(_ target: String) {
    var rest = Array(target.utf8)[...]
    let fragment = rest.cut(at: UInt8(ascii: "#"))
    let query = rest.cut(at: UInt8(ascii: "?"))
    guard rest.first == UInt8(ascii: "/"), rest.count <= 4_096 else { return nil }
    var segments: [String] = []
    for part in rest.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let segment = PathSegment.decoded(part) else { return nil }
      segments.append(segment)
    }
    var language = EditionLanguage.german
    if segments.first == EditionLanguage.english.rawValue {
      language = .english
      segments.removeFirst()
    }
    if segments.isEmpty { segments = [""] }
    guard
      let place = Self.place(segments, query: query, fragment: fragment, language: language)
    else { return nil }
    self.init(place, in: language)
  }

  private static func place(
    _ segments: [String], query: ArraySlice<UInt8>?, fragment: ArraySlice<UInt8>?,
    language: EditionLanguage
  ) -> Place? {
    switch segments.count {
    case 1: return place(segments[0], query: query, language: language)
    case 2:
      guard !segments[1].isEmpty else { return nil }
      if segments[0] == "search" {
        guard let format = FeedFormat(file: segments[1]),
          case .search(let words, _, _) = search(query ?? []), !words.isEmpty
        else { return nil }
        return .feed(.search(words), format)
      }
      return place(segments[0], segments[1], fragment: fragment, language: language)
    case 3:
      if segments[0] == "story", segments[2] == cardFile, !segments[1].isEmpty {
        return .card(segments[1])
      }
      guard let format = FeedFormat(file: segments[2]), !segments[1].isEmpty else { return nil }
      return FeedTopic(kind: segments[0], id: segments[1]).map { .feed($0, format) }
    default: return nil
    }
  }

  private static func place(
    _ segment: String, query: ArraySlice<UInt8>?, language: EditionLanguage
  ) -> Place? {
    switch segment {
    case "": .front
    case "search": search(query ?? [])
    case "sources": .sources
    case "how": .how
    case "look": .look
    case "imprint": .imprint
    case "privacy": .privacy
    case "corrections": .corrections
    case "archive": .archive
    case "sources.opml": .sourceList
    case "robots.txt": language == .german ? .robots : nil
    case "icon.svg": language == .german ? .icon : nil
    default: served(segment, language)
    }
  }

  private static func served(_ file: String, _ language: EditionLanguage) -> Place? {
    if let format = FeedFormat(file: file) { return .feed(.front, format) }
    if let asset = Asset(rawValue: file) { return language == .german ? .asset(asset) : nil }
    if let part = Sitemap.allCases.first(where: { "\($0.rawValue).xml" == file }) {
      return language == .german ? .sitemap(part) : nil
    }
    return Section(slug: file, in: language).map { .section($0) }
  }

  private static func place(
    _ first: String, _ second: String, fragment: ArraySlice<UInt8>?, language: EditionLanguage
  ) -> Place? {
    switch first {
    case "story": return .story(second)
    case "article": return .article(second, anchor: anchor(fragment))
    case "passage": return passage(second)
    case "outlet": return .outlet(second)
    case "name": return .name(second)
    case "quantity": return Quantity.Anchor(segment: second).map { .quantity($0) }
    case "day": return CivilDay(iso8601: second).map { .day($0) }
    case "picture": return picture(second)
    default:
      guard let format = FeedFormat(file: second) else { return nil }
      return Section(slug: first, in: language).map { .feed(.section($0), format) }
    }
  }

  /// `ID-WIDTH.webp`
  private static func picture(_ file: String) -> Place? {
    let parts = file.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix(".webp"), (1...40).contains(parts[0].utf8.count),
      let width = Int(parts[1].dropLast(5)), (1...20_000).contains(width)
    else { return nil }
    return .picture(String(parts[0]), width: width)
  }

  private static func anchor(_ fragment: ArraySlice<UInt8>?) -> Int? {
    guard let fragment, fragment.first == UInt8(ascii: "p"), fragment.count <= 8 else {
      return nil
    }
    let digits = fragment.dropFirst()
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// `ARTICLE.VERSION.HASH`; an article's identifier has no dot, but reading from the end would
  /// bear one.
  private static func passage(_ segment: String) -> Place? {
    let parts = segment.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let version = Int(parts[parts.count - 2]), version >= 0,
      parts[parts.count - 1].utf8.count == 16,
      let sentence = UInt64(parts[parts.count - 1], radix: 16)
    else { return nil }
    let id = parts.dropLast(2).joined(separator: ".")
    return id.isEmpty ? nil : .passage(id, version: version, sentence: sentence)
  }

  private static func search(_ query: ArraySlice<UInt8>) -> Place {
    var words = ""
    var page = 1
    var below: Int64?
    for field in query.split(separator: UInt8(ascii: "&")) {
      var value = field
      let rest = value.cut(at: UInt8(ascii: "="))
      guard let name = PathSegment.decoded(value, isForm: true),
        let text = PathSegment.decoded(rest ?? [], isForm: true)
      else { continue }
      if name == "q" { words = text }
      if name == "page", let number = Int(text), (1...10_000).contains(number) { page = number }
      if name == "below", let number = Int64(text), number > 0 { below = number }
    }
    return .search(query: words, page: page, below: below)
  }
}

extension Quantity.Anchor {
  /// `ARTICLE.VERSION.BYTE`
  var segment: String { "\(PathSegment.encoded(article)).\(version).\(lower)" }

  init?(segment: String) {
    let parts = segment.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let version = Self.number(parts[parts.count - 2]),
      let lower = Self.number(parts[parts.count - 1])
    else { return nil }
    let id = parts.dropLast(2).joined(separator: ".")
    guard !id.isEmpty else { return nil }
    self.init(article: id, version: version, lower: lower)
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}

extension Section {
  fileprivate init?(slug: String, in language: EditionLanguage) {
    guard let section = Section.allCases.first(where: { $0.slug(in: language) == slug }) else {
      return nil
    }
    self = section
  }
}

extension CivilDay {
  /// A day as `2026-11-21`.
  init?(iso8601 text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = Int(String(decoding: digits[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: digits[5..<7], as: UTF8.self)),
      let day = Int(String(decoding: digits[8..<10], as: UTF8.self))
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard iso8601 == text else { return nil }
  }
}

/// Percent-encoding of one part of a path or query (RFC 3986 § 2).
enum PathSegment {
  /// All but unreserved characters as `%XX`.
  static func encoded(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      default:
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text, or nil where an escape is broken or the bytes are no UTF-8. In forms a plus sign is
  /// a space.
  static func decoded(_ bytes: ArraySlice<UInt8>, isForm: Bool = false) -> String? {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        guard index + 1 < bytes.endIndex, let high = value(bytes[index]),
          let low = value(bytes[index + 1])
        else { return nil }
        out.append(high << 4 | low)
        index += 2
      } else {
        out.append(isForm && byte == UInt8(ascii: "+") ? 0x20 : byte)
      }
    }
    return String(validating: out, as: UTF8.self)
  }

  /// 16 hexadecimal digits.
  static func hex(_ number: UInt64) -> String {
    String(
      decoding: stride(from: 60, through: 0, by: -4).map { lower[Int(number >> UInt64($0) & 15)] },
      as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
  private static let lower = Array("0123456789abcdef".utf8)

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Takes off what follows a byte, with it, and gives it back; nil where the byte is not there.
  fileprivate mutating func cut(at byte: UInt8) -> ArraySlice<UInt8>? {
    guard let place = firstIndex(of: byte) else { return nil }
    let rest = self[(place + 1)...]
    self = self[..<place]
    return rest
  }
}
