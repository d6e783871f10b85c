import Markup
import Press

/// What one page gave: the article, and what an article cannot hold.
struct PageReading: Sendable {
  var article: Article
  /// The publication date as the page states it, in its own zone.
  var published: StatedDate?
  var updated: StatedDate?

  init(page bytes: [UInt8], url: String?, contentType: String?, id: String?, hints: Hints?) {
    let decoded = Encodings.utf8(from: bytes, contentType: contentType).bytes
    let tree = Tree(html: decoded)
    var desk = PageDesk(PageFlow(tree, url: url), url: url, id: id, hints: hints)
    self = desk.reading()
    let length = article.textLength
    guard length < 200 else { return }
    // Nearly nothing is displayed: the text may wait for a script to show it.
    var second = PageDesk(
      PageFlow(tree, url: url, showsHidden: true), url: url, id: id, hints: hints)
    let other = second.reading()
    if other.article.textLength > 4 * length + 400 { self = other }
  }

  init(article: Article, published: StatedDate?, updated: StatedDate?) {
    self.article = article
    self.published = published
    self.updated = updated
  }
}

/// Works one page through: traits, text, headline, standfirst, rules, blocks.
struct PageDesk {
  var flow: PageFlow
  let url: String?
  let id: String?
  let hints: Hints?
  let data: StructuredData
  private var leads: [Int] = []

  init(_ flow: PageFlow, url: String?, id: String?, hints: Hints?) {
    self.flow = flow
    self.url = url
    self.id = id
    self.hints = hints
    data = StructuredData(scripts: flow.signals.scripts)
  }

  var signals: PageSignals { flow.signals }

  mutating func reading() -> PageReading {
    flow.settleTraits()
    attest()
    let headline = HeadlineReader(
      page: flow.page, signals: signals, data: data, hint: hints?.title
    ).choice()
    cut(headline)
    flow.noteLinksAway()
    Removals.apply(to: &flow.page)
    for index in leads { flow.page.removedBy[index] = nil }
    return assembled(headline)
  }

  private mutating func attest() {
    let attestation = Attestation(data.body)
    guard !attestation.isEmpty else { return }
    for index in flow.page.pieces.indices {
      let piece = flow.page.pieces[index]
      guard piece.measure.words >= 3 else { continue }
      flow.page.pieces[index].attested = attestation.share(of: flow.page.hashes(piece))
    }
  }

  /// Sets the span of the article and the standfirst.
  private mutating func cut(_ headline: HeadlineReader.Choice) {
    let finder = BodyFinder(flow.page, flow.enclosures)
    let rootElement = finder.root(flow.enclosures, headline: headline.piece)
    let root = rootElement.map { flow.enclosures[$0].pieces } ?? 0..<flow.page.pieces.count
    flow.page.span = root
    flow.page.headline = headline.piece.flatMap { $0 < root.upperBound ? $0 : nil }
    flow.page.headlineWords = HeadlineReader.words(headline.text)
    flow.page.siteWords =
      (signals.meta("og:site_name") ?? data.publisher ?? domainLabel).map(HeadlineReader.words)
      ?? WordSet()
    flow.page.authorNames = BylineNames.openings(of: data.authors + signals.all("author"))
    if flow.page.authorNames.isEmpty {
      let lines = BylineReader.lines(of: flow.page)
      flow.page.authorNames = BylineNames.openings(of: lines.map(\.name))
    }
    let description = data.description ?? signals.meta("description", "og:description")
    leads = LeadFinder.leads(&flow.page, root: root, description: description)
    if let head = flow.page.headline, root.contains(head), isAbove(head, in: root) {
      for index in root.lowerBound..<head { flow.page.removedBy[index] = "above-headline" }
    }
    for index in flow.page.pieces.indices where !flow.page.span.contains(index) {
      flow.page.removedBy[index] = "outside"
    }
    BoxFinder.mark(&flow.page, flow.enclosures, finder.worths, root: root)
    TailFinder.mark(&flow.page)
    BodyBounds.mark(&flow.page)
    for index in leads { flow.page.removedBy[index] = nil }
    if leads.isEmpty, let lead = LeadFinder.lead(within: flow.page, description: description) {
      leads = [lead]
    }
  }

  /// «bote» of bote.example.
  private var domainLabel: String? {
    (url ?? signals.canonical).flatMap { WebAddress($0) }.map {
      String(Substring($0.outlet.utf8.prefix { $0 != UInt8(ascii: ".") }))
    }
  }

  /// Whether nearly all running text of the root comes after the headline.
  private func isAbove(_ head: Int, in root: Range<Int>) -> Bool {
    var before = 0
    var all = 0
    for index in root where flow.page.pieces[index].measure.isProse {
      all += flow.page.pieces[index].measure.words
      if index < head { before += flow.page.pieces[index].measure.words }
    }
    // What is told in a list above the headline is told of other things.
    return before * 4 <= all
      || all - before >= 100 && before <= 3 * (all - before) && !isProse(above: head, in: root)
  }

