import Documents
import Hypertext
import Press
import Testing

@testable import Samples

/// The sample press knows what its articles say; the reader sees the pages only.
@Suite struct SampleExtractionTests {
  static let press = SamplePress(weeks: 0, port: 8181)
  static let paths: [[String]] = press.outlets.flatMap { outlet in
    outlet.articlePaths.map { [outlet.address, $0] }
  }

  @Test(arguments: paths) func pageGivesWhatWasWritten(_ path: [String]) throws {
    let (outlet, truth) = try #require(Self.written(path))
    let page = try #require(Self.press.file(outlet: path[0], path: path[1]))
    let found = ArticleReader.article(
      page: page.body, url: outlet.url(of: truth), contentType: page.contentType)
    #expect(found.headline == truth.headline)
    #expect(found.kicker ?? "" == truth.kicker)
    #expect(found.bylines.map(\.name) == (truth.byline.isEmpty ? [] : [truth.byline]))
    if truth.agency != nil { #expect(found.bylines.map(\.role) == [.agency]) }
    // The aggregator's pages give no date.
    let statesDate = outlet.name != "NachrichtenWelt24"
    #expect(found.published?.start == (statesDate ? truth.published : nil))
    let standfirst = outlet.name == "NachrichtenWelt24" ? "" : truth.standfirst
    #expect(found.standfirst ?? "" == standfirst)
    #expect(found.kind == .article)
    #expect(Self.body(found) == truth.body)
    #expect(Self.pullQuotes(found).allSatisfy(truth.pullQuotes.contains))
  }

  /// A feed's full text comes without the page around it, under the entry's title.
  @Test(arguments: paths) func feedContentGivesTheSameText(_ path: [String]) throws {
    let (outlet, truth) = try #require(Self.written(path))
    let head = "<html><body><article><h1>\(truth.headline)</h1>"
    let page: [UInt8] =
      Array(head.utf8) + truth.body(of: outlet).bytes + Array("</article></body></html>".utf8)
    let found = ArticleReader.article(
      page: page, url: outlet.url(of: truth),
      hints: Hints(title: truth.headline, teaser: truth.standfirst))
    #expect(found.headline == truth.headline)
    let lead = found.standfirst.map { [$0] } ?? []
    #expect(lead + Self.body(found) == truth.bodyWithoutNote)
  }

  private static func written(_ path: [String]) -> (SampleOutlet, SampleArticle)? {
    guard let outlet = press.outlets.first(where: { $0.address == path[0] }) else { return nil }
    return outlet.articles.first { "/" + $0.slug == path[1] }.map { (outlet, $0) }
  }

  private static func body(_ article: Article) -> [String] {
    article.blocks.compactMap { block in
      if case .pullQuote = block { return nil }
      return block.text.isEmpty ? nil : block.text
    }
  }

  private static func pullQuotes(_ article: Article) -> [String] {
    article.blocks.compactMap { block in
      if case .pullQuote(let text) = block { return text.text }
      return nil
    }
  }
}

extension SampleArticle {
  /// The texts of the body's blocks but for pull quotes and pointers.
  fileprivate var bodyWithoutNote: [String] {
    pieces.compactMap { piece in
      switch piece {
      case .paragraph(let text), .heading(let text): text
      case .list(let items): items.joined(separator: "\n")
      case .pullQuote, .seeAlso: nil
      }
    }
  }

  fileprivate var body: [String] { bodyWithoutNote + (correction.map { [$0] } ?? []) }

  fileprivate var pullQuotes: [String] {
    pieces.compactMap { piece in
      if case .pullQuote(let text) = piece { return text }
      return nil
    }
  }
}
