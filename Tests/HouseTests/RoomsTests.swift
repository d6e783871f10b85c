import Foundation
import Testing

/// The walls of the house: what a room may import. SwiftPM lets undeclared imports pass on
/// incremental builds, so the table is held here.
@Suite struct RoomsTests {
  /// Rooms in the order in which news walks through them, with the rooms they may import.
  static let rooms: [(name: String, isPure: Bool, mayImport: Set<String>)] = [
    ("Press", true, []),
    ("Markup", true, []),
    ("Hypertext", true, []),
    ("Packing", true, ["CPacking"]),
    ("Languages", true, ["Press", "CStemmer"]),
    ("Fetching", false, ["Press", "Packing"]),
    ("Feeds", true, ["Markup", "Hypertext", "Press"]),
    ("Documents", true, ["Markup", "Languages", "Press"]),
    ("Stories", true, ["Languages", "Press"]),
    ("Evidence", true, ["Stories", "Languages", "Press"]),
    (
      "Storage", false,
      ["Evidence", "Stories", "Feeds", "Languages", "Packing", "Press"]
    ),
    ("Editions", true, ["Hypertext", "Evidence", "Stories", "Languages", "Press"]),
    ("Samples", true, ["Hypertext", "Press"]),
    (
      "Newsroom", false,
      [
        "Storage", "Evidence", "Stories", "Documents", "Feeds", "Fetching", "Languages",
        "Packing", "Hypertext", "Markup", "Press",
      ]
    ),
    (
      "Server", false,
      [
        "Newsroom", "Samples", "Editions", "Storage", "Evidence", "Stories", "Documents",
        "Feeds", "Fetching", "Languages", "Packing", "Hypertext", "Markup", "Press", "CDoor",
      ]
    ),
    (
      "presseschau", false,
      [
        "Server", "Newsroom", "Samples", "Editions", "Storage", "Evidence", "Stories",
        "Documents", "Feeds", "Fetching", "Languages", "Packing", "Hypertext", "Markup", "Press",
      ]
    ),
  ]

  /// What rooms use from outside the house.
  static let outside: [String: Set<String>] = [
    "Markup": ["Glibc", "Musl", "Darwin"],
    "Packing": ["Synchronization"],
    "Languages": ["Synchronization"],
    "Fetching": [
      "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers", "NIOSSL",
      "Crypto", "Logging", "Foundation", "Glibc", "Synchronization", "Dispatch",
    ],
    "Storage": ["GRDB", "Crypto", "Foundation", "Synchronization"],
    "Newsroom": ["Logging", "Foundation", "Dispatch"],
    "Server": [
      "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1",
      "NIOHTTPTypes", "Crypto", "CryptoExtras", "Logging", "ServiceLifecycle", "Foundation",
      "Synchronization", "Glibc",
    ],
    "presseschau": [
      "UnixSignals", "Glibc", "Darwin",
      "ArgumentParser", "Hummingbird", "Logging", "NIOPosix", "ServiceLifecycle", "Foundation",
      "Synchronization", "Dispatch",
    ],
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  static func files(in room: String) throws -> [(name: String, text: String)] {
    let folder = sources.appending(path: room)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  static func imports(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at <= 2,
        words[..<at].allSatisfy({
          ["public", "package", "internal", "private", "@testable", "@preconcurrency"].contains($0)
        }), words.count > at + 1
      else { return nil }
      let isKind = ["struct", "class", "enum", "func", "protocol"].contains(words[at + 1])
      let module = isKind && words.count > at + 2 ? words[at + 2] : words[at + 1]
      return String(module.prefix { $0 != "." })
    }
  }

  @Test(arguments: rooms.map(\.name))
  func aRoomImportsOnlyWhatItsRowNames(_ room: String) throws {
    let row = try #require(Self.rooms.first { $0.name == room })
    let allowed = row.mayImport.union(Self.outside[room] ?? [])
    let files = try Self.files(in: room)
    #expect(!files.isEmpty)
    for file in files {
      for module in Self.imports(file.text) where !allowed.contains(module) {
        Issue.record("\(room)/\(file.name) imports \(module)")
      }
    }
  }

  @Test func newsWalksOneWay() {
    var before: Set<String> = ["CPacking", "CStemmer", "CDoor"]
    for room in Self.rooms {
      #expect(room.mayImport.isSubset(of: before), "\(room.name) looks ahead")
      before.insert(room.name)
    }
  }

  @Test(arguments: rooms.filter(\.isPure).map(\.name))
  func pureRoomsHaveNoClockLockOrNetwork(_ room: String) throws {
    let signs = [
      " Date()", "(Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime",
      "Mutex(",
      "NSLock", "DispatchQueue", "FileManager", "URLSession", "socket(", "Task {", "Task.sleep",
      " async ", "SystemRandomNumberGenerator", ".random(in",
    ]
    for file in try Self.files(in: room) {
      let code = file.text.split(separator: "\n").filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }
      for sign in signs where code.contains(where: { $0.contains(sign) }) {
        Issue.record("\(room)/\(file.name) uses \(sign)")
      }
    }
  }

  @Test func everyFolderIsARoomOfTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    let known = Set(Self.rooms.map(\.name)).union([
      "CPacking", "CStemmer", "CDoor", "embed", "training",
    ])
    #expect(Set(folders).subtracting(known).isEmpty)
  }

  @Test func moduleAndTypeNeverShareAName() throws {
    let names = Set(Self.rooms.map(\.name))
    for room in Self.rooms {
      for file in try Self.files(in: room.name) {
        for line in file.text.split(separator: "\n") {
          let words = line.split { " :<({".contains($0) }
          guard
            let at = words.firstIndex(where: { ["struct", "class", "enum", "actor"].contains($0) }),
            at <= 3, words.count > at + 1, !line.drop(while: { $0 == " " }).hasPrefix("//")
          else { continue }
          #expect(
            !names.contains(String(words[at + 1])), "\(room.name)/\(file.name): \(words[at + 1])")
        }
      }
    }
  }
}
