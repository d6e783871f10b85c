package import Editions
import Evidence
package import Foundation
import Press
package import Storage
import Stories
import Synchronization

/// What an export did.
package struct ExportReport: Sendable, Hashable {
  package var written = 0
  package var unchanged = 0
  package var removed = 0
  /// Bytes of all files together.
  package var bytes = 0
}

/// Why a folder cannot be exported to.
package enum ExportError: Error, Equatable, CustomStringConvertible {
  case notOurs(folder: String)
  case cannotWrite(file: String, reason: String)
  case noSuchDay(String)
  case emptyDay(String)
  case noBrowser

  package var description: String {
    switch self {
    case .notOurs(let folder):
      "\(folder): the folder holds files that no export made. Name an empty or a new folder."
    case .cannotWrite(let file, let reason):
      "\(file): cannot be written (\(reason)). Free space or name another place."
    case .noSuchDay(let text): "\(text): that is no day. Write it as 2026-11-21."
    case .emptyDay(let text):
      "\(text): no story was reported on that day; /archive lists those with stories."
    case .noBrowser:
      "A PDF needs Chromium, which is not installed. Install chromium, or write --epub."
    }
  }
}

/// The whole paper as files that need no server: every link leads from file to file, so the folder
/// can be opened from a disk or put on any host.
///
/// The files are what the server's renderer lays out. A page's day is that of its story's last
/// report, so that a second export finds the same bytes and writes only what changed.
package struct StaticExport: Sendable {
  private let renderer: PageRenderer
  private let edition: Edition
  private let folder: ExportFolder

  /// Pages of names are made for those that so many articles of one story tell of.
  private static let leastForName = 2

  package init(
    library: Library, settings: SiteSettings, language: EditionLanguage, folder: URL, now: Int64
  ) throws {
    renderer = PageRenderer(library: library, settings: settings)
    var edition = try renderer.edition(language, now: now)
    edition.leastForName = Swift.max(Self.leastForName, edition.leastForName)
    self.edition = edition
    self.folder = try ExportFolder(folder)
  }

  package func run() async throws -> ExportReport {
    let outlets = try renderer.outletNames()
    let cast = try await stories(outlets)
    try await inParallel(cast.sorted { $0.key < $1.key }.map(\.value)) { try name($0) }
    try await inParallel(try renderer.library.outletIDsWithArticles()) { try page(.outlet($0)) }
    try await inParallel(try renderer.days(edition)) { try page(.day($0)) }
    for place in singlePlaces { try page(place) }
    return try folder.finish()
  }

  private var singlePlaces: [Address.Place] {
    var places: [Address.Place] = [.front, .archive, .how, .sources, .sourceList, .icon]
    places += edition.sections.map { .section($0) }
    if edition.hasLegalPages { places += [.imprint, .privacy, .corrections] }
    if !edition.base.isEmpty {
      let topics = [FeedTopic.front] + edition.sections.map { .section($0) }
      places += topics.flatMap { topic in FeedFormat.allCases.map { .feed(topic, $0) } }
    }
    return places
  }

  /// All stories with their articles; what comes back are the names that need a page.
  private func stories(_ outlets: OutletNames) async throws -> [String: CastMember] {
    let cast = Mutex<[String: CastMember]>([:])
    try await inParallel(try renderer.library.storyIDs()) { id in
      guard let filed = try renderer.library.story(id) else { return }
      try story(filed, outlets)
      let named = filed.dossier.cast.filter { $0.articles.count >= edition.leastForName }
      cast.withLock { cast in
        for member in named where cast[member.key] == nil { cast[member.key] = member }
      }
    }
    return cast.withLock { $0 }
  }

  private func story(_ filed: FiledStory, _ outlets: OutletNames) throws {
    let members = try renderer.library.articles(filed.story.members.map(\.article))
    let place = Address.Place.story(filed.story.id)
    if filed.summary.articleCount > 1 || filed.summary.disagreement != nil {
      try write(
        place,
        renderer.story(
          filed, members.map(\.article), outlets, own(place, now: filed.summary.lastAt)))
    }
    let teasers = members.map { ArticleTeaser($0.article, story: $0.story) }
    for member in members {
      let id = member.article.id
      try pictures(of: member.article)
      let place = Address.Place.article(id, anchor: nil)
      let related = teasers.filter { $0.id != id }.suffix(12)
      try write(
        place,
        renderer.article(
          member, filed, Array(related), outlets, own(place, now: filed.summary.lastAt)))
    }
  }

  /// The pictures of an article in all widths.
  private func pictures(of article: Article) throws {
    for picture in try renderer.pictures(of: article).values {
      for size in picture.sizes { try page(.picture(picture.id, width: size.width)) }
    }
  }

  /// The page of a name; where no article is found under it, one of its mention alone.
  private func name(_ member: CastMember) throws {
    let place = Address.Place.name(member.key)
    let own = own(place)
    if let laid = try renderer.name(member.key, own) { return try write(place, laid) }
    try write(
      place,
      LaidOut(
        NamePage(
          edition: own, member: member, outlets: try renderer.outletNames().all
        ).html))
  }

  private func page(_ place: Address.Place) throws {
    let address = Address(place, in: edition.language)
    let made = try place == .sources ? sources() : renderer.laid(at: address, own(place))
    if let made { try write(place, made) }
  }

  /// The sources as a list: nothing can be changed in a file.
  private func sources() throws -> LaidOut {
    LaidOut(try renderer.sourcesPage(own(.sources), csrf: nil).html)
  }

  /// The edition as seen from one page's file.
  private func own(_ place: Address.Place, now: Int64? = nil) -> Edition {
    var own = edition
    own.links = .files(from: Address(place, in: edition.language))
    if let now { own.now = now }
    return own
  }

  private func write(_ place: Address.Place, _ laid: LaidOut) throws {
    guard
      let file = Address(place, in: edition.language).file ?? Address(place).file
    else { return }
    try folder.write(laid.bytes, to: file)
  }

  /// Runs over all values on all cores.
  private func inParallel<Value: Sendable>(
    _ values: [Value], _ body: @escaping @Sendable (Value) throws -> Void
  ) async throws {
    let width = ProcessInfo.processInfo.activeProcessorCount
    try await withThrowingTaskGroup(of: Void.self) { group in
      var next = 0
      let step = 16
      func add() {
        let part = values[next..<Swift.min(next + step, values.count)]
        next += step
        group.addTask { for value in part { try body(value) } }
      }
      while next < values.count, next < width * 2 * step { add() }
      while try await group.next() != nil { if next < values.count { add() } }
    }
  }
}
