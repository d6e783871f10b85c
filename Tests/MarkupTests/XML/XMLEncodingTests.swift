import Testing

@testable import Markup

@Suite struct XMLEncodingTests {
  private func read(_ bytes: [UInt8], _ type: String? = nil) -> (text: String, encoding: String) {
    let decoded = XMLEncoding.utf8(from: bytes, contentType: type)
    return (String(decoding: decoded.bytes, as: UTF8.self), decoded.encoding)
  }

  @Test func theDeclarationIsFollowed() {
    let head = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8)
    let result = read(head + [0xE4, 0x80] + Array("</a>".utf8))
    #expect(result.text.hasSuffix("ä€</a>"))
    #expect(result.encoding == "iso-8859-1")
  }

  @Test func theHeaderComesBeforeTheDeclaration() {
    let head = Array("<?xml version='1.0' encoding='utf-8'?><a>".utf8)
    let result = read(
      head + [0xE4] + Array("</a>".utf8), "application/xml; charset=\"windows-1252\"")
    #expect(result.text.hasSuffix("<a>ä</a>"))
    #expect(result.encoding == "windows-1252")
  }

  @Test func aHeaderThatLiesIsNotBelieved() {
    let result = read(Array("<a>ä</a>".utf8), "text/xml; charset=us-ascii")
    #expect(result.text == "<a>ä</a>")
    #expect(result.encoding == "utf-8")
  }

  @Test(arguments: ["utf-16le", "utf-16be", "utf-32le", "utf-32be"])
  func wideEncodingsAreKnownWithAndWithoutMark(name: String) {
    for mark in ["\u{FEFF}", ""] {
      var bytes: [UInt8] = []
      for scalar in (mark + "<?xml version='1.0'?><a>äß€</a>").unicodeScalars {
        let width = name.hasPrefix("utf-16") ? 2 : 4
        let big = (0..<width).reversed().map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
        bytes += name.hasSuffix("be") ? big : big.reversed()
      }
      let result = read(bytes)
      #expect(result.text.hasSuffix("<a>äß€</a>"))
      #expect(result.encoding == name)
    }
  }

  @Test func aBrokenByteInUTF8SpoilsNothingElse() {
    let result = read(Array("<a>Grüße aus Köln, schöne ".utf8) + [0x96] + Array(" ä</a>".utf8))
    #expect(result.text == "<a>Grüße aus Köln, schöne – ä</a>")
    #expect(result.encoding == "utf-8")
  }

  @Test func oddEndsDoNoHarm() {
    for bytes: [UInt8] in [
      [], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE, 0x3C], [0, 0x3C, 0], [0xEF, 0xBB],
    ] {
      _ = read(bytes)
      _ = read(bytes, "text/xml; charset=euc-kr")
    }
  }

  @Test func everyKnownLabelDecodesAnyByte() {
    let all = (UInt8.min...UInt8.max).map { $0 }
    for label in [
      "big5", "euc-jp", "euc-kr", "gb2312", "shift_jis", "koi8-r", "windows-1250", "none",
    ] {
      let head = Array("<?xml version='1.0' encoding='\(label)'?><a>".utf8)
      #expect(!read(head + all + all.reversed()).text.isEmpty)
    }
  }
}
