/// A language by its primary BCP 47 subtag (`de`, `en`, `fr` …); `und` where it is not known.
public struct Language: Sendable, Hashable, Codable, RawRepresentable, CustomStringConvertible {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The primary subtag of a language tag as pages give it (`de-DE`, `de_AT`, `DE`).
  public init?(tag: String) {
    let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
    guard (2...3).contains(primary.count), primary.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    rawValue = String(primary)
  }

  public var description: String { rawValue }

  public static let german = Language(rawValue: "de")
  public static let english = Language(rawValue: "en")
  public static let unknown = Language(rawValue: "und")

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
