import Foundation
import Testing

@testable import Markup

struct EncodingsTests {
  static let file = "security/charset.dev.jsonl.gz"

  private func read(_ bytes: [UInt8], _ contentType: String? = nil) -> (String, String) {
    let (bytes, label) = Encodings.utf8(from: bytes, contentType: contentType)
    return (String(decoding: bytes, as: UTF8.self), label)
  }

  @Test func theByteOrderMarkOutweighsEverything() {
    let latin = "text/html; charset=iso-8859-1"
    #expect(read([0xEF, 0xBB, 0xBF] + Array("Grüße".utf8), latin) == ("Grüße", "utf-8"))
    #expect(read([0xFF, 0xFE, 0x47, 0, 0xFC, 0], latin) == ("Gü", "utf-16le"))
    #expect(read([0xFE, 0xFF, 0, 0x47, 0, 0xFC], latin) == ("Gü", "utf-16be"))
    #expect(read([0xFE, 0xFF, 0, 0x47, 0]) == ("G\u{FFFD}", "utf-16be"))
  }

  @Test func theHeaderOutweighsThePage() {
    let page = Array("<meta charset=iso-8859-2><p>".utf8) + [0xA9]
    #expect(read(page).0.hasSuffix("Š"))
    #expect(read(page, "text/html; charset=\"windows-1251\"").0.hasSuffix("©"))
    #expect(read(page, "text/html").1 == "iso-8859-2")
    #expect(read(page, "text/html; charset=nonsense").1 == "iso-8859-2")
  }

  @Test func latinOneIsReadAsWindows1252() {
    let (text, label) = read([0x93, 0x47, 0xFC, 0x94, 0x80], "text/html; charset=ISO-8859-1")
    #expect(text == "“Gü”€")
    #expect(label == "windows-1252")
  }

  @Test func aPageThatIsUTF8IsReadAsUTF8WhateverItSays() {
    let page = Array("<meta charset=iso-8859-1><p>Größe, Übermut".utf8)
    #expect(read(page) == (String(decoding: page, as: UTF8.self), "utf-8"))
    #expect(read(page, "text/html; charset=windows-1252").1 == "utf-8")
  }

  @Test func aPageThatIsNotUTF8IsNotReadAsUTF8() {
    let page = Array("<meta charset=utf-8><p>Gr".utf8) + [0xF6, 0xDF, 0x65] + Array(" und Ma".utf8)
    #expect(read(page + [0xDF]).0.hasSuffix("Größe und Maß"))
  }

  @Test func brokenSequencesBecomeReplacementCharacters() {
    let good = Array("äöüß".utf8)
    #expect(read(good + [0xE2, 0x82, 0x41]) == ("äöüß\u{FFFD}A", "utf-8"))
    #expect(read(good + [0xED, 0xA0]).0.hasPrefix("äöüß\u{FFFD}"))
  }

  @Test(arguments: [
    ("windows-1250", [0x8A, 0x9E] as [UInt8], "Šž"), ("windows-1251", [0xCF, 0xF0], "Пр"),
    ("windows-1253", [0xC1, 0xEB], "Αλ"), ("windows-1254", [0xDD, 0xFE], "İş"),
    ("windows-1257", [0xC0, 0xE2], "Ąā"), ("iso-8859-5", [0xBF, 0xE0], "Пр"),
    ("iso-8859-15", [0xA4, 0xBD], "€œ"), ("koi8-r", [0xF0, 0xD2], "Пр"),
    ("koi8-u", [0xAE, 0xA4], "ўє"), ("macintosh", [0x8A, 0xDB], "ä€"),
    ("cp866", [0x8F, 0xE0], "Пр"),
    ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"),
    ("euc-kr", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
    ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "日本"),
  ])
  func olderEncodingsAreRead(label: String, bytes: [UInt8], text: String) {
    #expect(read(bytes, "text/html; charset=\(label)").0 == text)
  }

  @Test func aBrokenLeadByteSwallowsNoMarkup() {
    let page = Array("<p>".utf8) + [0x93, 0x3C] + Array("b>x".utf8)
    #expect(read(page, "text/html; charset=shift_jis").0.contains("<b>x"))
  }

  @Test func aLabelThatIsNeverReadGivesWindows1252() {
    #expect(read([0x41, 0xFC], "text/html; charset=iso-2022-kr") == ("Aü", "windows-1252"))
  }

  @Test func theLastPrescannedByteIsNotRead() {
    for page in [
      "<", "<!", "<!-", "<!--", "<m", "<meta", "<meta ", "<meta charset", "</", "</x a=",
    ] {
      #expect(Encodings.declared(in: Array(page.utf8)) == nil)
    }
  }

  @Test(.enabled(if: SharedData.path(file) != nil, "the development data are not here"))
  func everyDeclarationIsFound() throws {
    var count = 0
    for row in try SharedData.rows(Self.file) {
      let text = try #require(row["input"] as? String)
      let input = Array(try #require(Data(base64Encoded: text)))
      let isMarked = input.starts(with: [0xEF, 0xBB, 0xBF])
      let found = isMarked ? Encodings.utf8(from: input).label : Encodings.declared(in: input)
      let expected = (row["expect"] as? String)?.lowercased()
      #expect(found ?? "windows-1252" == expected, "\(row["id"] ?? "")")
      count += 1
    }
    #expect(count > 50)
  }
}

/// Our check of UTF-8 against Swift's own.
struct UTF8CheckTests {
  private func holds(_ bytes: [UInt8]) -> Bool { UTF8Check.holds(bytes.span) }

  @Test func itAgreesWithSwiftOnEverySequenceOfFourHighBytes() {
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var wrong: [[UInt8]] = []
    for one in edges {
      for two in edges {
        for three in edges {
          for four in edges {
            let bytes = [one, two, three, four]
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            if holds(bytes) != isValid { wrong.append(bytes) }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func whereASequenceStandsDoesNotMatter() {
    for before in 0..<70 {
      let ascii = [UInt8](repeating: 0x61, count: before)
      for after in [0, 1, 7, 8, 33] {
        let tail = [UInt8](repeating: 0x62, count: after)
        let (good, bad) = (ascii + [0xE2, 0x82, 0xAC] + tail, ascii + [0xE2, 0x82] + tail)
        #expect(holds(good))
        #expect(!holds(bad))
      }
    }
  }
}
