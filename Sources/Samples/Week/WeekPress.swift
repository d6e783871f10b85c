/// A press of invented sources, good and bad, over one week: what each answers at any time.
package struct WeekPress: Sendable {
  package let sources: [WeekSource]
  /// When the week begins, seconds since 1970.
  package let start: Int64
  package let port: Int

  package init(count: Int, start: Int64, port: Int) {
    self.start = start
    self.port = port
    sources = (0..<count).map { WeekSource(number: $0, start: start) }
  }

  /// What a source asks of its server.
  package struct Question: Sendable {
    package var path: String
    package var etag: String?
    package var modifiedSince: String?
    /// When its feed was asked before; nil for the first time.
    package var before: Int64?

    package init(path: String, etag: String?, modifiedSince: String?, before: Int64?) {
      self.path = path
      self.etag = etag
      self.modifiedSince = modifiedSince
      self.before = before
    }
  }

  package enum Answer: Sendable {
    case plain(status: Int, fields: [(String, String)], body: [UInt8])
    /// Nothing at all, part of an answer, an answer without end.
    case silence, breakingOff, endless
  }

  /// The address that is followed.
  package func url(of source: WeekSource) -> String {
    "http://\(source.host):\(port)\(source.path)"
  }

  package func answer(_ source: WeekSource, _ question: Question, at now: Int64) -> Answer {
    if question.path == "/robots.txt" { return robots(source) }
    if question.path.hasPrefix("/artikel/") { return page(source, question.path, at: now) }
    if let trouble = trouble(source, question, at: now) { return trouble }
    return followed(source, question, at: now)
  }

  private func robots(_ source: WeekSource) -> Answer {
    switch source.temper {
    case .hanging: .silence
    case .closed: text("User-agent: *\nDisallow: /\n")
    case .slowRobots: text("User-agent: *\nCrawl-delay: 10\n")
    default: status(404)
    }
  }

  /// What keeps a source from giving its feed at a time.
  private func trouble(_ source: WeekSource, _ question: Question, at now: Int64) -> Answer? {
    let day = source.day(at: now)
    let noon = source.secondOfDay(at: now) / 3600 == 12
    switch source.temper {
    case .hanging: return .silence
    case .breaking: return .breakingOff
    case .endless: return .endless
    case .empty: return .plain(status: 200, fields: [], body: [])
    case .circling:
      return redirect(302, to: question.path == "/feed.xml" ? "/feed2.xml" : "/feed.xml")
    case .luring: return redirect(302, to: "http://169.254.169.254/latest/")
    case .moving where day >= 1 && question.path == "/feed.xml":
      return redirect(301, to: "/neu/feed.xml")
    case .detour where noon && question.path == "/feed.xml":
      return redirect(302, to: "/umweg/feed.xml")
    case .gone where day >= 2: return status(410)
    case .away where day == 2: return status(404)
    case .faltering where noon: return status(500)
    case .resting where noon: return status(503, [("Retry-After", "7200")])
    case .limited:
      guard let before = question.before, now - before < 1_800 else { return nil }
      return status(429, [("Retry-After", "1800")])
    default: return nil
    }
  }

  private func followed(_ source: WeekSource, _ question: Question, at now: Int64) -> Answer {
    let count = source.count(at: now)
    let etag = "\"\(source.number)-\(count)-\(edits(source, at: now))\""
    let date = WeekDate.http(count > 0 ? source.published(count - 1) : source.start)
    var fields: [(String, String)] = []
    if source.temper.hasValidators {
      if source.temper != .dateOnly { fields.append(("ETag", etag)) }
      if source.temper != .etagOnly, source.temper != .edited {
        fields.append(("Last-Modified", date))
      }
      let isSame = question.etag.map { $0 == etag } ?? (question.modifiedSince == date)
      if isSame, question.etag != nil || question.modifiedSince != nil {
        return .plain(status: 304, fields: fields, body: [])
      }
    }
    let writing = WeekWriting(source: source, port: port)
    let (type, body) = writing.document(
      newest: count, editedBefore: now - 3_600, now: now)
    fields.append(("Content-Type", type))
    return .plain(status: 200, fields: fields, body: body)
  }

  /// Articles that were edited: an hour after they are out.
  private func edits(_ source: WeekSource, at now: Int64) -> Int {
    source.temper == .edited ? source.count(at: now - 3_600) : 0
  }

  private func page(_ source: WeekSource, _ path: String, at now: Int64) -> Answer {
    let parts = path.dropFirst("/artikel/".count).split(separator: "-")
    guard parts.count > 2, let article = Int(parts[1]), article < source.count(at: now) else {
      return status(404)
    }
    switch source.temper {
    case .blocking: return status(403)
    case .consent: return text(WeekWriting.consentPage, type: "text/html; charset=utf-8")
    default: break
    }
    let isEdited = source.temper == .edited && source.published(article) < now - 3_600
    let page = WeekWriting(source: source, port: port).page(article, isEdited: isEdited)
    return text(page, type: "text/html; charset=utf-8")
  }

  private func text(_ text: String, type: String = "text/plain") -> Answer {
    .plain(status: 200, fields: [("Content-Type", type)], body: Array(text.utf8))
  }

  private func status(_ status: Int, _ fields: [(String, String)] = []) -> Answer {
    .plain(status: status, fields: fields, body: [])
  }

  private func redirect(_ status: Int, to place: String) -> Answer {
    self.status(status, [("Location", place)])
  }
}
