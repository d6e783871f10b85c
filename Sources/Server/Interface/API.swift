import Editions
import Fetching
import Foundation
import HTTPTypes
import Hummingbird
import Press
import Storage
import Stories
import Synchronization

/// The house's own JSON interface, for reading. `APIDocument` describes it.
struct API: Sendable {
  let library: Library
  let settings: SiteSettings
  let shelf: Shelf

  /// The answer to a request, or nil where the path is not below `/api/v1`.
  func response(to request: Request, now: Int64) throws -> Response? {
    let path = request.uri.path
    guard path == APIRoute.root || path.hasPrefix(APIRoute.root + "/") else { return nil }
    do {
      guard request.method == .get || request.method == .head else {
        throw APIProblem(
          status: 405, code: "method_not_allowed", message: "Only GET and HEAD are answered.")
      }
      let target = request.uri.string
      let route = try Self.route(target)
      if route == .events { return Events(library: library).response(to: request, shelf: shelf) }
      return try answer(route, target: target, Codings(of: request), now: now)
        .response(to: request)
    } catch let problem as APIProblem {
      var response = Self.answer(problem).response(to: request)
      if problem.status == 405 { response.headers[.allow] = "GET, HEAD" }
      return response
    }
  }

  /// Whether a request costs enough to be counted.
  static func isCounted(_ request: Request) -> Bool {
    let path = request.uri.path
    return path.hasPrefix(APIRoute.root)
      || ["/search", "/quantity/"].contains { path.hasPrefix($0) || path.hasPrefix("/en\($0)") }
  }

  /// The device whose key comes along (RFC 6750) and whose requests are counted for themselves; nil
  /// where there is no key.
  /// - Throws: `APIProblem.unauthorized` for a key nobody has.
  func device(of request: Request, now: Int64) throws -> String? {
    guard request.uri.path.hasPrefix(APIRoute.root),
      let authorization = request.headers[.authorization]
    else { return nil }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else {
      throw APIProblem.unauthorized
    }
    let secret = Secret(String(parts[1]))
    guard try library.account(ofDevice: secret.hash, at: now) != nil else {
      throw APIProblem.unauthorized
    }
    return "key \(secret.formToken)"
  }

  static func answer(_ problem: APIProblem) -> Answer {
    struct Body: Encodable {
      struct Content: Encodable {
        var code: String
        var message: String
      }
      var error: Content
    }
    let body = Body(error: .init(code: problem.code, message: problem.message))
    return Answer(
      status: .init(code: problem.status), contentType: "application/json",
      body: (try? bytes(body)) ?? [], maxAge: nil)
  }

  private func answer(_ route: APIRoute, target: String, _ codings: Codings, now: Int64) throws
    -> Answer
  {
    if case .search(let query, let page, let below) = route {
      return Answer(
        contentType: "application/json", body: try search(query, page: page, below: below),
        maxAge: 0, care: .quickly(codings))
    }
    return try shelf.answer(for: target, codings, now: now) {
      try made(route, now: now, care: .quickly(codings), before: nil)
    }
  }

  /// What lies at one of our targets, packed for all; nil where there is nothing.
  /// - Parameter before: what was said there; where it is still true it is not packed again.
  func page(at target: String, now: Int64, before: Answer?) throws -> PageRenderer.Made? {
    do {
      return try made(try Self.route(target), now: now, care: .whole, before: before)
    } catch is APIProblem {
      return nil
    }
  }

  private func made(_ route: APIRoute, now: Int64, care: Answer.Care, before: Answer?) throws
    -> PageRenderer.Made
  {
    let (body, subjects) = try value(route)
    let laid = LaidOut(contentType: "application/json", bytes: body, subjects: subjects)
    return (
      laid.answer(
        for: ReaderLook(), root: settings.root, now: now, care: care, before: before),
      subjects
    )
  }

  private static func route(_ target: String) throws -> APIRoute {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return try APIRoute(path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "")
  }

