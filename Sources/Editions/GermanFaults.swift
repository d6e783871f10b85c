import Press

/// What keeps a source from being read, in German.
enum GermanFaults {
  static func sentence(_ fault: SourceFault) -> String {
    let number = fault.number ?? 0
    switch fault.kind {
    case .notAnAddress:
      return
        "„\(fault.subject)“ ist keine Adresse im Web. Bitte eine wie https://example.org eingeben."
    case .forbidden:
      return
        "Die Adresse führt in ein inneres Netz, das Quellen nicht erreichen dürfen. Bitte die öffentliche Adresse nehmen."
    case .robots:
      return
        "Der Betreiber schließt diese Seite in seiner robots.txt für uns. Fragen Sie ihn, oder nehmen Sie eine andere Adresse."
    case .robotsUnavailable:
      return "Die robots.txt des Servers ist nicht zu lesen. Wir versuchen es später wieder."
    case .nameNotFound:
      return
        "Den Rechner \(fault.detail ?? fault.subject) gibt es nicht. Bitte die Schreibweise prüfen."
    case .notConnected: return "Der Server ist nicht zu erreichen. Wir versuchen es später wieder."
    case .untrustedCertificate:
      return
        "Das Zertifikat des Servers ist nicht vertrauenswürdig oder abgelaufen. Wir versuchen es später wieder."
    case .timedOut:
      return
        "Die Antwort dauerte länger als \(number) Sekunden. Wir versuchen es später wieder."
    case .broken:
      return
        "Die Antwort des Servers ist unvollständig oder fehlerhaft. Wir versuchen es später wieder."
    case .tooLarge:
      return
        "Die Antwort ist größer als \(number >> 20) MiB. Vielleicht bietet das Medium einen kleineren Feed an."
    case .badPacking:
      return "Die Antwort ist so gepackt, dass sie nicht zu lesen ist. Sagen Sie es dem Medium."
    case .empty: return "Die Antwort ist leer. Wir versuchen es später wieder."
    case .redirects:
      return "Die Weiterleitungen führen nirgendwohin. Bitte die richtige Adresse nachsehen."
    case .gone: return "Diese Quelle gibt es nicht mehr (410). Sie kann entfernt werden."
    case .denied:
      return
        "Der Server verlangt eine Anmeldung oder lehnt uns ab (\(number)). Für ein eigenes Abonnement die Zugangsdaten in den Einstellungen der Quelle eintragen."
    case .notFound:
      return "Der Server kennt die Adresse nicht mehr (404). Bitte die neue nachsehen."
    case .busy:
      return
        "Der Server bittet um Ruhe (\(number)). Wir versuchen es \(pause(fault)) wieder."
    case .refused:
      return number >= 500
        ? "Der Server hat einen Fehler (\(number)). Wir versuchen es später wieder."
        : "Der Server antwortet mit \(number). Bitte die Adresse im Browser prüfen."
    default: return others(fault)
    }
  }

  private static func others(_ fault: SourceFault) -> String {
    switch fault.kind {
    case .notAFeed:
      "Unter der Adresse steht kein Feed mehr. Bitte die neue Adresse nachsehen."
    case .nothingFound:
      "Unter \(fault.subject) fanden wir weder einen Feed noch Artikel. Suchen Sie auf den Seiten des Mediums nach „RSS“ oder „Feed“ und geben Sie diese Adresse ein."
    case .consentWall: "Vor der Seite steht eine Abfrage der Zustimmung."
    case .paywall: "Die Seite ist nur für Abonnenten zu lesen."
    case .blocked: "Der Server hält uns für eine Maschine, die nicht lesen darf."
    case .noArticle: "Auf der Seite ist kein Artikel."
    case .noSuchPack:
      "Eine Auswahl „\(fault.subject)“ gibt es nicht. Es gibt: \(fault.detail ?? "")."
    case .emptyList:
      "Die Datei nennt keine Feeds. Geben Sie Ihre Quellen im anderen Leseprogramm als OPML aus, und wählen Sie diese Datei."
    case .formTooLarge: "Die Datei ist größer als 4 MiB. Bitte eine kleinere senden."
    case .formTooOld: "Die Seite war zu lange offen. Bitte neu laden und noch einmal eingeben."
    case .nothingEntered: "Es war nichts eingegeben."
    case .badSelector:
      "„\(fault.subject)“ ist als CSS-Auswahl nicht zu lesen. Möglich sind Namen, #id, .klasse, [attribut=wert], Leerzeichen, > und Komma."
    case .badHeader: "Eine Kopfzeile hat die Form „Name: Wert“."
    case .stopped: "Das Lesen wurde angehalten."
    default: fault.detail ?? "Das Lesen gelang nicht. Wir versuchen es später wieder."
    }
  }

  private static func pause(_ fault: SourceFault) -> String {
    guard let seconds = fault.detail.flatMap({ Int($0) }), seconds >= 60 else { return "später" }
    return "in \(span(seconds, isDative: true))"
  }

  /// "20 Minuten", "3 Stunden", "2 Tage".
  static func span(_ seconds: Int, isDative: Bool = false) -> String {
    let minutes = max(1, (seconds + 30) / 60)
    if minutes < 90 { return minutes == 1 ? "1 Minute" : "\(minutes) Minuten" }
    let hours = (minutes + 30) / 60
    if hours < 48 { return "\(hours) Stunden" }
    return "\((hours + 12) / 24) \(isDative ? "Tagen" : "Tage")"
  }
}
