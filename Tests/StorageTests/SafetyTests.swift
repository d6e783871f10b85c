import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct SafetyTests {
  private func filled(_ path: String, _ ids: [String]) throws -> Library {
    let library = try Library(path: path)
    var batch = Library.Batch()
    batch.filings = ids.map { filing(article($0)) }
    try library.keep(batch)
    return library
  }

  @Test func aBackupHoldsAllAndIsRestored() throws {
    let shelf = try Shelf()
    let copy = shelf.folder.appending(path: "copy.sqlite").path
    let library = try filled(shelf.path, ["a1", "a2"])
    try library.backup(to: copy)
    var more = Library.Batch()
    more.filings = [filing(article("a3"))]
    try library.keep(more)
    try library.close()
    let old = try #require(try Library.restore(copy, to: shelf.path, at: 7))
    let restored = try Library(path: shelf.path)
    #expect(try restored.counts().articles == 2)
    #expect(try restored.check(isThorough: true).allSatisfy { $0.outcome == .fine })
    #expect(try Library(path: old).counts().articles == 3, "what was there is kept")
  }

  @Test func aBackupNeverWritesOverAFile() throws {
    let shelf = try Shelf()
    let library = try filled(shelf.path, ["a1"])
    #expect(throws: LibraryError.self) { try library.backup(to: shelf.path) }
    #expect(try library.counts().articles == 1)
  }

  @Test func whatIsNoLibraryIsNotRestored() throws {
    let shelf = try Shelf()
    let library = try filled(shelf.path, ["a1"])
    try library.close()
    let wrong = shelf.folder.appending(path: "wrong").path
    for bytes in ["", "no library at all", String(repeating: "SQLite format 3\u{0}", count: 300)] {
      try Data(bytes.utf8).write(to: URL(filePath: wrong))
      #expect(throws: LibraryError.self) {
        try Library.restore(wrong, to: shelf.path, at: 1)
      }
    }
    #expect(throws: LibraryError.self) {
      try Library.restore("/nowhere.sqlite", to: shelf.path, at: 1)
    }
    #expect(try Library(path: shelf.path).counts().articles == 1)
  }

  @Test func aLibraryInUseIsNotReplaced() throws {
    let shelf = try Shelf()
    let copy = shelf.folder.appending(path: "copy.sqlite").path
    let library = try filled(shelf.path, ["a1"])
    try library.backup(to: copy)
    #expect(throws: LibraryError.busy(path: shelf.path)) {
      try Library.restore(copy, to: shelf.path, at: 1)
    }
    #expect(try library.counts().articles == 1)
    try library.close()
  }

  @Test func aDamagedIndexIsFound() throws {
    let shelf = try Shelf()
    let library = try filled(shelf.path, ["a1", "a2"])
    try library.write { db in
      try db.execute(sql: "DELETE FROM searched WHERE article = 'a1'")
      try db.execute(sql: "UPDATE outletTally SET articles = 9")
    }
    let doubtful = try library.check(isThorough: false).filter { $0.outcome != .fine }
    #expect(doubtful.map(\.what) == ["search", "counts"])
  }
}
