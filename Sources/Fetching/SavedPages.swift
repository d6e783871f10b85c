/// A page that was kept as a file or in an archive.
package struct SavedPage: Sendable {
  /// The path below the folder that was named, without its last extension; a WARC record's id.
  package var id: String
  /// Where it came from, if that is known.
  package var url: String?
  /// The file it was read from.
  package var path: String
  package var bytes: [UInt8]
  /// What the server said it is, if that is known.
  package var contentType: String?
}

/// Walks files, folders and archives and gives the pages in them, one at a time.
package enum SavedPages {
  /// Calls `visit` with every page below the paths, in the order of their names, or with the reason
  /// why one could not be read; one bad file does not stop the rest. `visit` says whether to go on.
  package static func walk(
    _ paths: [String], visit: (Result<SavedPage, SavedPageError>) -> Bool
  ) {}
}

/// Why a kept page could not be read.
package struct SavedPageError: Error, Equatable, CustomStringConvertible {
  /// The id the page would have had.
  package var id: String
  package var path: String
  package var why: String

  package var description: String { "\(path) cannot be read: \(why)" }
}
