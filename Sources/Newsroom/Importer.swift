import Dispatch
import Documents
import Fetching
import Foundation
import Storage

/// Brings saved pages, folders and archives to the desk.
package struct Importer: Sendable {
  let desk: NewsDesk
  private static let batch = 64

  package init(desk: NewsDesk) { self.desk = desk }

  /// Reads what lies below the paths. What cannot be read or holds no article is named in the
  /// report; the rest is filed.
  package func run(
    _ paths: [String], now: Int64, progress: @Sendable (_ read: Int) -> Void = { _ in }
  ) async throws -> RunReport {
    var report = RunReport()
    var failures: [RunReport.Failure] = []
    var pages: [RawPage] = []
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
        report.add(try await desk.file(await ReadPage.read(pages)))
        progress(report.pages)
        pages.removeAll(keepingCapacity: true)
      }
    }
    report.add(try await desk.file(await ReadPage.read(pages)))
    report.failures += failures
    progress(report.pages)
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
