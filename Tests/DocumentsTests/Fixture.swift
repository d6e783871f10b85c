import Press

@testable import Documents

/// Small invented pages for the rules' tests.
enum Fixture {
  static let first =
    "Der Stadtrat von Grünau hat am Montag beschlossen, den alten Hafen bis zum Jahr 2031 auszubauen."
  static let second =
    "Die Arbeiten sollen nach Angaben der Verwaltung im Frühjahr beginnen, zunächst am östlichen Ufer."
  static let third =
    "Anwohner fürchten den Lärm der Bagger, doch die Bürgermeisterin versprach, nachts werde geruht."
  static let fourth =
    "Das Land trägt die Hälfte der Kosten, den Rest zahlen Stadt und Hafenbetrieb in vier Raten."

  /// A paragraph of a hundred words.
  static let long = Array(
    repeating:
      "Im Rat war lange gestritten worden, weil der Plan mehr kostet, als die Stadt im ganzen Jahr einnimmt.",
    count: 6
  ).enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: " ")

  /// A page with a headline and four paragraphs; something stands after the second, and after all.
  static func page(between: String = "", after: String = "", head: String = "") -> [UInt8] {
    Array(
      """
      <!doctype html><html lang="de"><head><title>Grünau baut den Hafen aus</title>\(head)</head>
      <body><nav><a href="/">Start</a> <a href="/sport">Sport</a></nav><main><article>
      <h1>Grünau baut den Hafen aus</h1>
      <p>\(first)</p><p>\(second)</p>\(between)<p>\(third)</p><p>\(fourth)</p>\(after)
      </article></main><footer><p>Impressum</p></footer></body></html>
      """.utf8)
  }

  static func article(between: String = "", after: String = "", head: String = "") -> Article {
    ArticleReader.article(
      page: page(between: between, after: after, head: head),
      url: "https://bote.example/gruenau/hafen")
  }

  /// Whether the four paragraphs are the text, no more and no less.
  static func isWhole(_ article: Article) -> Bool {
    article.body.string == [first, second, third, fourth].joined(separator: "\n\n")
  }
}
