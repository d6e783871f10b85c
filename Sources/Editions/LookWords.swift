/// Words of the page where readers choose how the paper looks.
package struct LookWords: Sendable {
  package var title: String
  package var intro: String
  package var kept: String
  package var keep: String
  /// Leads from an article's choices to those for all pages.
  package var forAllPages: String
  package var script: String
  package var scriptChoice: String
  package var scriptWords: String
  package var keys: String
  package var keyNames: [(key: String, meaning: String)]
}

extension LookWords {
  static let german = LookWords(
    title: "Ansicht",
    intro: "Gilt für alle Seiten auf diesem Gerät. Die Wahl steht in einem Cookie, in dem nur"
      + " sie steht; wer nichts wählt, bekommt keines.",
    kept: "Gemerkt.", keep: "Merken", forAllPages: "Für alle Seiten",
    script: "Tasten und Lesen ohne Netz",
    scriptChoice: "Ein kleines Skript laden",
    scriptWords: "Die Zeitung braucht keines. Mit ihm gelten die Tasten unten, die zuletzt"
      + " gelesenen Seiten lassen sich ohne Netz öffnen, und der Browser kann die Zeitung als App"
      + " ablegen.",
    keys: "Tasten",
    keyNames: [
      ("j", "nächste Überschrift"), ("k", "vorige Überschrift"), ("o", "öffnen"),
      ("g", "zur Titelseite"), ("/", "suchen"), ("?", "diese Seite"),
    ])

  static let english = LookWords(
    title: "Display",
    intro: "Holds for all pages on this device. The choice is kept in a cookie that holds nothing"
      + " else; those who choose nothing get none.",
    kept: "Kept.", keep: "Keep", forAllPages: "For all pages",
    script: "Keys and reading offline",
    scriptChoice: "Load a small script",
    scriptWords: "The paper needs none. With it the keys below work, the pages you read last open"
      + " without a network, and your browser can install the paper as an app.",
    keys: "Keys",
    keyNames: [
      ("j", "next headline"), ("k", "previous headline"), ("o", "open"), ("g", "to the front"),
      ("/", "search"), ("?", "this page"),
    ])
}
