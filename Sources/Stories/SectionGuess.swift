package import Press

/// Guesses an article's section from its address, its categories and its words.
package enum SectionGuess {
  package static func section(
    url: String?, categories: [String], headline: String, standfirst: String? = nil,
    body: ArticleText = ArticleText(plain: "")
  ) -> Section? {
    nil
  }
}
