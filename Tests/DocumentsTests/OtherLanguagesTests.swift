import Press
import Testing

@testable import Documents

/// What a page gets in a language for which there are no lists: all that knows a page by its form, and
/// no rule that looks for words (`Documentation/Technotes/Boundaries.md`).
struct OtherLanguagesTests {
  private static let texts = [
    "Le conseil de Grünau a décidé lundi de reconstruire le vieux port avant la fin de la décennie.",
    "Les travaux doivent commencer au printemps sur la rive orientale, selon les services de la ville.",
    "Les riverains craignent le bruit des machines, mais la maire a promis que les nuits seront calmes.",
    "La région paie la moitié des coûts, le reste est à la charge de la ville et du port en quatre ans.",
  ]

  private static func article(between: String = "", after: String = "") -> Article {
    let page = """
      <!doctype html><html lang="fr"><head><title>Le port de Grünau sera reconstruit | Le Facteur</title>
      <meta property="article:published_time" content="2026-03-12T08:00:00+01:00"></head><body>
      <nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav><article>
      <h1>Le port de Grünau sera reconstruit</h1><p>\(texts[0])</p><p>\(texts[1])</p>\(between)
      <p>\(texts[2])</p><p>\(texts[3])</p>\(after)</article>
      <footer><p><a href="/mentions">Mentions légales</a></p></footer></body></html>
      """
    return ArticleReader.article(page: Array(page.utf8), url: "https://facteur.example/port")
  }

  @Test func theTextIsWholeAndItsLanguageKnown() {
    let article = Self.article()
    #expect(article.body.string == Self.texts.joined(separator: "\n\n"))
    #expect(article.language == Language(rawValue: "fr"))
    #expect(article.headline == "Le port de Grünau sera reconstruit")
    #expect(article.published != nil)
    #expect(article.kind == .article)
  }

  @Test func whatIsKnownByItsFormIsRemoved() {
    let share = "<ul class=\"share\"><li><a href=\"#\">Facebook</a><li><a href=\"#\">X</a></ul>"
    let article = Self.article(
      between: "<p>\(Self.texts[0])</p>",
      after: "<figure><figcaption>Le quai</figcaption></figure>\(share)")
    #expect(article.body.string == Self.texts.joined(separator: "\n\n"))
  }

  @Test func whatIsKnownByItsWordsStays() {
    let label = "Inscrivez-vous à notre lettre d’information."
    #expect(Self.article(between: "<p>\(label)</p>").body.string.contains(label))
  }
}
