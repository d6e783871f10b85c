package import Fetching
import Press
package import Storage

/// Brings the pictures of articles home, after the articles: fetched by us, checked, made smaller.
/// It goes on where it stopped, and what cannot be had once is not asked for again.
package struct PictureDesk: Sendable {
  let library: Library
  let fetcher: Fetcher
  let maker: PictureMaker
  /// In a public edition pictures need permission: the source's rights say `full`.
  let needsPermission: Bool

  private static let mostOfArticle = 6
  /// Of what came before we began, only so many articles get pictures.
  private static let window = 400
  private static let marker = "pictures.seen"

  package init(library: Library, fetcher: Fetcher, maker: PictureMaker, needsPermission: Bool) {
    self.library = library
    self.fetcher = fetcher
    self.maker = maker
    self.needsPermission = needsPermission
  }

  /// Looks through the articles that came since the last time; returns how many pictures came.
  ///
  /// - Throws: `LibraryError` only.
  package func run(now: Int64) async throws -> Int {
    var count = 0
    while !Task.isCancelled {
      let seen = try library.setting(Self.marker).flatMap { Int64($0) } ?? 0
      let next = try library.articles(after: seen, window: Self.window, limit: 20)
      guard let last = next.last else { break }
      for (_, id) in next {
        count += try await bring(picturesOf: id, now: now)
        if Task.isCancelled { return count }
      }
      try library.set(Self.marker, to: String(last.version))
    }
    if count > 0 { _ = try library.dropUnusedPictures(before: now - 86_400) }
    return count
  }

  private func bring(picturesOf id: Article.ID, now: Int64) async throws -> Int {
    guard let article = try library.texts([id]).first?.article else { return 0 }
    let wanted = Self.pictures(of: article)
    guard !wanted.isEmpty else { return 0 }
    if needsPermission, try library.rights(ofArticle: id) != .full { return 0 }
    var made = 0
    for url in wanted where try !library.knows(picture: Library.pictureID(url)) {
      var forms: [PictureForm] = []
      var fault: String?
      do {
        let answer = try await fetcher.fetch(Request(url: url, purpose: .picture))
        forms = try await maker.forms(of: answer.body)
      } catch {
        // What was given up because we stop is asked for another time.
        if Task.isCancelled { return made }
        fault = "\(error)"
      }
      try library.keep(picture: url, forms: forms, fault: fault, at: now)
      if !forms.isEmpty { made += 1 }
    }
    try library.note(pictures: wanted.map(Library.pictureID), of: id)
    return made
  }

  /// The addresses of the pictures in an article's text that are large enough by what its page says.
  private static func pictures(of article: Article) -> [String] {
    var urls: [String] = []
    for case .picture(let picture) in article.blocks {
      let isSmall =
        picture.width.map { $0 < PictureMaker.least.width } ?? false
        || picture.height.map { $0 < PictureMaker.least.height } ?? false
      guard !isSmall, picture.url.hasPrefix("http"), !urls.contains(picture.url) else { continue }
      urls.append(picture.url)
    }
    return Array(urls.prefix(mostOfArticle))
  }
}
