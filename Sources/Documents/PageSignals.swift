/// What a page says of itself outside its text, gathered while the tree is walked.
struct PageSignals: Sendable {
  /// `name`, `property` or `itemprop` of a meta element in lower case, and its content.
  var metas: [(key: String, value: String)] = []
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

  func meta(_ keys: String...) -> String? {
    for key in keys {
      if let found = metas.first(where: { $0.key == key && !$0.value.isEmpty }) {
        return found.value
      }
    }
    return nil
  }

  func all(_ key: String) -> [String] { metas.filter { $0.key == key }.map(\.value) }
}
