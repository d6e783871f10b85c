import Editions
import HTTPTypes
import Press
import Storage
import Stories

/// Stories mended by operators: articles split off, held, let go; two stories laid together. The
/// newsroom carries it out within seconds.
enum DeskStories {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/desk/stories", .desk, .operatorOnly) { .page(try page($0, nil).html) },
    ReaderRoute(.get, "/desk/stories/{story}", .desk, .operatorOnly) { visit in
      .page(try page(visit, visit.values["story"]).html)
    },
    ReaderRoute(.post, "/desk/stories/{story}", .desk, .operatorOnly, mend),
  ]

  private static let mostListed = 40

  private static func page(
    _ visit: ReaderVisit, _ id: Story.ID?, _ notice: DeskFrame.Notice? = nil
  ) throws -> DeskStoriesPage {
    let library = visit.library
    let outlets = OutletNames(try library.outlets())
    let frame = try visit.frame(notice)
    guard let id else {
      return DeskStoriesPage(
        frame: frame, story: nil, rows: [],
        newest: try library.stories(limit: mostListed).map { $0.teaser(outlets) })
    }
    guard let filed = try library.story(id) else { throw ReaderError.notFound }
    let articles = Dictionary(
      try library.outlines(filed.story.members.map(\.article)).map { ($0.id, $0) }
    ) { first, _ in first }
    let rows = filed.story.members.reversed().compactMap { member in
      articles[member.article].map {
        DeskStoriesPage.Row(
          id: $0.id, headline: $0.headline, outlet: $0.outlet.name, because: member.because)
      }
    }
    // Those of its saga are what it is most often taken for, or was torn from.
    let near = try library.stories(ofSaga: filed.story.saga).filter { $0.id != filed.story.id }
    return DeskStoriesPage(
      frame: frame, story: filed.summary.teaser(outlets), rows: rows,
      newest: near.prefix(mostListed).map { $0.teaser(outlets) })
  }

  private static func mend(_ visit: ReaderVisit) throws -> ReaderAnswer {
    guard let id = visit.values["story"], let story = try visit.library.story(id)?.story else {
      throw ReaderError.notFound
    }
    let words = visit.language.deskWording
    let members = Set(story.members.map(\.article))
    let chosen = visit.form.all("article").filter(members.contains)
    var outcomes: [StoryWish.Outcome] = []
    switch visit.field("do") {
    case "split" where !chosen.isEmpty: outcomes = [try visit.library.rule(.split(chosen))]
    case "pin": outcomes = try chosen.map { try visit.library.rule(.pin($0, to: story.id)) }
    case "free" where !chosen.isEmpty: outcomes = [try visit.library.rule(.free(chosen))]
    case "join":
      let other = storyID(in: visit.field("other") ?? "")
      outcomes = [try visit.library.rule(.join(other, into: story.id))]
    default: break
    }
    let isDone =
      !outcomes.isEmpty
      && outcomes.allSatisfy { if case .noted = $0 { true } else { false } }
    guard isDone else {
      return .page(
        try page(visit, id, .failed(words.storyNothing)).html, status: .unprocessableContent)
    }
    return .page(try page(visit, id, .done(words.storyNoted)).html)
  }

  /// A story's id, or the one in the address of its page.
  private static func storyID(in text: String) -> Story.ID {
    guard let mark = text.firstRange(of: "/story/") else { return text }
    return String(text[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }
}
