import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct WordingTests {
  @Test(arguments: EditionLanguage.allCases)
  func noWordIsEmpty(language: EditionLanguage) {
    var empty: [String] = []
    func look(_ value: Any, at path: String) {
      if let text = value as? String, text.isEmpty { empty.append(path) }
      for child in Mirror(reflecting: value).children {
        look(child.value, at: "\(path).\(child.label ?? "")")
      }
    }
    look(language.wording, at: "wording")
    #expect(empty.isEmpty)
    #expect(language.wording.calendar.months.count == 12)
    #expect(language.wording.calendar.weekdays.count == 7)
  }

  @Test func bothLanguagesHaveTheSameListsAndRules() {
    let (german, english) = (Wording.german, Wording.english)
    #expect(Set(german.removal.known.keys) == Set(english.removal.known.keys))
    #expect(german.how.chapters.count == english.how.chapters.count)
    #expect(german.article.sizes.count == english.article.sizes.count)
    #expect(german.how.creditLines.count == english.how.creditLines.count)
  }

  @Test func oneIsNotMany() {
    #expect(Wording.german.counts.sources(1) == "1\u{A0}Quelle")
    #expect(Wording.german.counts.sources(7) == "7\u{A0}Quellen")
    #expect(Wording.english.counts.stories(1) == "1\u{A0}story")
  }

  @Test func englishPagesHaveNoGermanWords() {
    let words = ["Startseite", "Quellen", "Zahlen", "Wer sagt", "erschlossen", "Lesezeit", "bis "]
    for (name, html) in PagesSample.all(DaySample.english) where name != "imprint" {
      let own = PageProbe(html).tags.filter { $0.attributes["lang"] == nil && $0.name != "q" }
      for tag in own where ["a", "h2", "dt", "span", "small", "label", "button"].contains(tag.name)
      {
        #expect(!words.contains { tag.text.hasPrefix($0) }, "\(name): \(tag.text)")
      }
    }
  }
}
