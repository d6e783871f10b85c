import Editions
import Press
import Storage

extension PageRenderer {
  /// One width of a picture of ours, with what it needs to go when its article goes.
  func picture(_ id: String, width: Int) throws -> LaidOut? {
    guard let (bytes, articles) = try library.picture(id, width: width) else { return nil }
    if settings.isPublic {
      guard try articles.contains(where: { try library.rights(ofArticle: $0) == .full }) else {
        return nil
      }
    }
    var laid = LaidOut(
      contentType: "image/webp", bytes: bytes, subjects: Set(articles.map(Shelf.Subject.article)))
    laid.isPicture = true
    return laid
  }

  /// The pictures of an article that stand here.
  func pictures(of article: Article) throws -> [String: KeptPicture] {
    guard article.hasPictures else { return [:] }
    return try library.pictures(of: [article.id])
  }

  /// The picture at a story's head: that of the article its headline is from, else of another.
  func leadPicture(among articles: [Article], first: Article.ID) throws -> LeadPicture? {
    let own = articles.filter { $0.id == first } + articles.filter { $0.id != first }
    for article in own where article.hasPictures {
      if settings.isPublic, try library.rights(ofArticle: article.id) != .full { continue }
      let kept = try pictures(of: article)
      for case .picture(let picture) in article.blocks {
        guard let kept = kept[picture.url] else { continue }
        return LeadPicture(
          picture: picture, kept: kept, article: article.id, outlet: article.outlet,
          language: article.language)
      }
    }
    return nil
  }

  /// The same for a front; of a long story only the first articles are looked at.
  func leadPicture(of story: StorySummary) throws -> LeadPicture? {
    let members = try library.articles(ofStory: story.id).prefix(12)
    return try leadPicture(
      among: try library.texts([story.lead] + members.filter { $0 != story.lead }).map(\.article),
      first: story.lead)
  }
}

extension Article {
  fileprivate var hasPictures: Bool {
    blocks.contains { if case .picture = $0 { true } else { false } }
  }
}
