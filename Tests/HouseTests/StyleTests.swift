import Foundation
import Testing

/// Rules of the house that a compiler does not know.
@Suite struct StyleTests {
  @Test(arguments: RoomsTests.rooms.map(\.name))
  func nothingIsForced(_ room: String) throws {
    for file in try RoomsTests.files(in: room) {
      for line in file.text.split(separator: "\n") {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") { continue }
        for sign in ["try!", "as!", "fatalError(", "nonisolated(unsafe)"]
        where code.contains(sign) {
          Issue.record("\(room)/\(file.name): \(code)")
        }
      }
    }
  }

  @Test(arguments: RoomsTests.rooms.map(\.name))
  func filesAreNamedForWhatTheyHold(_ room: String) throws {
    for file in try RoomsTests.files(in: room) {
      for word in ["Utils", "Utilities", "Helper", "Manager", "Common", "Misc"] {
        #expect(!file.name.contains(word), "\(room)/\(file.name)")
      }
    }
  }
}
