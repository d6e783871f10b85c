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

  /// For so long, at most, what a source brings at its first reading waits for other sources that
  /// are read for the first time: each brings the news of days, and stories grow from all of them.
  private let firstPatience: Duration
  /// Sources that are being read for the first time.
  private var firstReadings = 0

  private struct Delivery {
    var pages: [ReadPage]
    var isFirst: Bool
    var answer: CheckedContinuation<RunReport, any Error>
  }

  package init(
    desk: NewsDesk, patience: Duration = .milliseconds(300), firstPatience: Duration = .seconds(10)
  ) {
    self.desk = desk
    self.patience = patience
    self.firstPatience = firstPatience
  }

  /// Says that a source is now read for the first time, or that this reading has ended.
  package func firstReading(begins: Bool) { firstReadings += begins ? 1 : -1 }

  /// Files pages, together with what others bring now, and returns what became of these.
  ///
  /// - Parameter isFirst: whether their source is read for the first time.
  /// - Throws: `LibraryError`, with nothing of the delivery filed.
  package func file(_ pages: [ReadPage], isFirst: Bool = false) async throws -> RunReport {
    try await withCheckedThrowingContinuation { answer in
      waiting.append(Delivery(pages: pages, isFirst: isFirst, answer: answer))
      if !isFiling {
        isFiling = true
        Task { await fileAll() }
      }
    }
  }

  private func fileAll() async {
    while !waiting.isEmpty {
      await waitForOthers()
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

  private func waitForOthers() async {
    guard patience > .zero else { return }
    let end = ContinuousClock.now + firstPatience
    repeat {
      try? await Task.sleep(for: patience)
      let ready = waiting.count(where: \.isFirst)
      if ready == 0 || ready >= firstReadings { return }
    } while ContinuousClock.now < end && !Task.isCancelled
  }
}
