import Testing

@testable import Press

@Suite struct CodePointsTests {
  @Test func bytesAndCodePointsLeadToEachOther() {
    let text = String(repeating: "Größe 😀 „Zahl“ ", count: 12)
    let points = CodePoints(Array(text.utf8))
    var byte = 0
    for (place, scalar) in text.unicodeScalars.enumerated() {
      #expect(points.offset(ofByte: byte) == place)
      #expect(points.byte(ofCodePoint: place) == byte)
      byte += UTF8.width(scalar)
    }
    #expect(points.offset(ofByte: byte + 9) == text.unicodeScalars.count)
    #expect(points.byte(ofCodePoint: 10_000) == byte)
    #expect(CodePoints([]).offset(ofByte: 3) == 0)
  }
}
