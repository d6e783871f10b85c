import Testing

@testable import Documents

struct WordWalkTests {
  private func hashes(_ line: String) -> [UInt64] {
    var out: [UInt64] = []
    WordWalk.append(hashesOf: Array(line.utf8)[...], to: &out)
    return out
  }

  @Test func caseAndSoftHyphensMakeNoOtherWord() {
    #expect(hashes("GRÜNAU") == hashes("grünau"))
    #expect(hashes("Hafen\u{AD}ausbau") == hashes("hafenausbau"))
    #expect(hashes("Donaudampfschifffahrt") == hashes("DONAUDAMPFSCHIFFFAHRT"))
    #expect(hashes("Straße") != hashes("Strasse"))
  }

  @Test func aWordIsTheSameWhereverItStands() {
    let words = [
      "a", "hafen", "grünau", "2031", "überflutungsgebiete", "naïve", "ausbauen", "hafenbau",
    ]
    for word in words {
      let alone = hashes(word)
      #expect(alone.count == 1)
      for gap in 0..<9 {
        let line = String(repeating: "x", count: gap) + " " + word + ", " + word
        #expect(hashes(line).suffix(2) == [alone[0], alone[0]], "\(line)")
      }
    }
  }

  @Test func differentWordsDiffer() {
    let words = (0..<4000).map { "wort\($0)" } + ["wort", "worte", "wor", "aaaaaaaa", "aaaaaaaaa"]
    #expect(Set(words.flatMap(hashes)).count == words.count)
  }

  @Test func theWalkGivesTheSameHashes() {
    let line = Array("„Grünau“, sagte sie – 11.000 Container; €5, naïve ﻿Übung Ende".utf8)[...]
    var walk = WordWalk(line)
    var walked: [UInt64] = []
    while let word = walk.next() { walked.append(word.hash) }
    #expect(walked == hashes(String(decoding: line, as: UTF8.self)))
    #expect(walked.count == 10)
  }
}
