import Evidence
import Press
import Storage

/// Says where passages stand in code points, as the API counts; each article is asked for once.
///
/// A class, because what it has looked up is shared by all citations of one answer.
final class PassageScale {
  private struct Key: Hashable {
    var article: Article.ID
    var version: Int
  }

  private let library: Library
  private var known: [Key: CodePoints?] = [:]

  init(_ library: Library) { self.library = library }

  /// Code points from the beginning of the text of the passage's article and version. Where that
  /// version cannot be read any more the bytes stand, since nothing better is known.
  func codePoints(_ passage: Passage) -> Range<Int> {
    let key = Key(article: passage.article, version: passage.version)
    if known[key] == nil {
      let filed = try? library.article(passage.article, version: passage.version)
      known[key] = .some(filed.map { CodePoints($0.article.body.utf8) })
    }
    guard let points = known[key] ?? nil else { return passage.lower..<passage.upper }
    return points.offset(ofByte: passage.lower)..<points.offset(ofByte: passage.upper)
  }
}
