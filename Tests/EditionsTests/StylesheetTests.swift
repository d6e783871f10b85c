import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct StylesheetTests {
  /// The pairs of colours in the sheet by their names: light, dark.
  static let tokens: [String: (light: String, dark: String)] = {
    var tokens: [String: (String, String)] = [:]
    for match in Stylesheet.text.matches(
      of: /(?:\.([a-l])\{)?--([a-z]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)/)
    {
      tokens[match.1.map { "\(match.2)-\($0)" } ?? String(match.2)] = (
        String(match.3), String(match.4)
      )
    }
    return tokens
  }()

  @Test(arguments: ["fg", "mut", "acc", "link", "ok", "warn"], ["bg", "soft", "hit"])
  func textIsSevenToOne(ink: String, paper: String) throws {
    // What is found is marked in the page's own ink only.
    guard paper != "hit" || ink == "fg" || ink == "link" else { return }
    let text = try #require(Self.tokens[ink])
    let ground = try #require(Self.tokens[paper])
    #expect(contrast(text.light, ground.light) >= 7)
    #expect(contrast(text.dark, ground.dark) >= 7)
  }

  @Test(arguments: Palette.names)
  func outletsCanBeTold(name: String) throws {
    let hue = try #require(Self.tokens["k-\(name)"])
    let paper = try #require(Self.tokens["bg"])
    // The monogram's letter is paper on the hue.
    #expect(contrast(hue.light, paper.light) >= 7)
    #expect(contrast(hue.dark, paper.dark) >= 7)
  }

  @Test func theSheetAsksNothingOfOthers() {
    for word in ["url(", "@import", "@font-face", "expression", "</", "http:"] {
      #expect(!Stylesheet.text.contains(word))
    }
    #expect(Stylesheet.text.utf8.count < 24_000)
    #expect(Stylesheet.front.text.utf8.count < 15_500)
    #expect(Stylesheet.text.count { $0 == "{" } == Stylesheet.text.count { $0 == "}" })
  }

  @Test func everyPageCarriesExactlyTheSheet() {
    for (name, html) in PagesSample.all(DaySample.edition) {
      let parts = html.string.components(between: "<style>", and: "</style>")
      #expect(parts == [Stylesheet.text], "\(name)")
    }
  }

  @Test func leanArticlesCarryASheetThatIsListed() {
    var page = DaySample.articlePage
    page.edition.hasLeanSheets = true
    let sheets = page.html.string.components(between: "<style>", and: "</style>")
    #expect(sheets == [Stylesheet.article.text] && Stylesheet.texts.contains(sheets[0]))
    #expect(sheets[0].utf8.count < Stylesheet.text.utf8.count - 5_000)
  }

  /// A class that a page uses and its lean sheet does not know would be seen by readers only.
  @Test func leanSheetsKnowAllThatTheirPagesUse() {
    var lean = DaySample.edition
    lean.hasLeanSheets = true
    let known = Self.classes(Stylesheet.text)
    for (name, html) in PagesSample.all(lean) {
      let sheet = html.string.components(between: "<style>", and: "</style>")[0]
      let used = Set(
        PageProbe(html).values(of: "class").flatMap { $0.split(separator: " ").map(String.init) })
      let missing = used.intersection(known).subtracting(Self.classes(sheet))
      #expect(missing.isEmpty, "\(name): \(missing)")
      // What a class says by itself stands in one place and must be in every sheet that needs it.
      let alone = used.intersection(Self.classesAlone(Stylesheet.text))
      let lost = alone.subtracting(Self.classesAlone(sheet))
      #expect(lost.isEmpty, "\(name): \(lost)")
    }
  }

  private static func classes(_ sheet: String) -> Set<String> {
    Set(sheet.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.1) })
  }

  /// Classes with a rule of their own, such as `.head{…}`.
  private static func classesAlone(_ sheet: String) -> Set<String> {
    Set(sheet.matches(of: /[},]\.([a-z][a-z0-9-]*)(?=[{,])/).map { String($0.1) })
  }

  @Test func twelveOutletsHaveTwelveColours() {
    let palette = Palette(FloodSample.outlets)
    #expect(Set(FloodSample.outlets.map { palette[$0.id] }).count == 12)
    // Alone on a page an outlet keeps the colour of its name.
    #expect(Palette([FloodSample.outlets[0]])["x"] == Palette([])["x"])
  }

  private func contrast(_ a: String, _ b: String) -> Double {
    let (high, low) = (Swift.max(luminance(a), luminance(b)), Swift.min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }

  /// WCAG 2.2, relative luminance.
  private func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// x to the power of 2.4 by squaring and a Newton root: no Foundation.
  private func pow(_ x: Double) -> Double {
    var root = x
    for _ in 0..<60 {
      root = root - (root * root * root * root * root - x * x) / (5 * root * root * root * root)
    }
    return x * x * root
  }
}

extension String {
  func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: end, maxSplits: 1, omittingEmptySubsequences: false).first.map(
        String.init)
    }
  }
}
