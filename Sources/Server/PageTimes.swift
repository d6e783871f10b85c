import Editions
import Evidence
import Press
package import Storage
import Stories

/// How long pages take from the library to bytes, for measuring.
package struct PageTimes: Sendable {
  /// All pages of one type.
  package struct Row: Sendable {
    package var type: String
    package var pages: Int
    /// Laid out from the library, sorted.
    package var times: [Duration]
    /// The median of packing (brotli, zstd, gzip), which no reader waits for twice.
    package var packing: Duration
    /// The median size, not packed.
    package var bytes: Int

    /// The time that so many of a hundred pages do not pass.
    package func percentile(_ share: Int) -> Duration {
      times.isEmpty ? .zero : times[(times.count - 1) * share / 100]
    }
  }

  private let renderer: PageRenderer
  private let now: Int64
  /// At most so many pages of a type.
  private static let most = 200

  package init(library: Library, settings: SiteSettings, now: Int64) {
    renderer = PageRenderer(library: library, settings: settings)
    self.now = now
  }

  /// Lays out pages of every type, each three times, and takes the middle one.
  package func rows() throws -> [Row] {
    let edition = try renderer.edition(.german, now: now)
    return try places(edition).compactMap { type, places in
      var times: [Duration] = []
      var packing: [Duration] = []
      var sizes: [Int] = []
      for place in places {
        var tries: [Duration] = []
        for _ in 0..<3 {
          let begin = ContinuousClock.now
          guard let laid = try renderer.laid(at: Address(place), edition) else { continue }
          tries.append(ContinuousClock.now - begin)
          if tries.count == 3 {
            let begin = ContinuousClock.now
            _ = laid.answer
            packing.append(ContinuousClock.now - begin)
            sizes.append(laid.bytes.count)
          }
        }
        if tries.count == 3 { times.append(tries.sorted()[1]) }
      }
      guard !times.isEmpty else { return nil }
      return Row(
        type: type, pages: times.count, times: times.sorted(),
        packing: packing.sorted()[packing.count / 2], bytes: sizes.sorted()[sizes.count / 2])
    }
  }

  private func places(_ edition: Edition) throws -> [(String, [Address.Place])] {
    let stories = spread(try renderer.library.storyIDs())
    var largest: (id: String, articles: Int)?
    var articles: [Address.Place] = []
    var names: [Address.Place] = []
    for id in stories {
      guard let filed = try renderer.library.story(id) else { continue }
      if filed.summary.articleCount > largest?.articles ?? 1 {
        largest = (id, filed.summary.articleCount)
      }
      articles += filed.story.members.prefix(3).map { .article($0.article, anchor: nil) }
      names += filed.dossier.cast.prefix(2).map { .name($0.key) }
    }
    var types: [(String, [Address.Place])] = [
      ("front", [.front]), ("section", edition.sections.map { .section($0) }),
      ("story", stories.map { .story($0) }),
    ]
    if let largest { types.append(("of \(largest.articles) articles", [.story(largest.id)])) }
    return types + [
      ("article", spread(articles)), ("name", spread(names)),
      ("outlet", spread(try renderer.library.outletIDsWithArticles()).map { .outlet($0) }),
      ("day", spread(try renderer.days(edition)).map { .day($0) }), ("archive", [.archive]),
      ("search", [.search(query: "Regierung", page: 1)]), ("sources", [.sources]), ("how", [.how]),
    ]
  }

  /// A part of a long list, taken from all over it.
  private func spread<Value>(_ values: [Value]) -> [Value] {
    guard values.count > Self.most else { return values }
    return (0..<Self.most).map { values[$0 * values.count / Self.most] }
  }
}
