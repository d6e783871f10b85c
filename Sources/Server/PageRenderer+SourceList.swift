import Feeds
import Press
import Storage

extension PageRenderer {
  /// The sources as OPML 2.0.
  func sourceList() throws -> LaidOut {
    let subscriptions = try library.sources().map { state in
      OPML.Subscription(
        title: state.source.title, url: state.source.url,
        category: state.source.category.map { [$0] } ?? [])
    }
    return LaidOut(
      contentType: "text/x-opml; charset=utf-8",
      bytes: OPML.write(subscriptions, title: settings.title), subjects: [.sources])
  }
}
