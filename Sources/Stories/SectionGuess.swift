package import Press

/// Guesses an article's section from its address, its categories and its words.
package enum SectionGuess {
  /// The section, or nil where nothing tells. Address and categories go before words: they are
  /// what the editors say.
  package static func section(
    url: String?, categories: [String], headline: String, standfirst: String? = nil,
    body: ArticleText = ArticleText(plain: "")
  ) -> Section? {
    if let section = told(url: url, categories: categories) { return section }
    let text = text(headline: headline, standfirst: standfirst, body: body)
    var reader = WordReader()
    var first = FirstWords()
    reader.read(text, in: 0..<min(text.count, 2_000)) { word in
      first.take(word)
      return first.isOpen
    }
    var signs = SignReader()
    return section(ofText: text, first, &signs)
  }

  /// The section of an article whose first words have been read.
  static func section(
    of arrival: Arrival, first: FirstWords, _ signs: inout SignReader
  ) -> Section? {
    if let section = told(url: arrival.url, categories: arrival.categories) { return section }
    let text = text(
      headline: arrival.headline, standfirst: arrival.standfirst, body: arrival.body)
    return section(ofText: text, first, &signs)
  }

  private static func told(url: String?, categories: [String]) -> Section? {
    for category in categories {
      if let section = SectionNames.section(Array(category.utf8)) { return section }
    }
    return url.flatMap(SectionNames.section(address:))
  }

  private static func text(
    headline: String, standfirst: String?, body: ArticleText
  ) -> [UInt8] {
    var text = Array(headline.utf8)
    text.append(32)
    if let standfirst, !body.utf8.starts(with: standfirst.utf8) { text += standfirst.utf8 }
    text.append(32)
    text += body.utf8.prefix(longest)
    return text
  }

  private static func section(
    ofText text: [UInt8], _ first: FirstWords, _ signs: inout SignReader
  ) -> Section? {
    if first.areEnglish { return EnglishSections.section(text) }
    return first.tellOfMedia ? .medien : SectionModel.section(text, &signs)
  }

  /// Bytes of the body that are read.
  private static let longest = 4_000
}

/// What the first words of a text tell: whether it is English, and whether it is on the media.
struct FirstWords: Sendable {
  private var small = EnglishSections.SmallWords()
  private var media = MediaWords()

  var areEnglish: Bool { small.areEnglish }
  var tellOfMedia: Bool { media.tellsOfMedia }
  /// Whether further words could change either.
  var isOpen: Bool { small.isOpen || media.isOpen }

  /// Takes the next word of a text.
  mutating func take(_ word: WordReader.Word) {
    small.take(word)
    media.take(word)
  }
}