  /// Whether paragraphs of running text stand above the headline.
  private func isProse(above head: Int, in root: Range<Int>) -> Bool {
    (root.lowerBound..<head).contains {
      flow.page.pieces[$0].measure.isProse && flow.page.pieces[$0].kind != .item
    }
  }

  private func assembled(_ headline: HeadlineReader.Choice) -> PageReading {
    let page = flow.page
    let canonical = canonicalAddress()
    let base =
      (signals.base ?? url ?? canonical).flatMap { WebAddress($0) }
      ?? url.flatMap { WebAddress($0) }
    var builder = BlockBuilder(flow, base: base)
    let standfirst = leads.map { page.string(page.pieces[$0]) }.joined(separator: " ")
    let isLead = Set(leads)
    for index in page.span where page.removedBy[index] == nil && index != page.headline {
      if !isLead.contains(index) { builder.add(index) }
    }
    let blocks = builder.finish()
    let dates = DateFinder(page: page, signals: signals, data: data, url: url)
    let published = dates.published()
    let updated = dates.updated()
    let text = TextLanguage.beginning(of: blocks)
    let address = canonical ?? url
    let hasText = blocks.contains { !$0.text.isEmpty }
    let judge = AccessReader(
      page: page, signals: signals, data: data, url: url ?? canonical, blocks: blocks)
    let article = Article(
      id: id ?? address.map(ArticleIdentity.id(address:)) ?? ArticleIdentity.id(content: page.text),
      url: url ?? canonical, canonicalURL: canonical, outlet: outlet(),
      originalURL: OriginalFinder(flow: flow, data: data, base: base).address(),
      headline: headline.text, kicker: headline.kicker,
      standfirst: standfirst.isEmpty ? nil : standfirst,
      bylines: BylineReader.bylines(
        BylineReader(page: page, signals: signals, data: data)
          .bylines(orLinked: flow.linkedAuthors),
        dateline: blocks.first { !$0.text.isEmpty }?.text),
      dateline: DatelineReader.dateline(of: standfirst)
        ?? blocks.first { !$0.text.isEmpty }.flatMap { DatelineReader.dateline(of: $0.text) },
      published: published?.date ?? hints?.published, updated: updated?.date,
      language: language(of: text), tags: tags(), blocks: blocks, removed: removed(),
      kind: judge.kind, access: judge.access, extractor: ArticleReader.version,
      confidence: hasText ? Assurance(page: page).confidence : 0)
    return PageReading(article: article, published: published, updated: updated)
  }

  private func canonicalAddress() -> String? {
    guard let canonical = signals.canonical ?? signals.meta("og:url") else { return nil }
    let base = url.flatMap { WebAddress($0) }
    guard let found = base?.resolve(Array(canonical.utf8)[...]) ?? WebAddress(canonical) else {
      return nil
    }
    // A page speaks for its own outlet only, and not by its front page.
    if let base, base.outlet != found.outlet || found.path == "/" && base.path != "/" { return nil }
    return found.string
  }

  private func outlet() -> Outlet {
    let name = hints?.outlet ?? signals.meta("og:site_name") ?? data.publisher
    return WebAddress.outlet(of: url ?? signals.canonical, named: name.map { TextFold.folded($0) })
  }

  private func language(of text: String) -> Language {
    let guessed = TextLanguage.guess(text)
    if guessed != .unknown { return guessed }
    for tag in [signals.language, data.language, signals.meta("og:locale", "content-language")] {
      if let tag, let language = Language(tag: tag) { return language }
    }
    return .unknown
  }

  private func tags() -> [String] {
    var out: [String] = []
    let named =
      data.section + signals.all("article:section") + signals.all("article:tag") + data.keywords
      + (signals.meta("news_keywords", "keywords") ?? "").utf8.split(separator: UInt8(ascii: ","))
      .map { String(Substring($0)) }
    for tag in named {
      if out.count >= 30 { break }
      let folded = TextFold.folded(tag)
      if !folded.isEmpty, folded.utf8.count < 80, !out.contains(folded) {
        out.append(folded)
      }
    }
    return out
  }

  /// What stood in the article's span and was taken out, in order.
  private func removed() -> [RemovedBlock] {
    var out: [RemovedBlock] = []
    for index in flow.page.pieces.indices {
      guard let rule = flow.page.removedBy[index], rule != "outside" else { continue }
      let text = flow.page.string(flow.page.pieces[index])
      if !text.isEmpty { out.append(RemovedBlock(rule: rule, text: text)) }
    }
    return out
  }
}

extension Article {
  /// Bytes of the text without paragraph breaks.
  fileprivate var textLength: Int {
    blocks.reduce(standfirst?.utf8.count ?? 0) { $0 + $1.text.utf8.count }
  }
}
