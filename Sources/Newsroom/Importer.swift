import Dispatch
import Documents
import Fetching
import Foundation
import Storage

/// Brings saved pages, folders and archives to the desk, as far as it can in the order in which
/// they were published: stories grow with time, and files lie in any order.
package struct Importer: Sendable {
  let desk: NewsDesk
  /// Pages read at a time, on all cores.
  private static let batch = 64
  /// Bytes of pages that wait to be put in order; of these the older half is filed.
  let room: Int

  package init(desk: NewsDesk, room: Int = 64 << 20) {
    self.desk = desk
    self.room = room
  }

  /// Reads what lies below the paths. What cannot be read or holds no article is named in the
  /// report; the rest is filed.
  package func run(
    _ paths: [String], now: Int64, progress: @Sendable (_ read: Int) -> Void = { _ in }
  ) async throws -> RunReport {
    var report = RunReport()
    var failures: [RunReport.Failure] = []
    var pages: [RawPage] = []
    var waiting: [ReadPage] = []
    // Counted up from 0: a semaphore that ends below the value it began with is a trap.
    let ahead = DispatchSemaphore(value: 0)
    for _ in 0..<Self.batch { ahead.signal() }
    defer { for _ in 0..<Self.batch { ahead.signal() } }
    for await result in Self.pages(below: paths, ahead: ahead) {
      ahead.signal()
      switch result {
      case .success(let page) where RawPage.isBinary(page.bytes):
        failures.append(
          RunReport.Failure(what: page.path, why: "the file is neither a page nor text"))
      case .success(let page): pages.append(Self.page(page, now: now))
      case .failure(let error):
        failures.append(RunReport.Failure(what: error.path, why: error.why))
      }
      if pages.count == Self.batch {
        waiting += await ReadPage.read(pages)
        pages.removeAll(keepingCapacity: true)
        progress(report.pages + waiting.count)
        if waiting.reduce(0, { $0 + $1.page.bytes.count }) >= room {
          waiting.sort { $0.time < $1.time }
          report.add(try await file(waiting.prefix((waiting.count + 1) / 2)))
          waiting.removeFirst((waiting.count + 1) / 2)
        }
      }
    }
    waiting += await ReadPage.read(pages)
    waiting.sort { $0.time < $1.time }
    report.add(try await file(waiting[...]))
    report.failures += failures
    progress(report.pages)
    return report
  }

  /// Files pages batch by batch, so that a stop loses little.
  private func file(_ pages: ArraySlice<ReadPage>) async throws -> RunReport {
    var report = RunReport()
    var rest = pages
    while !rest.isEmpty {
      report.add(try await desk.file(Array(rest.prefix(Self.batch))))
      rest = rest.dropFirst(Self.batch)
    }
    return report
  }

  /// The walk has a thread of its own, as it blocks, and stays a batch ahead of the reading.
  private static func pages(
    below paths: [String], ahead: DispatchSemaphore
  ) -> AsyncStream<Result<SavedPage, SavedPageError>> {
    AsyncStream { continuation in
      let thread = Thread {
        SavedPages.walk(paths) { result in
          ahead.wait()
          if case .terminated = continuation.yield(result) { return false }
          return true
        }
        continuation.finish()
      }
      thread.start()
    }
  }

  private static func page(_ saved: SavedPage, now: Int64) -> RawPage {
    RawPage(
      form: ArticleReader.looksLikePage(saved.bytes) ? .html : .flattenedText, bytes: saved.bytes,
      url: saved.url, contentType: saved.contentType, label: saved.path,
      capture: Capture(url: saved.url ?? saved.id, fetchedAt: now, body: saved.bytes))
  }
}
