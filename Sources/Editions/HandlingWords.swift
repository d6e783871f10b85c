package import Press

/// Words for a source's health and for what its operator says of it.
package struct HandlingWords: Sendable {
  /// A fault in one or two sentences: what is, and what helps.
  package var fault: @Sendable (SourceFault) -> String
  /// "alle 20 Minuten", from seconds.
  package var rhythm: @Sendable (Int) -> String
  package var perDay: @Sendable (Double) -> String
  package var copies: @Sendable (Int) -> String
  package var lastSuccess: @Sendable (String) -> String
  package var settings: String
  package var name: String
  package var folder: String
  package var rights: String
  package var owner: String
  package var ownerKind: String
  package var noOwnerKind: String
  package var ownerKinds: @Sendable (Source.OwnerKind) -> String
  package var content: String
  package var removal: String
  package var selectorHelp: String
  package var login: String
  package var password: String
  package var cookie: String
  package var userAgent: String
  package var header: String
  package var hosts: String
  package var accessHelp: String
  /// What is sent already, without the secrets themselves.
  package var hasAccess: @Sendable (String) -> String
  package var forgetAccess: String
  package var save: String
  package var saved: String
}

extension HandlingWords {
  package static let german = HandlingWords(
    fault: { GermanFaults.sentence($0) },
    rhythm: { "etwa alle \(GermanFaults.span($0))" },
    perDay: { rate in
      rate >= 0.95
        ? "\(Int(rate.rounded())) am Tag" : "\(Int((rate * 7).rounded(.up))) in der Woche"
    },
    copies: { "\($0) % Übernahmen" }, lastSuccess: { "zuletzt erreicht \($0)" },
    settings: "Einstellungen", name: "Name", folder: "Ordner", rights: "In der Ausgabe zu zeigen",
    owner: "Herausgeber", ownerKind: "Art des Herausgebers", noOwnerKind: "nicht angegeben",
    ownerKinds: { kind in
      switch kind {
      case .publicBroadcaster: "öffentlich-rechtlich"
      case .press: "Presse"
      case .agency: "Agentur"
      case .official: "amtlich"
      case .blog: "Blog"
      }
    }, content: "Wo der Artikel steht (CSS-Auswahl)",
    removal: "Was nicht zum Artikel gehört (CSS-Auswahl)",
    selectorHelp:
      "Zum Beispiel article .text oder #inhalt > div. Leer heißt: Wir finden es selbst.",
    login: "Anmeldename", password: "Passwort", cookie: "Cookie", userAgent: "Browserkennung",
    header: "Weitere Kopfzeile (Name: Wert)", hosts: "Auch zu senden an (Rechnernamen)",
    accessHelp:
      "Für Ihr eigenes Abonnement. Es wird nur an den Rechner der Quelle und die genannten geschickt und nirgends gezeigt.",
    hasAccess: { "Mitgeschickt wird: \($0)." }, forgetAccess: "Zugang vergessen",
    save: "Speichern", saved: "Die Einstellungen sind gespeichert.")

  package static let english = HandlingWords(
    fault: { EnglishFaults.sentence($0) },
    rhythm: { "about every \(EnglishFaults.span($0))" },
    perDay: { rate in
      rate >= 0.95
        ? "\(Int(rate.rounded())) a day" : "\(Int((rate * 7).rounded(.up))) a week"
    },
    copies: { "\($0)% copies" }, lastSuccess: { "last reached \($0)" },
    settings: "Settings", name: "Name", folder: "Folder", rights: "To be shown in the edition",
    owner: "Publisher", ownerKind: "Kind of publisher", noOwnerKind: "not given",
    ownerKinds: { kind in
      switch kind {
      case .publicBroadcaster: "public broadcaster"
      case .press: "press"
      case .agency: "agency"
      case .official: "official"
      case .blog: "blog"
      }
    }, content: "Where the article stands (CSS selector)",
    removal: "What is not part of it (CSS selector)",
    selectorHelp: "For example article .text or #content > div. Empty means that we find it.",
    login: "User name", password: "Password", cookie: "Cookie", userAgent: "User agent",
    header: "Another header (Name: value)", hosts: "Also send to (host names)",
    accessHelp:
      "For your own subscription. It is sent to the source's host and those named only, and shown nowhere.",
    hasAccess: { "Sent along: \($0)." }, forgetAccess: "Forget this access",
    save: "Save", saved: "The settings have been saved.")
}
