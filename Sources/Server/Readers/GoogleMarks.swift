import HTTPTypes
import Storage

/// Marks: read, starred, all read.
enum GoogleMarks {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.post, "/reader/api/0/edit-tag", .googleReader, editTag),
    ReaderRoute(.post, "/reader/api/0/mark-all-as-read", .googleReader, markAll),
  ]

  private static func editTag(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let fields = visit.form.adding(visit.query)
    let items = fields.all("i").compactMap(GoogleStream.item)
    for (tags, isAdded) in [(fields.all("a"), true), (fields.all("r"), false)] {
      for tag in tags {
        switch try GoogleStream(tag, library: visit.library) {
        case .state("read"):
          try visit.library.setRead(isAdded, items, of: account.id, at: visit.now)
        case .state("kept-unread"):
          try visit.library.setRead(!isAdded, items, of: account.id, at: visit.now)
        case .state("starred"):
          try visit.library.setStarred(isAdded, items, of: account.id, at: visit.now)
        default: break
        }
      }
    }
    return .ok
  }

  private static func markAll(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let fields = visit.form.adding(visit.query)
    guard let name = fields["s"], let stream = try GoogleStream(name, library: visit.library),
      let query = try stream.query(for: account, visit.library)
    else { throw ReaderError.badRequest("There is no such stream.") }
    _ = try visit.library.readAll(
      query.stream, of: account.id, until: time(fields.number("ts")) ?? visit.now, at: visit.now)
    return .ok
  }

  /// Clients send seconds, or thousandths, millionths or thousand-millionths of them.
  static func time(_ stamp: Int64?) -> Int64? {
    guard var stamp, stamp > 0 else { return nil }
    while stamp > 99_999_999_999 { stamp /= 1_000 }
    return stamp
  }
}
