package import Press

/// Guesses an article's section from its address, its categories and its words.
package enum SectionGuess {
  /// The section, or nil where nothing tells. Address and categories go before words: they are
  /// what the editors say.
  package static func section(
    url: String?, categories: [String], headline: String, standfirst: String? = nil,
    body: ArticleText = ArticleText(plain: "")
  ) -> Section? {
    for category in categories {
      if let section = SectionNames.section(Array(category.utf8)) { return section }
    }
    if let url, let section = SectionNames.section(address: url) { return section }
    var text = Array(headline.utf8)
    text.append(32)
    if let standfirst, !body.utf8.starts(with: standfirst.utf8) { text += standfirst.utf8 }
    text.append(32)
    text += body.utf8.prefix(longest)
    if EnglishSections.isEnglish(text) { return EnglishSections.section(text) }
    return MediaWords.tellsOfMedia(text) ? .medien : SectionModel.section(text)
  }

  /// Bytes of the body that are read.
  private static let longest = 4_000
}
