import Feeds
import Press
import Storage

extension PageRenderer {
  /// The sources as OPML 2.0.
  func sourceList() throws -> Made {
    let subscriptions = try library.sources().map { state in
      OPML.Subscription(
        title: state.source.title, url: state.source.url,
        category: state.source.category.map { [$0] } ?? [])
    }
    return (
      Answer(
        contentType: "text/x-opml; charset=utf-8",
        body: OPML.write(subscriptions, title: settings.title)), [.sources]
    )
  }
}
