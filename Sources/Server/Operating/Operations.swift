import Fetching
import HTTPTypes
import Hummingbird
import Press
import Storage
import Synchronization

/// Who may read the figures of operation.
package enum MetricsAudience: String, Sendable {
  case off
  /// This machine, without a proxy between.
  case local
  case all
}

/// Answers `/health` and `/metrics`.
struct Operations: Sendable {
  let library: Library
  let shelf: Shelf
  let audience: MetricsAudience
  let tally: RequestTally
  let startedAt: Int64

  /// The answer to a request, or nil where the path is none of these.
  func answer(_ request: Request, _ context: SiteContext, now: Int64) -> Answer? {
    guard request.method == .get || request.method == .head else { return nil }
    switch request.uri.path {
    case "/health": return health(now: now)
    case "/metrics" where mayRead(request, context):
      return Answer(
        contentType: "text/plain; version=0.0.4; charset=utf-8", body: Array(metrics(now).utf8),
        maxAge: nil)
    default: return nil
    }
  }

  /// Whether the library can be read and the shelf follows it.
  private func health(now: Int64) -> Answer {
    let words: String
    var status = HTTPResponse.Status.ok
    do {
      let behind = try library.lastChange() - shelf.seen
      words = behind > 5_000 ? "behind\n" : "ok\n"
    } catch {
      words = "the library cannot be read\n"
      status = .serviceUnavailable
    }
    return Answer(
      status: status, contentType: "text/plain; charset=utf-8", body: Array(words.utf8),
      maxAge: nil)
  }

  private func mayRead(_ request: Request, _ context: SiteContext) -> Bool {
    switch audience {
    case .off: return false
    case .all: return true
    case .local:
      let isForwarded = ["X-Forwarded-For", "Forwarded", "X-Real-IP"].contains { name in
        HTTPField.Name(name).map { request.headers.contains($0) } ?? false
      }
      guard !isForwarded, let text = context.remoteAddress?.ipAddress else { return false }
      return text.hasPrefix("127.") || text == "::1"
    }
  }

  /// Prometheus' text format.
  private func metrics(_ now: Int64) -> String {
    var text = MetricsText()
    let door = shelf.tally
    text.counter(
      "requests_total", "Answers by way: from the shelf before the router, or by the router.",
      [
        ("way=\"shelf\"", door.ready.load(ordering: .relaxed)),
        ("way=\"router\"", tally.requests.load(ordering: .relaxed)),
      ])
    text.counter(
      "not_modified_total", "Answers from the shelf that were 304.",
      [("", door.notModified.load(ordering: .relaxed))])
    text.counter(
      "pages_made_total", "Pages laid out, while a reader waited or before.",
      [
        ("when=\"asked\"", door.made.load(ordering: .relaxed)),
        ("when=\"before\"", door.prepared.load(ordering: .relaxed)),
      ])
    text.counter(
      "errors_total", "Answers that failed with 5xx.",
      [("", tally.errors.load(ordering: .relaxed))])
    text.counter(
      "refused_total", "Requests refused for their number.",
      [("", tally.refused.load(ordering: .relaxed))])
    let fill = shelf.fill
    text.gauge("shelf_answers", "Answers on the shelf.", fill.answers)
    text.gauge("shelf_bytes", "Bytes on the shelf.", fill.bytes)
    if let counts = try? library.counts() {
      text.gauge("articles", "Articles in the library.", counts.articles)
      text.gauge("copies", "Copies among them.", counts.copies)
      text.gauge("stories", "Stories in the library.", counts.stories)
      text.gauge("sources", "Sources that are read.", counts.sources)
    }
    if let sources = try? library.sources() {
      text.gauge(
        "sources_failing", "Sources whose last check failed.",
        sources.reduce(0) { $0 + ($1.failures > 0 ? 1 : 0) })
    }
    text.gauge("uptime_seconds", "Seconds since the start.", Int(max(0, now - startedAt)))
    return text.text
  }
}

/// What the router did since the start.
final class RequestTally: Sendable {
  let requests = Atomic<Int>(0)
  let errors = Atomic<Int>(0)
  let refused = Atomic<Int>(0)
}

/// Writes metrics as Prometheus reads them.
struct MetricsText {
  private(set) var text = ""

  mutating func counter(_ name: String, _ help: String, _ values: [(labels: String, value: Int)]) {
    head(name, help, "counter")
    for (labels, value) in values {
      text += "presseschau_\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n"
    }
  }

  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "gauge")
    text += "presseschau_\(name) \(value)\n"
  }

  private mutating func head(_ name: String, _ help: String, _ kind: String) {
    text += "# HELP presseschau_\(name) \(help)\n# TYPE presseschau_\(name) \(kind)\n"
  }
}
