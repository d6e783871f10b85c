/// Words of the fronts' smaller parts, of the archive, of versions and of what leaves the house as
/// files.
package struct PaperWords: Sendable {
  /// Where outlets disagree.
  package var disagreements: String
  package var voices: String
  package var brief: String
  package var latest: String
  package var byDay: String
  package var archive: String
  package var archiveIntro: String
  /// Earlier versions of an article.
  package var versions: @Sendable (Int) -> String
  package var versionRead: @Sendable (Int, String) -> String
  /// What a later version no longer has, and what it has instead.
  package var dropped: String
  package var added: String
  package var oldHeadline: String
  package var sameText: String
  package var nextInStory: String
  package var before: String
  package var after: String
  package var corrections: String
  package var noCorrections: String
  /// Said of a text that changed after it was published.
  package var changedOn: @Sendable (String) -> String
  package var contents: String
  package var allStories: String
}

extension PaperWords {
  /// The German words.
  static let german = PaperWords(
    disagreements: "Wo Angaben abweichen", voices: "Zitate des Tages", brief: "In Kürze",
    latest: "Neueste Meldungen", byDay: "Nach Tagen", archive: "Archiv",
    archiveIntro: "Jeder Tag mit seinen Geschichten.",
    versions: { $0 == 1 ? "Eine frühere Fassung" : "\($0) frühere Fassungen" },
    versionRead: { "Fassung \($0), gelesen am \($1)" }, dropped: "gestrichen", added: "neu",
    oldHeadline: "Überschrift", sameText: "Der Text ist gleich geblieben.",
    nextInStory: "Als Nächstes in dieser Geschichte", before: "davor", after: "danach",
    corrections: "Korrekturen",
    noCorrections: "Bisher war nichts zu berichtigen.",
    changedOn: { "Die Quelle hat den Text am \($0) geändert." },
    contents: "Inhalt", allStories: "Alle Geschichten")

  /// The English words.
  static let english = PaperWords(
    disagreements: "Where figures differ", voices: "Quotes of the day", brief: "In brief",
    latest: "Latest", byDay: "By day", archive: "Archive",
    archiveIntro: "Every day with its stories.",
    versions: { $0 == 1 ? "One earlier version" : "\($0) earlier versions" },
    versionRead: { "Version \($0), read on \($1)" }, dropped: "removed", added: "new",
    oldHeadline: "Headline", sameText: "The text has stayed the same.",
    nextInStory: "Next in this story", before: "before", after: "after",
    corrections: "Corrections",
    noCorrections: "Nothing had to be corrected so far.",
    changedOn: { "The source changed the text on \($0)." },
    contents: "Contents", allStories: "All stories")
}
