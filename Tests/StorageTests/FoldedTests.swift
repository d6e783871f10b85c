import Foundation
import Packing
import Testing

@testable import Storage

/// Values as they lie in a column.
@Suite struct FoldedTests {
  private enum Kind: String, Codable { case a, b }

  private enum Choice: Codable, Equatable {
    case nothing
    case words(String)
    case pair(left: Int, right: Double?)
  }

  private struct Item: Codable, Equatable {
    var name = ""
    var count = 0
    var least = Int64.min
    var hash = UInt64.max
    var small: Int8 = -128
    var share = -0.125
    var single: Float = 1.5
    var isOn = true
    var kind = Kind.b
    var none: String?
    var some: Int? = 7
    var list: [Int] = [1, -2, 300]
    var holes: [String?] = ["a", nil, ""]
    var choices: [Choice] = [.nothing, .words("ä\u{0}🦔"), .pair(left: -1, right: nil)]
    var byName: [String: [Item]] = [:]
    var byNumber: [Int: String] = [4: "vier"]
    var range = 3..<9
    var set: Set<String> = ["x"]
    var inner: Inner? = Inner()
    struct Inner: Codable, Equatable {}
  }

  private struct Newer: Codable, Equatable {
    var isOn: Bool
    var added: String?
    var name: String
  }

  private var sample: Item {
    var item = Item(name: "Übung")
    item.byName = ["eins": [Item(), Item(count: 2)], "": []]
    return item
  }

  @Test func whatIsFoldedIsUnfolded() throws {
    #expect(try Folded.unfold(Item.self, try Folded.fold(sample)) == sample)
    #expect(try Folded.unfold([Int].self, try Folded.fold([1, 2])) == [1, 2])
    #expect(try Folded.unfold(String.self, try Folded.fold("x")) == "x")
    #expect(try Folded.unfold(Choice.self, try Folded.fold(Choice.nothing)) == .nothing)
    #expect(try Folded.unfold(Int?.self, try Folded.fold(Int?.none)) == nil)
  }

  @Test func fieldsComeByNameInAnyOrder() throws {
    let newer = try Folded.unfold(Newer.self, try Folded.fold(sample))
    #expect(newer == Newer(isOn: true, added: nil, name: "Übung"))
    #expect(throws: DecodingError.self) {
      try Folded.unfold(Item.self, try Folded.fold(newer))
    }
  }

  @Test func librariesFromBeforeHoldJSON() throws {
    let old = Data(zstd([UInt8](try JSONEncoder().encode(sample))))
    #expect(try Folded.unfold(Item.self, old) == sample)
  }

  @Test func damagedBytesAreRefusedAndNeverTrap() throws {
    let sound = try FoldedEncoder.bytes(of: sample)
    for length in 0..<sound.count {
      #expect(throws: (any Error).self) {
        try FoldedDecoder.value(Item.self, of: Array(sound.prefix(length)))
      }
    }
    var state: UInt64 = 1
    func chance(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    for _ in 0..<20_000 {
      var bytes = sound
      for _ in 0...chance(4) { bytes[chance(bytes.count)] = UInt8(chance(256)) }
      _ = try? FoldedDecoder.value(Item.self, of: bytes)
    }
  }
}
