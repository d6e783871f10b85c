import Press

/// What outlets call their sections, in addresses and categories.
enum SectionNames {
  /// The section a part of a path or a category names.
  static func section(_ name: [UInt8]) -> Section? {
    var folded: [UInt8] = []
    for byte in name.prefix(40) {
      switch byte {
      case 65...90: folded.append(byte | 0x20)
      case 0x20, 0x5F: folded.append(UInt8(ascii: "-"))
      default: folded.append(byte)
      }
    }
    return names[folded]
  }

  /// The section an address names: its first part that does, the last one left out.
  static func section(address: String) -> Section? {
    let bytes = Array(address.utf8)
    guard let scheme = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let parts = bytes[(scheme + 1)...].split(separator: UInt8(ascii: "/"))
    guard parts.count > 2 else { return nil }
    if let host = parts.first, let label = host.split(separator: UInt8(ascii: ".")).first,
      let section = section(Array(label))
    {
      return section
    }
    // "/politik/ausland/…", but "/magazine/unterhaltung/…" and "/news/wirtschaft/…" too.
    for part in parts.dropFirst().dropLast().prefix(4) {
      if let section = section(Array(part)) { return section }
    }
    return nil
  }

  private static let names: [[UInt8]: Section] = {
    var found: [[UInt8]: Section] = [:]
    for (section, list) in lists {
      for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        found[Array(name.utf8)] = section
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
