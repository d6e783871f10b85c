import Hypertext
package import Press

/// One day's stories as a mail (RFC 5322, RFC 2045): plain text and the same as HTML, without a
/// picture, a script or anything that tells the sender of its opening.
package struct DayMail: Sendable {
  /// A story with a few sentences: its standfirst, or what is new in it.
  package struct Item: Sendable {
    package var teaser: StoryTeaser
    package var lines: [String]

    package init(teaser: StoryTeaser, lines: [String]) {
      self.teaser = teaser
      self.lines = lines
    }
  }

  private let edition: Edition
  private let day: CivilDay
  private let items: [Item]

  /// - Parameter edition: one with a base, for a mail has no page it could be relative to.
  package init(edition: Edition, day: CivilDay, items: [Item]) {
    self.edition = edition
    self.day = day
    self.items = items
  }

  /// The whole message, lines ended by CR and LF.
  ///
  /// - Parameters:
  ///   - sender: an address, such as `paper@example.org`.
  ///   - recipient: an address.
  package func message(from sender: String, to recipient: String) -> [UInt8] {
    let host = sender.split(separator: "@").last.map(String.init) ?? "localhost"
    let boundary = "=_presseschau_\(day.iso8601)"
    let subject = "\(edition.title), \(edition.dates.day(day))"
    return Array(
      """
      From: \(Self.word(edition.title)) <\(sender)>\r
      To: \(recipient)\r
      Subject: \(Self.word(subject))\r
      Date: \(RFC822Date.string(edition.now))\r
      Message-ID: <day-\(day.iso8601)-\(edition.now)@\(host)>\r
      Auto-Submitted: auto-generated\r
      MIME-Version: 1.0\r
      Content-Type: multipart/alternative; boundary="\(boundary)"\r
      \r
      --\(boundary)\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: base64\r
      \r
      \(Self.base64(Array(text.utf8), isWrapped: true))\r
      --\(boundary)\r
      Content-Type: text/html; charset=utf-8\r
      Content-Transfer-Encoding: base64\r
      \r
      \(Self.base64(html.bytes, isWrapped: true))\r
      --\(boundary)--\r

      """.utf8)
  }

  private func counts(_ story: StoryTeaser) -> String {
    let words = edition.wording.counts
    return story.articleCount > 1
      ? "\(words.sources(story.outlets.count)), \(words.independent(story.independentCount))"
      : story.headlineOutlet.name
  }

  private func headline(_ story: StoryTeaser) -> String {
    story.headline.visible ?? edition.wording.article.untitled
  }

  var text: String {
    items.map { item in
      ([headline(item.teaser)] + item.lines + [counts(item.teaser), edition.url(item.teaser.place)])
        .joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n\n-- \n\(edition.title), \(edition.url(.front))\n"
  }

  var html: HTML {
    """
    <!doctype html>
    <html lang="\(edition.language.rawValue)"><head><meta charset="utf-8">
    <title>\(edition.title), \(edition.dates.day(day))</title></head><body>
    <h1>\(edition.title), \(edition.dates.day(day))</h1>
    \(items, section)<p><a href="\(url: edition.url(.front))">\(edition.title)</a></p>
    </body></html>

    """
  }

  private func section(_ item: Item) -> HTML {
    """
    <h2\(attribute: "lang", edition.foreign(item.teaser.language))>\
    <a href="\(url: edition.url(item.teaser.place))">\(headline(item.teaser))</a></h2>
    \(item.lines, { "<p>\($0)</p>\n" })<p><small>\(counts(item.teaser))</small></p>

    """
  }

  /// A word of a header (RFC 2047), without what could begin another header.
  static func word(_ text: String) -> String {
    let bytes = text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    let isPlain = bytes.allSatisfy {
      $0 < 0x80 && ($0 == 0x20 || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF))
    }
    if isPlain { return String(decoding: bytes, as: UTF8.self) }
    // An encoded word has 75 bytes at most: 45 before they are encoded, never half a character.
    var words: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      var length = min(45, rest.count)
      while length > 1, length < rest.count, rest[rest.startIndex + length] & 0xC0 == 0x80 {
        length -= 1
      }
      words.append("=?utf-8?B?\(base64(Array(rest.prefix(length)), isWrapped: false))?=")
      rest = rest.dropFirst(length)
    }
    return words.joined(separator: "\r\n ")
  }

  /// Base64 (RFC 4648), in lines of 76 characters where it is wrapped (RFC 2045, 6.8).
  static func base64(_ bytes: [UInt8], isWrapped: Bool) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      if isWrapped, start > 0, start % 57 == 0 { out += [13, 10] }
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        out.append(
          place <= group.count ? letters[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
