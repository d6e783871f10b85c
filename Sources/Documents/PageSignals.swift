/// What a page says of itself outside its text, gathered while the tree is walked.
struct PageSignals: Sendable {
  /// A meta element's `name`, `property` or `itemprop`, as a hash, and its content.
  struct Meta: Sendable {
    var key: UInt64
    var content: ArraySlice<UInt8>

    var value: String { String(decoding: content, as: UTF8.self) }
  }

  var metas: [Meta] = []
  /// The texts of JSON-LD scripts.
  var scripts: [[UInt8]] = []
  var title: String?
  var canonical: String?
  var base: String?
  var language: String?
  /// `time` elements and `itemprop` dates: the value, and the piece it stands at.
  var times: [(value: String, piece: Int, isPublished: Bool, isUpdated: Bool)] = []
  /// Names by `rel=author`, `itemprop=author` and classes of bylines, and the piece they stand at.
  var authors: [(name: String, piece: Int, strength: Int)] = []

  /// The content of the first meta element that says something under one of the keys, which are in
  /// lower case.
  func meta(_ keys: StaticString...) -> String? {
    for key in keys {
      let wanted = Self.key(key)
      if let found = metas.first(where: { $0.key == wanted && !$0.content.isEmpty }) {
        return found.value
      }
    }
    return nil
  }

  func all(_ key: StaticString) -> [String] {
    let wanted = Self.key(key)
    var out: [String] = []
    for meta in metas where meta.key == wanted { out.append(meta.value) }
    return out
  }

  private static func key(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { key($0) }
  }

  /// A hash of a key in any case.
  static func key(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(WordWalk.seed) {
      ($0 ^ UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1)) &* 0x0000_0100_0000_01b3
    }
  }
}