  private func value(_ route: APIRoute) throws -> (body: [UInt8], subjects: Set<Shelf.Subject>) {
    switch route {
    case .stories(let section, let language, let limit, let after):
      return (
        try Self.bytes(try stories(section, language, limit, after)),
        [section.map { .section($0) } ?? .stories]
      )
    case .story(let id):
      let filed = try story(id)
      return (
        try Self.bytes(APIStory(filed.summary, members: filed.story.members)),
        [.story(id), .story(filed.story.id)]
      )
    case .dossier(let id):
      let filed = try story(id)
      return (
        try Self.bytes(APIDossier(filed, scale: PassageScale(library))),
        [.story(id), .story(filed.story.id)]
      )
    case .article(let id):
      let filed = try article(id)
      return (try Self.bytes(APIArticle(filed, rights: try rights(id))), [.article(id), .sources])
    case .evidence(let id):
      let filed = try article(id)
      guard try rights(id) == .full else {
        throw APIProblem.forbidden("The source's rights do not allow its text to be shown.")
      }
      return (try Self.bytes(APIFindings(filed)), [.article(id), .sources])
    case .sources: return (try Self.bytes(try sources()), [.sources, .everything])
    case .document: return (APIDocument.bytes(root: settings.root), [])
    case .search, .events: return ([], [])
    }
  }

  // MARK: Values

  private func stories(
    _ section: Section?, _ language: Language?, _ limit: Int, _ after: StoryCursor?
  ) throws -> APIStories {
    let found = try library.stories(
      after: after, section: section, language: language, limit: limit)
    return APIStories(
      stories: found.stories.map { APIStory($0) }, next: found.next?.text)
  }

  private func story(_ id: Story.ID) throws -> FiledStory {
    guard let filed = try library.story(id) else {
      throw APIProblem.notFound("There is no story with this id.")
    }
    return filed
  }

  private func article(_ id: Article.ID) throws -> FiledArticle {
    guard let filed = try library.article(id) else {
      throw APIProblem.notFound("There is no article with this id.")
    }
    return filed
  }

  private func rights(_ id: Article.ID) throws -> Source.Rights {
    settings.isPublic ? try library.rights(ofArticle: id) : .full
  }

  private func sources() throws -> APISources {
    let articles = try library.articlesBySource()
    return APISources(
      sources: try library.sources().map { state in
        APISources.Item(
          url: state.source.url, kind: state.source.kind.rawValue, outlet: state.source.outlet,
          title: state.source.title, category: state.source.category,
          rights: state.source.rights.rawValue, articles: articles[state.source.url] ?? 0,
          failing: state.failures > 0,
          checked: state.checkedAt.map { PressDate(instant: $0).iso8601 })
      })
  }

  private func search(_ query: String, page: Int, below: Int?) throws -> [UInt8] {
    let asked = SearchQuery(query)
    let answer = try library.find(asked, page: page, below: below.map(Int64.init))
    let hits = PageRenderer.hits(answer.found, for: asked)
    let results = zip(answer.found, hits).map { found, hit in
      let points = CodePoints(Array(hit.snippet.utf8))
      return APISearch.Result(
        article: found.article.id, story: found.story, headline: found.article.headline,
        outlet: APIOutlet(id: found.article.outlet.id, name: found.article.outlet.name),
        published: found.article.published.map(APIDate.init),
        language: found.article.language.rawValue, snippet: hit.snippet,
        marks: hit.marks.map {
          [points.offset(ofByte: $0.lowerBound), points.offset(ofByte: $0.upperBound)]
        }, more: found.more,
        page: Address(.article(found.article.id, anchor: hit.anchor)).path)
    }
    return try Self.bytes(
      APISearch(
        query: query, results: results, hasMore: answer.hasMore, partial: answer.isPartial,
        below: answer.below,
        suggestion: answer.suggestion))
  }

  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }
}
