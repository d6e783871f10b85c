import Foundation
import Testing

@testable import Editions

@Suite struct HyphenPatternsTests {
  private func set(_ word: String, _ patterns: HyphenPatterns?) -> String? {
    patterns.map { patterns in
      let bytes = Array(word.utf8)
      let places = Set(patterns.places(in: bytes))
      return String(
        decoding: bytes.indices.flatMap { places.contains($0) ? [0x2D, bytes[$0]] : [bytes[$0]] },
        as: UTF8.self)
    }
  }

  @Test func theGreatestNumberCounts() {
    let patterns = HyphenPatterns(file: Array("UTF-8\n# a comment\na1b\n2a2bc\n.xa1b\n".utf8))
    #expect(set("xxab", patterns) == "xxa-b")
    // The longer pattern forbids what the shorter one allows; a point is the word's edge.
    #expect(set("xxabc", patterns) == "xxabc")
    #expect(set("XAB", patterns) == "XA-B")
    #expect(set("abжb", patterns) == "abжb")
  }

  @Test func partsOfACompoundAreDividedByTheNextLevel() {
    let file = "UTF-8\nhafen1\nNEXTLEVEL\n1f\n.är1\nwehr/w=r,1\n"
    let patterns = HyphenPatterns(file: Array(file.utf8))
    #expect(set("hafenärzte", patterns) == "ha-fen-är-zte")
  }

  @Test func latinFilesAreReadAndEmptyOnesAreNone() {
    #expect(
      set("süßer", HyphenPatterns(file: Array("ISO8859-1\n".utf8) + [0xFC, 0x31, 0xDF]))
        == "sü-ßer")
    #expect(HyphenPatterns(file: Array("UTF-8\n% nothing\nLEFTHYPHENMIN 2\n".utf8)) == nil)
    #expect(HyphenPatterns(file: []) == nil)
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: "/usr/share/hyphen/hyph_de_DE.dic"),
      "hyphen-de is not installed"))
  func debiansPatternsDivideGermanCompounds() throws {
    let file = try Data(contentsOf: URL(filePath: "/usr/share/hyphen/hyph_de_DE.dic"))
    let patterns = HyphenPatterns(file: Array(file))
    #expect(set("Verteidigungsministerium", patterns) == "Ver-tei-di-gungs-mi-nis-te-ri-um")
    #expect(set("Forschungszentrum", patterns) == "For-schungs-zen-trum")
    #expect(set("Straßenbahnhaltestelle", patterns) == "Stra-ßen-bahn-hal-te-stel-le")
  }
}
