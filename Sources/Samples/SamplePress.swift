/// A small invented press, shipped so that everything can be seen and tested on real feeds and
/// pages: six outlets, each on a loopback address of its own.
///
/// It is pure: a clock's reading goes in, the bytes of feeds and pages come out. The texts lie in
/// `Outlets/`; all of them are ours, and all people, places and companies in them are invented.
package struct SamplePress: Sendable {
  /// Publication of the newest text as it is written, 21 November 2026, 5.15 UTC.
  private static let newest: Int64 = 1_795_238_100

  package let outlets: [SampleOutlet]
  /// The port on which all outlets are served.
  package let port: Int
  /// By how many whole weeks all dates are moved, so that weekdays in the texts stay true.
  package let weeks: Int

  /// The press with its dates moved by a number of weeks.
  package init(weeks: Int, port: Int) {
    self.weeks = weeks
    self.port = port
    let files = EmbeddedFile.all.map { (path: $0.path, text: $0.text.description) }
    let folders = Set(files.compactMap { $0.path.folder }).sorted()
    outlets = folders.compactMap { folder in
      SampleOutlet(files: files.filter { $0.path.folder == folder }, weeks: weeks, port: port)
    }
  }

  /// The number of weeks after which the newest text is at most a week old at a time.
  package static func weeks(at now: Int64) -> Int {
    let past = now - newest
    let week: Int64 = 7 * 86_400
    return Int(past >= 0 ? past / week : (past - week + 1) / week)
  }

  /// What an outlet answers to a request for a path; nil if it has no such page.
  package func file(outlet address: String, path: String) -> SampleFile? {
    outlets.first { $0.address == address }?.file(path: path)
  }
}

/// The bytes of one address.
package struct SampleFile: Sendable, Hashable {
  package var contentType: String
  /// Seconds since 1970.
  package var lastModified: Int64
  package var body: [UInt8]
}

extension String {
  /// The folder in `Outlets/FOLDER/file`.
  fileprivate var folder: Substring? {
    let parts = split(separator: "/")
    return parts.count == 3 ? parts[1] : nil
  }
}
