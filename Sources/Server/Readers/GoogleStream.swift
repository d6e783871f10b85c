import Storage

/// A stream of the Google Reader interface: `feed/12`, `user/-/label/Region`,
/// `user/-/state/com.google/starred`.
enum GoogleStream: Sendable, Hashable {
  case feed(Int64)
  case label(String)
  case state(String)

  static func label(_ title: String) -> String { "user/-/label/\(title)" }

  static let prefix = "tag:google.com,2005:reader/item/"

  /// Reads a stream as clients write it; `user/NUMBER/…` is `user/-/…`.
  init?(_ text: String, library: Library) throws {
    if text.hasPrefix("feed/") {
      let key = String(text.dropFirst(5))
      guard let feed = try Int64(key) ?? library.feed(ofSource: key) else { return nil }
      self = .feed(feed)
      return
    }
    let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "user" else { return nil }
    let rest = parts[2]
    if rest.hasPrefix("label/") {
      self = .label(rest.dropFirst(6).trimmed)
    } else if rest.hasPrefix("state/com.google/") {
      self = .state(String(rest.dropFirst(17)))
    } else {
      return nil
    }
  }

  /// What of an account's items the stream holds; nil where it holds none.
  func query(for account: Account, _ library: Library) throws -> ItemQuery? {
    switch self {
    case .feed(let feed): return ItemQuery(.feed(feed))
    case .label(let title):
      guard let folder = try library.folders(of: account.id).first(where: { $0.title == title })
      else { return nil }
      return ItemQuery(.folder(folder.id))
    case .state("reading-list"): return ItemQuery(.everything)
    case .state("starred"): return ItemQuery(.starred)
    case .state("read"): return ItemQuery(.everything, isRead: true)
    case .state("kept-unread"), .state("unread"): return ItemQuery(.everything, isRead: false)
    case .state: return nil
    }
  }

  /// Reads an item's number: the long form padded or not, 16 hexadecimal digits, or decimal.
  static func item(_ text: String) -> Int64? {
    let number: Int64?
    if text.hasPrefix(prefix) {
      number = UInt64(text.dropFirst(prefix.count), radix: 16).map { Int64(bitPattern: $0) }
    } else if text.utf8.count == 16, !text.hasPrefix("-") {
      number = UInt64(text, radix: 16).map { Int64(bitPattern: $0) }
    } else {
      number = Int64(text)
    }
    return number.flatMap { $0 > 0 ? $0 : nil }
  }

  /// An item's long name.
  static func name(_ item: Int64) -> String {
    let digits = String(item, radix: 16)
    return prefix + String(repeating: "0", count: max(0, 16 - digits.utf8.count)) + digits
  }
}
