import Languages
import Press
import Testing

@testable import Stories

@Suite struct SectionGuessTests {
  @Test(arguments: [
    ("https://a.example/politik/ausland/artikel-1.html", Section.politik),
    ("https://a.example/magazine/unterhaltung/stars/artikel", .unterhaltung),
    ("https://sport.a.example/news/spiel/artikel", .sport),
    ("https://a.example/Wirtschaft/2026/artikel", .wirtschaft),
  ])
  func theAddressNamesTheSection(url: String, section: Section) {
    #expect(SectionGuess.section(url: url, categories: [], headline: "Ohne Belang") == section)
  }

  @Test(arguments: [
    ("Fußball", Section.sport), ("US politics", .politik), ("Personal_Finance", .wirtschaft),
    ("Aus aller Welt", .panorama), ("gründer", .unternehmen), ("media", .medien),
  ])
  func namesOfBothLanguagesAreKnown(category: String, section: Section) {
    #expect(SectionGuess.section(url: nil, categories: [category], headline: "") == section)
  }

  @Test func everySectionHasNames() {
    let named = Set(
      PageWords.entries(of: "page-sections").compactMap {
        $0.split(separator: " ").first.map(String.init)
      })
    #expect(named == Set(Section.allCases.map(\.rawValue)))
  }

  @Test func categoriesGoBeforeWords() {
    let section = SectionGuess.section(
      url: nil, categories: ["Kultur"], headline: "Torwart hält Elfmeter im Pokalfinale")
    #expect(section == .kultur)
  }

  @Test(arguments: [
    (
      "Torwart hält zwei Elfmeter, Trainer lobt die Mannschaft nach dem Bundesligaspiel",
      Section.sport
    ),
    (
      "Bundestag streitet über Haushalt: Kanzler verteidigt Minister gegen die Opposition", .politik
    ),
    ("Goalkeeper saves penalty as the team wins the cup final at the stadium", .sport),
    ("The prime minister and the opposition in parliament clash over the election bill", .politik),
  ])
  func wordsTellTheSection(headline: String, section: Section) {
    #expect(SectionGuess.section(url: nil, categories: [], headline: headline) == section)
  }

  @Test func theWeightsAreWhole() {
    #expect(
      Weights.letters(of: "Weights/sections-de.txt").count
        == SectionModel.buckets * SectionModel.letters)
    #expect(Weights.letters(of: "Weights/rarity-de.txt").count == RarityTable.buckets)
    #expect(Weights.letters(of: "Weights/none.txt").isEmpty)
  }

  @Test func commonWordsOfThePressAloneTellOfNoMedia() {
    func tells(_ text: String) -> Bool { MediaWords.tellsOfMedia(Array(text.utf8)) }
    #expect(!tells("Wie die Zeitung meldet, sprach der Bäcker im Radio über den Brand in Velsund."))
    #expect(!tells("Die Redaktion der Zeitung zog am Montag von Ostmünde nach Fahlenbek um."))
    #expect(tells("Die Redakteure der Tageszeitung wählten in Ostmünde die neue Chefredaktion."))
    #expect(tells("Die Zeitung verliert Werbung, der Rundfunkrat berät über die Werbebranche."))
  }

  @Test func wordsOfThePressTellOfTheMedia() {
    let headline = "Verlag legt Redaktion zusammen: Zeitung spart bei Journalisten"
    #expect(SectionGuess.section(url: nil, categories: [], headline: headline) == .medien)
  }

  @Test func nothingTellsNothing() {
    #expect(SectionGuess.section(url: "nonsense", categories: [], headline: "") == nil)
  }
}
