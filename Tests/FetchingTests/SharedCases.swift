import Foundation
import Packing

/// Rows of the shared security data, which lie in a folder `shared` beside the repository.
enum SharedCases {
  static let folder: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path() != "/" {
      let shared = folder.appending(path: "shared/data/security")
      if FileManager.default.fileExists(atPath: shared.path()) { return shared }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  static var isThere: Bool { folder != nil }

  static func rows<Row: Decodable>(_ name: String, as type: Row.Type) throws -> [Row] {
    guard let folder else { return [] }
    let packed = try Data(contentsOf: folder.appending(path: "\(name).dev.jsonl.gz"))
    let text = try gunzip(Array(packed), limit: 64 << 20)
    return try text.split(separator: 10).map {
      try JSONDecoder().decode(Row.self, from: Data($0))
    }
  }
}

/// A fixed sequence of numbers for mutated inputs (Knuth's MMIX constants).
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, sides)
  }

  /// The same bytes with a few changed, doubled, taken out or cut off.
  mutating func mutate(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var out = bytes
    for _ in 0...roll(4) {
      guard !out.isEmpty else { return out }
      let at = roll(out.count)
      switch roll(6) {
      case 0: out[at] = UInt8(roll(256))
      case 1: out[at] = alphabet[roll(alphabet.count)]
      case 2: out.insert(alphabet[roll(alphabet.count)], at: at)
      case 3: out.remove(at: at)
      case 4: out.insert(contentsOf: out[at..<min(out.count, at + roll(20))], at: at)
      default: out.removeSubrange(at..<min(out.count, at + roll(8)))
      }
    }
    return out
  }
}
