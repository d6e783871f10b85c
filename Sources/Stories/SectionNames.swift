import Press

/// What outlets call their sections, in addresses and categories.
enum SectionNames {
  /// The section a part of a path or a category names.
  static func section(_ name: [UInt8]) -> Section? { section(name, 0..<name.count) }

  private static func section(_ bytes: [UInt8], _ name: Range<Int>) -> Section? {
    name.isEmpty ? nil : names[hash(bytes, name)]
  }

  /// A hash of a name without regard to case; the same for a space, a hyphen and a low line.
  private static func hash(_ bytes: [UInt8], _ name: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    for index in name.prefix(40) {
      var byte = bytes[index]
      switch byte {
      case 65...90: byte |= 0x20
      case 0x20, 0x5F: byte = UInt8(ascii: "-")
      default: break
      }
      hash.mix(byte)
    }
    return hash.value
  }

  /// The section an address names: its first part that does, the last one left out.
  static func section(address: String) -> Section? {
    let bytes = Array(address.utf8)
    guard let scheme = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var start = scheme + 1
    var host: Range<Int>?
    var before: Range<Int>?
    var asked = 0
    // "/politik/ausland/…", but "/magazine/unterhaltung/…" and "/news/wirtschaft/…" too.
    while let part = part(of: bytes, from: start), asked < 5 {
      start = part.upperBound
      if let before {
        // The first label of the host counts only where there are parts behind the host.
        if asked == 0, let host, let section = section(bytes, label(of: bytes, host)) {
          return section
        }
        if let section = section(bytes, before) { return section }
        asked += 1
        if asked == 4 { break }
      }
      if host == nil { host = part } else { before = part }
    }
    return nil
  }

  /// The next part of an address that is not empty.
  private static func part(of bytes: [UInt8], from start: Int) -> Range<Int>? {
    var first = start
    while first < bytes.count, bytes[first] == UInt8(ascii: "/") { first += 1 }
    var end = first
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
    return end > first ? first..<end : nil
  }

  /// The first label of a host's name.
  private static func label(of bytes: [UInt8], _ host: Range<Int>) -> Range<Int> {
    var first = host.lowerBound
    while first < host.upperBound, bytes[first] == UInt8(ascii: ".") { first += 1 }
    var end = first
    while end < host.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
    return first..<end
  }

  private static let names: [UInt64: Section] = {
    var found: [UInt64: Section] = [:]
    for (section, list) in lists {
      for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let bytes = Array(name.utf8)
        found[hash(bytes, 0..<bytes.count)] = section
      }
    }
    return found
  }()

  private static let lists: [(Section, String)] = [
    (
      .politik,
      """
      politik ausland inland international politics world deutschland europa europe us-politics uk-politics
      politik-inland politik-ausland innenpolitik aussenpolitik weltpolitik nation usa welt krieg ukraine
      ukraine-krieg nahost bundestag wahlen elections politik-und-gesellschaft diplomatie middleeast asia
      africa americas brexit eu konflikte
      """
    ),
    (
      .wirtschaft,
      """
      wirtschaft finanzen geld economy business boerse börse markets money economics boersen geldanlage
      wirtschaft-und-finanzen immobilien karriere arbeit job-und-bildung verbraucher finance konjunktur
      wirtschaftspolitik finanzmarkt steuern rente aktien personal-finance jobs
      """
    ),
    (.unternehmen, "unternehmen companies firmen industrie mittelstand startups gruender gründer"),
    (
      .technik,
      """
      technik digital netzwelt technology tech it computer internet web web-und-wissen mobil hardware
      software netz netzpolitik gadgets games gaming ix ct security autos auto mobilitaet mobilität
      auto-mobil motor elektromobilitaet telekommunikation smartphones ki ai apps
      """
    ),
    (
      .wissen,
      """
      wissen wissenschaft science gesundheit health forschung natur umwelt klima environment medizin
      weltraum weltall space bildung leben-wissen education klimawandel archaeologie psychologie
      """
    ),
    (
      .kultur,
      """
      kultur feuilleton culture arts literatur buecher bücher books musik music theater kunst film kino
      design architektur geschichte debatten kultur-und-gesellschaft
      """
    ),
    (
      .unterhaltung,
      """
      unterhaltung entertainment leute stars promis people tv fernsehen show lifestyle royals
      entertainment-und-arts celebrity celebrities vip klatsch stil mode leben
      """
    ),
    (
      .sport,
      """
      sport sports fussball fußball football bundesliga formel-1 tennis handball wintersport
      eishockey basketball olympia champions-league soccer motorsport boxen fussball-wm nfl nba radsport
      golf ski biathlon sportmix
      """
    ),
    (
      .panorama,
      """
      panorama vermischtes gesellschaft crime kriminalitaet kriminalität justiz unfall unglueck blaulicht
      aus-aller-welt wetter weather reise travel katastrophen polizei verbrechen familie
      """
    ),
    (
      .regionen,
      """
      regional regionen lokal lokales local berlin hamburg muenchen münchen frankfurt koeln köln bayern
      hessen sachsen sachsen-anhalt nrw nordrhein-westfalen niedersachsen brandenburg magdeburg rhein-main
      stuttgart thueringen thüringen baden-wuerttemberg leipzig dresden
      """
    ),
    (.medien, "medien media etat presse"),
  ]
}
