/// The words in dates: months, zones, and the signs for year, month and day.
enum FeedDateNames {
  enum Unit { case year, month, day }

  /// Begins of month names, lower case; the first that fits decides.
  private static let months: [(String, Int)] = [
    // English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Polish, Turkish …
    ("jan", 1), ("jän", 1), ("jen", 1), ("gen", 1), ("ene", 1), ("sty", 1), ("oca", 1),
    ("feb", 2), ("fév", 2), ("fev", 2), ("feve", 2), ("febbr", 2), ("lut", 2), ("şub", 2),
    ("mar", 3), ("mär", 3), ("maer", 3), ("mrz", 3), ("mrt", 3), ("maa", 3), ("már", 3),
    ("apr", 4), ("avr", 4), ("abr", 4), ("ápr", 4), ("kwi", 4), ("nis", 4),
    ("may", 5), ("mai", 5), ("mei", 5), ("maj", 5), ("máj", 5), ("mag", 5), ("maggio", 5),
    ("jun", 6), ("juin", 6), ("giu", 6), ("jún", 6), ("cze", 6), ("haz", 6),
    ("jul", 7), ("juil", 7), ("lug", 7), ("júl", 7), ("lip", 7), ("tem", 7),
    ("aug", 8), ("aoû", 8), ("aou", 8), ("ago", 8), ("sie", 8), ("ağu", 8),
    ("sep", 9), ("set", 9), ("sze", 9), ("wrz", 9), ("eyl", 9),
    ("oct", 10), ("okt", 10), ("ott", 10), ("out", 10), ("paź", 10), ("eki", 10),
    ("nov", 11), ("lis", 11), ("kas", 11),
    ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12), ("des", 12), ("gru", 12), ("ara", 12),
    // Greek, Russian, Ukrainian
    ("ιαν", 1), ("ιαν", 1), ("φεβ", 2), ("φεβ", 2), ("μάρ", 3), ("μαρ", 3), ("απρ", 4),
    ("μάι", 5), ("μαΐ", 5), ("μαι", 5), ("ιούν", 6), ("ιουν", 6), ("ιον", 6), ("ιούλ", 7),
    ("ιουλ", 7), ("ιολ", 7), ("αύγ", 8), ("αυγ", 8), ("σεπ", 9), ("οκτ", 10), ("νοέ", 11),
    ("νοε", 11), ("δεκ", 12),
    ("янв", 1), ("фев", 2), ("мар", 3), ("апр", 4), ("мая", 5), ("май", 5), ("июн", 6),
    ("июл", 7), ("авг", 8), ("сен", 9), ("окт", 10), ("ноя", 11), ("дек", 12),
  ]

  /// Words that begin like a month and are none.
  private static let days: Set<String> = [
    "mardi", "martes", "marted", "martedì", "maandag", "mon", "mo", "sett", "mar.", "lis.",
  ]

  static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, !days.contains(word) else { return nil }
    return months.first { word.hasPrefix($0.0) }?.1
  }

  static func unit(_ word: String) -> Unit? {
    switch word.unicodeScalars.first {
    case "年", "년": .year
    case "月", "월": .month
    case "日", "일": .day
    default: nil
    }
  }

  /// Seconds east of Greenwich for a zone's name; nil if it is none.
  static func zone(_ word: String) -> Int? {
    if let hours = zones[word] { return Int(hours * 3600) }
    // Military letters, read as the world does since RFC 1123: all unknown but Z.
    return word.utf8.count == 1 ? 0 : nil
  }

  private static let zones: [String: Double] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1,
    "mez": 1, "cest": 2, "mest": 2, "mesz": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3,
    "msd": 4, "gst": 4, "pkt": 5, "ist": 5.5, "npt": 5.75, "ict": 7, "wib": 7, "hkt": 8, "sgt": 8,
    "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12,
    "nzdt": 13, "nst": -3.5, "ndt": -2.5, "brt": -3, "art": -3, "clt": -4, "ast": -4, "adt": -3,
    "est": -5, "et": -5, "edt": -4, "cst": -6, "ct": -6, "cdt": -5, "mst": -7, "mt": -7,
    "mdt": -6, "pst": -8, "pt": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
    "a": -1, "n": 1, "m": -12, "y": 12,
  ]
}
