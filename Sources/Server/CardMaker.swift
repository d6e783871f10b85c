import Editions
import Foundation
import Hypertext
import Newsroom
import Storage
import Stories
import Synchronization

/// Draws the cards of stories (OpenGraph pictures) with libvips' own program, when somebody asks for
/// one: the headline is set by Pango, the rest is a drawing of ours.
package struct CardMaker: Sendable {
  private let vips: OutsideProgram
  private let work: Work
  private static let limits = OutsideProgram.Limits(seconds: 10, memory: 2 << 30, file: 8 << 20)
  /// So many are drawn at a time; who asks then is asked to come back.
  private static let mostAtWork = 2

  /// Cards that are kept; one is about 30 KB.
  private static let mostKept = 100

  /// How many are being drawn, and what was drawn last, by all that stands on it.
  private final class Work: Sendable {
    let count = Mutex(0)
    let kept = Mutex<[[UInt8]: [UInt8]]>([:])
  }

  /// Why no card was drawn.
  struct Busy: Error {}
  struct NotAPicture: Error {}

  /// The program on this machine; nil where it is not installed (Debian: libvips-tools).
  package init?(path: String? = nil) {
    guard let vips = OutsideProgram("vips", path: path) else { return nil }
    self.vips = vips
    work = Work()
  }

  /// The card as a PNG.
  ///
  /// - Throws: `Busy` where too many are asked for at once.
  func png(_ card: StoryCard) async throws -> [UInt8] {
    let drawing = card.drawing(.init(file: "", width: 1, height: 1))
    let key = Array(card.headline.utf8) + drawing.bytes
    if let kept = work.kept.withLock({ $0[key] }) { return kept }
    let drawn = try await draw(card)
    work.kept.withLock { kept in
      if kept.count >= Self.mostKept { kept.removeAll() }
      kept[key] = drawn
    }
    return drawn
  }

  private func draw(_ card: StoryCard) async throws -> [UInt8] {
    let isTaken = work.count.withLock { count in
      guard count < Self.mostAtWork else { return false }
      count += 1
      return true
    }
    guard isTaken else { throw Busy() }
    defer { work.count.withLock { $0 -= 1 } }
    return try await OutsideProgram.inOwnFolder { folder in
      let type = folder.appending(path: "headline.png")
      let words = Self.markup(card.headline)
      // A word that is longer than a line makes it wider; the card then shows it smaller.
      _ = try await run(
        [
          "text", type.path, "<span foreground=\"\(StoryCard.ink)\">\(words)</span>", "--rgba",
          "--width", "\(StoryCard.headlineWidth)", "--dpi", "72", "--font",
          "serif bold \(card.headlineSize)", "--wrap", "word",
        ], in: folder)
      let headline = [UInt8](try Data(contentsOf: type))
      guard let size = Self.size(ofPNG: headline) else { throw NotAPicture() }
      let drawing = folder.appending(path: "card.svg")
      let out = folder.appending(path: "card.png")
      let set = StoryCard.SetHeadline(
        file: type.lastPathComponent, width: size.width, height: size.height)
      try Data(card.drawing(set).bytes).write(to: drawing)
      _ = try await run(
        ["copy", drawing.path, "\(out.path)[palette,compression=9,strip]"], in: folder)
      let bytes = [UInt8](try Data(contentsOf: out))
      guard Self.size(ofPNG: bytes) != nil else { throw NotAPicture() }
      return bytes
    }
  }

  private func run(_ arguments: [String], in folder: URL) async throws -> String {
    try await vips.run(
      arguments, in: folder, limits: Self.limits, environment: ["VIPS_CONCURRENCY": "1"])
  }

  /// A text for Pango, without what its markup reads and without line breaks.
  static func markup(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case _ where scalar.properties.generalCategory == .control: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Width and height from a PNG's first chunk (ISO/IEC 15948, section 11.2.1); nil where it is none.
  static func size(ofPNG bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count > 24, bytes[0..<8].elementsEqual([0x89, 80, 78, 71, 13, 10, 26, 10]) else {
      return nil
    }
    func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    return width > 0 && height > 0 ? (width, height) : nil
  }
}

extension Site {
  /// The card of a story; nil where there is no such story or nothing to draw with.
  func card(_ id: String, _ language: EditionLanguage, now: Int64) async throws -> Answer? {
    guard let cards = renderer.settings.cards, let filed = try library.story(id) else { return nil }
    let card = StoryCard(
      edition: try renderer.edition(language, now: now),
      teaser: filed.summary.teaser(try renderer.outletNames()))
    return Answer(
      picture: try await cards.png(card), contentType: "image/png",
      caching: "public, max-age=3600")
  }
}
