import Press
import Testing

@testable import Stories

@Suite struct AddressMarkTests {
  private func mark(_ path: String, outlet: UInt32 = 1) -> UInt64 {
    AddressMark.mark(of: "https://www.bote.example" + path, outlet: outlet)
  }

  @Test(arguments: [
    ("/hafen/brand-in-ostmuende-4173014", "/panorama/halle-elf-abgebrannt-4173014"),
    ("/hafen/article69549307a75a88580a6dc1d0/brand.html", "/halle-69549307a75a88580a6dc1d0"),
    ("/brand-a-7b6a6d56-a7b6-408f-a29e-08e4664fb2c4", "/7B6A6D56-a7b6-408f-a29e-08e4664fb2c4/"),
    ("/brand-dpa.urn-newsml-com-20090101-260104-930-496619", "/260104-930-496619/halle"),
    ("/brand-im-hafen-zr-94106910.html", "/halle-94106910.html?seite=2#anfang"),
    ("/20260104/brand-110811423.html", "/20260105/halle/110811423"),
  ])
  func theMarkStaysWhenTheAddressChanges(one: String, other: String) {
    #expect(mark(one) != 0)
    #expect(mark(one) == mark(other))
  }

  @Test(arguments: [
    "/", "/hafen", "/2026/01/04/brand-im-hafen", "/brand-im-hafen-100.html", "/news/20260104",
    "/brand-am-04012026", "/archiv/202601041230/brand", "/hafen/seite-123456", "/brand?id=4173014",
    "/deadbeeffacade/decadefacade", "/260104-930/brand",
  ])
  func datesShortNumbersAndWordsAreNoMarks(path: String) { #expect(mark(path) == 0) }

  @Test func marksOfOutletsAndArticlesDiffer() {
    #expect(mark("/brand-4173014") != mark("/brand-4173015"))
    #expect(mark("/brand-4173014") != mark("/brand-4173014", outlet: 2))
    #expect(
      AddressMark.mark(of: "https://a.example/brand-4173014", outlet: 0)
        != AddressMark.mark(of: "https://b.example/brand-4173014", outlet: 0))
    #expect(AddressMark.mark(of: "", outlet: 1) == 0)
    #expect(AddressMark.mark(of: "https://", outlet: 1) == 0)
  }
}

@Suite struct VersionsTests {
  private func report(
    _ id: String, _ headline: String, _ path: String, outlet: String = "bote.example",
    hours: Double = 0
  ) -> Arrival {
    Wire.report(id, headline, outlet: outlet, hours: hours, url: "https://bote.example" + path)
  }

  @Test func aNewHeadlineMakesNoNewReport() {
    var desk = StoryDesk()
    _ = desk.place(report("a", "Suche nach Panzerknackern von Ostmünde", "/suche-4173621"))
    let second = desk.place(
      report("b", "Tresor-Coup: Dutzende Hinweise", "/panorama/hinweise-4173621", hours: 8))
    #expect(second.copyOf == "a")
    #expect(second.because == "version")
    let third = desk.place(report("c", "Beute in Millionenhöhe", "/beute-4173621", hours: 20))
    #expect(third.story.members.map(\.article) == ["a", "b", "c"])
    #expect(third.story.independentCount == 1)
  }

  @Test func theOneThatWasPublishedFirstIsTheOriginal() {
    var desk = StoryDesk()
    _ = desk.place(report("b", "Tresor-Coup: Dutzende Hinweise", "/hinweise-4173621", hours: 8))
    let first = desk.place(report("a", "Suche nach Panzerknackern", "/suche-4173621"))
    #expect(first.copyOf == nil)
    #expect(first.story.members.first { $0.article == "b" }?.copyOf == "a")
  }

  @Test func otherOutletsUseTheirNumbersForOtherThings() {
    var desk = StoryDesk()
    _ = desk.place(report("a", "Suche nach Panzerknackern von Ostmünde", "/suche-4173621"))
    let other = desk.place(
      report("b", "Kraniche rasten auf den Feldern", "/kraniche-4173621", outlet: "b.example"))
    #expect(other.story.members.map(\.article) == ["b"])
  }

  @Test(arguments: [
    "/transferticker/bantje-4173621", "/bantje-liveblog-4173621", "/live/bantje-4173621",
  ])
  func aLivePageGoesFromEventToEvent(path: String) {
    var desk = StoryDesk()
    _ = desk.place(report("a", "Bantje wechselt nach Fahlenbek", path))
    let other = desk.place(report("b", "Velsund trennt sich von Maschke", path, hours: 5))
    #expect(other.story.members.map(\.article) == ["b"])
    #expect(other.copyOf == nil)
    let again = desk.place(report("c", "Velsund trennt sich von Trainer Maschke", path, hours: 6))
    #expect(again.copyOf == "b")
  }

  @Test func aNumberThatComesBackAfterDaysIsAnother() {
    var desk = StoryDesk()
    _ = desk.place(report("a", "Suche nach Panzerknackern von Ostmünde", "/suche-4173621"))
    let later = desk.place(
      report("b", "Kraniche rasten auf den Feldern", "/kraniche-4173621", hours: 100))
    #expect(later.story.members.map(\.article) == ["b"])
  }

  @Test func whenTheFirstGoesTheOthersStillCountOnce() {
    var desk = StoryDesk()
    for (place, id) in ["a", "b", "c"].enumerated() {
      _ = desk.place(report(id, "Suche nach Täter \(id)", "/\(id)-4173621", hours: Double(place)))
    }
    desk.remove("a")
    #expect(desk.story(of: "b")?.independentCount == 1)
    let again = desk.place(report("a", "Suche nach Täter a", "/a-4173621"))
    #expect(again.story.independentCount == 1)
  }

  @Test func aDeskFromBytesKnowsVersions() throws {
    var desk = StoryDesk()
    _ = desk.place(report("a", "Suche nach Panzerknackern von Ostmünde", "/suche-4173621"))
    var other = try #require(StoryDesk(decoding: desk.encode()))
    let version = report("b", "Tresor-Coup: Dutzende Hinweise", "/hinweise-4173621", hours: 8)
    #expect(desk.place(version) == other.place(version))
    #expect(other.story(of: "b")?.members.count == 2)
  }

  @Test func versionsThatLeaveTheWindowAreForgotten() {
    var versions = Versions()
    versions.clear(slots: 8)
    func found(_ mark: UInt64, from oldest: Int) -> [Int] {
      var found: [Int] = []
      versions.each(mark, from: oldest, 64) {
        found.append($0)
        return true
      }
      return found
    }
    for article in 1...40 { versions.note(article % 2 == 0 ? 5 : 0, of: article) }
    #expect(found(5, from: 33) == [40, 38, 36, 34])
    #expect(found(0, from: 33).isEmpty)
  }
}
