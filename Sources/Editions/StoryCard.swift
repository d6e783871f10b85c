package import Hypertext
import Press

/// The picture other sites show beside a link to a story: the paper's name, the story's headline and
/// who reports. Only words of the pages stand on it.
package struct StoryCard: Sendable {
  /// Pixels, as OpenGraph's readers expect them.
  package static let width = 1_200
  package static let height = 630
  /// The room of the headline.
  package static let headlineWidth = width - 2 * margin
  private static let headlineHeight = 312
  private static let margin = 80

  /// A headline set in type by somebody who knows fonts.
  package struct SetHeadline: Sendable {
    /// A PNG beside the drawing.
    package var file: String
    package var width: Int
    package var height: Int

    package init(file: String, width: Int, height: Int) {
      self.file = file
      self.width = width
      self.height = height
    }
  }

  private let edition: Edition
  private let teaser: StoryTeaser

  package init(edition: Edition, teaser: StoryTeaser) {
    self.edition = edition
    self.teaser = teaser
  }

  /// The headline, shortened where it would not be read at the size of a stamp.
  package var headline: String { teaser.headline.shortened(to: 150) }

  /// Its size in pixels: the shorter, the larger.
  package var headlineSize: Int {
    switch headline.utf8.count {
    case ...45: 86
    case ...75: 74
    case ...110: 62
    default: 54
    }
  }

  /// The colour of headlines, as `#17191e`.
  package static let ink = Stylesheet.daylight("fg")

  /// The card as SVG, around a headline that is set already.
  package func drawing(_ headline: SetHeadline) -> HTML {
    let scale = Swift.min(
      1, Double(Self.headlineWidth) / Double(Swift.max(1, headline.width)),
      Double(Self.headlineHeight) / Double(Swift.max(1, headline.height)))
    let (width, height) = (Double(headline.width) * scale, Double(headline.height) * scale)
    let kicker = teaser.kicker?.visible ?? edition.wording.sections[teaser.section]
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"\
       width="\(Self.width)" height="\(Self.height)">
      <rect width="100%" height="100%" fill="\(Stylesheet.daylight("bg"))"/>
      <text x="\(Self.margin)" y="88" font-family="serif" font-weight="700" font-size="46"\
       fill="\(Self.ink)">\(edition.title.shortened(to: 60))\
      <tspan fill="\(Stylesheet.daylight("acc"))">.</tspan></text>
      <rect x="\(Self.margin)" y="112" width="\(Self.headlineWidth)" height="3" fill="\(Self.ink)"/>
      <text x="\(Self.margin)" y="172" font-family="sans-serif" font-weight="700" font-size="27"\
       fill="\(Stylesheet.daylight("acc"))">\(kicker.shortened(to: 70))</text>
      <image x="\(Self.margin)" y="212" width="\(Int(width))" height="\(Int(height))"\
       xlink:href="\(url: headline.file)"/>
      \(outlets)
      </svg>

      """
  }

  /// The outlets with their colours, as many as a line has room for, and how many more.
  private var outlets: HTML {
    let palette = Palette(teaser.outlets)
    var x = Self.margin
    var line: [HTML] = []
    for outlet in teaser.outlets {
      let name = outlet.name.shortened(to: 40)
      // A letter takes a little more than half its size.
      let end = x + 30 + name.count * 14
      guard end < Self.width - Self.margin - 80 else { break }
      line.append(
        """
        <rect x="\(x)" y="560" width="18" height="18" rx="3" fill="\(Stylesheet.daylight(outlet: palette[outlet.id]))"/>\
        <text x="\(x + 28)" y="578" font-family="sans-serif" font-size="26" fill="\(Self.ink)">\(name)</text>
        """)
      x = end + 20
    }
    let more = teaser.outlets.count - line.count
    let rest: HTML? =
      more > 0
      ? """
      <text x="\(x)" y="578" font-family="sans-serif" font-size="26" fill="\(Stylesheet.daylight("mut"))">+\(more)</text>
      """ : nil
    return "\(line, { $0 })\(rest)"
  }
}

extension Stylesheet {
  /// A colour of the sheet by day, such as `acc`; black where there is none of that name.
  static func daylight(_ token: String) -> String { colour(after: "--\(token):light-dark(") }

  /// The colour of an outlet's class by day.
  static func daylight(outlet name: String) -> String {
    colour(after: ".\(name){--k:light-dark(")
  }

  private static let sheet = Array(text.utf8)

  private static func colour(after words: String) -> String {
    guard let place = sheet.firstRange(of: Array(words.utf8)) else { return "#000000" }
    return String(decoding: sheet[place.upperBound...].prefix(7), as: UTF8.self)
  }
}
