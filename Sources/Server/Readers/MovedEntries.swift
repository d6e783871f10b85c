import Foundation
import Storage

/// Entries with their marks from another reader: FreshRSS's export and every other file in Google
/// Reader's form (`items`), or what Miniflux answers at `/v1/entries` (`entries`).
struct MovedEntries: Sendable {
  private(set) var entries: [CarriedState] = []

  private static let most = 200_000

  /// Nil where the bytes are no such file.
  init?(_ bytes: [UInt8]) {
    let start = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    guard start == UInt8(ascii: "{") || start == UInt8(ascii: "["),
      let json = try? JSONSerialization.jsonObject(with: Data(bytes))
    else { return nil }
    let object = json as? [String: Any]
    let rows = object?["items"] ?? object?["entries"] ?? json
    guard let rows = rows as? [[String: Any]] else { return nil }
    entries = rows.prefix(Self.most).compactMap(Self.entry)
  }

  private static func entry(_ row: [String: Any]) -> CarriedState? {
    guard
      let url = row["url"] as? String ?? link(row["canonical"]) ?? link(row["alternate"]),
      url.hasPrefix("http"), url.utf8.count <= 4_096
    else { return nil }
    let categories = row["categories"] as? [String] ?? []
    func has(_ state: String) -> Bool {
      categories.contains { $0.hasPrefix("user/") && $0.hasSuffix("/state/com.google/\(state)") }
    }
    return CarriedState(
      url: url, isRead: has("read") || row["status"] as? String == "read",
      isStarred: has("starred") || row["starred"] as? Bool == true)
  }

  private static func link(_ value: Any?) -> String? {
    (value as? [[String: Any]])?.first?["href"] as? String
  }
}
