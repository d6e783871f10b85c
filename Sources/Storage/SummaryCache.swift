import Foundation
import Press
import Synchronization

/// Summaries of stories that were unpacked lately, by the bytes they were unpacked from: a list page
/// shows the same stories again and again, and unpacking costs more than reading.
final class SummaryCache: Sendable {
  private struct Item {
    var bytes: Data
    var summary: StorySummary
  }

  private let items = Mutex(Lately<String, Item>(limit: 4_000))

  /// The summary in packed bytes.
  func summary(_ id: String, _ bytes: Data) throws -> StorySummary {
    let known = items.withLock { items -> StorySummary? in
      guard let item = items.value(for: id), item.bytes == bytes else { return nil }
      return item.summary
    }
    if let known { return known }
    let summary = try Folded.unfold(KeptSummary.self, bytes).summary
    items.withLock { $0.keep(Item(bytes: bytes, summary: summary), for: id, weight: 1) }
    return summary
  }

  /// A kept story without its members, which lists do not show.
  private struct KeptSummary: Decodable {
    var summary: StorySummary
  }
}
