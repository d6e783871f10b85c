import Press
import Storage

/// Collects what sources bring at about the same time and files it in the order of publication, so
/// that stories grow as they did in the world, whichever source answered first.
package actor Inbox {
  private let desk: NewsDesk
  private var waiting: [Delivery] = []
  private var isFiling = false

  /// For so long a delivery waits for others.
  private let patience: Duration

  private struct Delivery {
    var pages: [ReadPage]
    var answer: CheckedContinuation<RunReport, any Error>
  }

  package init(desk: NewsDesk, patience: Duration = .milliseconds(300)) {
    self.desk = desk
    self.patience = patience
  }

  /// Files pages, together with what others bring now, and returns what became of these.
  ///
  /// - Throws: `LibraryError`, with nothing of the delivery filed.
  package func file(_ pages: [ReadPage]) async throws -> RunReport {
    try await withCheckedThrowingContinuation { answer in
      waiting.append(Delivery(pages: pages, answer: answer))
      if !isFiling {
        isFiling = true
        Task { await fileAll() }
      }
    }
  }

  private func fileAll() async {
    while !waiting.isEmpty {
      if patience > .zero { try? await Task.sleep(for: patience) }
      let deliveries = waiting
      waiting = []
      let pages = deliveries.enumerated().flatMap { delivery, content in
        content.pages.map { (delivery, $0) }
      }.sorted { $0.1.time < $1.1.time }
      do {
        var reports = [RunReport](repeating: RunReport(), count: deliveries.count)
        for ((delivery, _), report) in zip(pages, try await desk.reports(on: pages.map(\.1))) {
          reports[delivery].add(report)
        }
        for (delivery, report) in zip(deliveries, reports) {
          delivery.answer.resume(returning: report)
        }
      } catch {
        for delivery in deliveries { delivery.answer.resume(throwing: error) }
      }
    }
    isFiling = false
  }
}

extension ReadPage {
  /// When it was published, else when it came; seconds since 1970.
  fileprivate var time: Int64 { article.published?.start ?? page.capture.fetchedAt }
}
