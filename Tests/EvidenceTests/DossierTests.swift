import Evidence
import Languages
import Press
import Testing

struct DossierTests {
  private let harbour = Sample.exhibit(
    "aaa",
    """
    Die Regierung in Nordhafen hat am Dienstag mehr als 10.000 Container nach Süden verschiffen lassen. Der \
    Hafenmeister Karl Brandt sprach von einem Rekord. Die Reederei Ostsee bestreitet, dass Nordhafen Container nach Süden hat verschiffen lassen.

    Am 20. November soll in Nordhafen ein neuer Vertrag über die Container unterzeichnet werden.
    """, headline: "Nordhafen verschifft Container", day: 18,
    said: [
      .init(
        words: "dass Nordhafen Container nach Süden hat verschiffen lassen",
        speaker: "Die Reederei Ostsee", status: .denied),
      .init(
        words:
          "Die Regierung in Nordhafen hat am Dienstag mehr als 10.000 Container nach Süden verschiffen lassen",
        speaker: "Die Regierung"),
    ], names: [("Nordhafen", .place), ("Karl Brandt", .person)])
  private let second = Sample.exhibit(
    "bbb",
    """
    Nordhafen hat etwa 11.000 Schiffscontainer nach Süden verschiffen lassen, teilte die Regierung am Dienstag mit. \
    Karl Brandt lobte die Arbeiter im Hafen von Nordhafen. Am 20. November wird in Nordhafen ein Vertrag über neue Container unterzeichnet.
    """, day: 18,
    said: [
      .init(
        words: "Nordhafen hat etwa 11.000 Schiffscontainer nach Süden verschiffen lassen",
        speaker: "die Regierung")
    ], names: [("Nordhafen", .place), ("Karl Brandt", .person)])
  private let copy = Sample.exhibit(
    "ccc", "Nordhafen hat etwa 11.000 Schiffscontainer nach Süden verschiffen lassen.", day: 18,
    copyOf: "bbb")

  /// Every citation of a dossier.
  private func citations(_ dossier: Dossier) -> [Citation] {
    let claims = dossier.claimGroups.flatMap(\.claims) + dossier.quotes
    var all = dossier.keyPoints.flatMap { [$0.citation] + $0.support }
    all += dossier.comparisons.flatMap { $0.readings.map(\.citation) }
    all += claims.flatMap { [$0.citation] + $0.carriedBy }
    all += dossier.timeline.flatMap { [$0.citation] + $0.others }
    all += dossier.cast.flatMap { [$0.mention] + ($0.role.map { [$0] } ?? []) }
    return all
  }

  @Test func everyCitationSaysExactlyWhatItsArticleSays() throws {
    let exhibits = [harbour, second, copy]
    let dossier = Dossier(of: exhibits)
    let all = citations(dossier)
    #expect(!dossier.keyPoints.isEmpty && !dossier.comparisons.isEmpty && !dossier.timeline.isEmpty)
    #expect(!dossier.claimGroups.isEmpty && !dossier.cast.isEmpty)
    for citation in all {
      let exhibit = try #require(exhibits.first { $0.article.id == citation.passage.article })
      let body = exhibit.article.body
      #expect(citation.words == body[citation.passage.range])
      #expect(!citation.words.isEmpty)
      #expect(citation.outlet == exhibit.article.outlet.id)
      #expect(citation.passage.version == exhibit.article.version)
      let paragraph = try #require(body.paragraph(at: citation.passage.lower))
      #expect(citation.passage.anchor == paragraph.anchor)
      #expect(exhibit.findings.sentences.contains { $0.hash == citation.passage.sentence })
    }
  }

  @Test func theOrderOfExhibitsDoesNotMatter() {
    #expect(Dossier(of: [harbour, second, copy]) == Dossier(of: [copy, second, harbour]))
  }

  @Test func aCaseFileThatGrewEqualsOneMadeAtOnce() {
    var file = CaseFile()
    let arriving = [second, copy, harbour].map(ExhibitDigest.init)
    for count in 1...3 { file.hold(Array(arriving.prefix(count))) }
    #expect(file.dossier() == Dossier(of: [harbour, second, copy]))
    file.hold(arriving.filter { $0.exhibit.article.id != "ccc" })
    #expect(file.dossier() == Dossier(of: [harbour, second]))
  }

  @Test func aCaseFileHoldsExactlyWhatItIsGiven() {
    var file = CaseFile()
    file.hold([harbour].map(ExhibitDigest.init))
    file.hold([harbour, copy, second].map(ExhibitDigest.init))
    #expect(file.dossier() == Dossier(of: [second, harbour, copy]))
    var sibling = second
    sibling.isSibling = true
    var alone = copy
    alone.copyOf = nil
    file.hold([
      ExhibitDigest(harbour), ExhibitDigest(second).placed(copyOf: nil, isSibling: true),
      ExhibitDigest(copy).placed(copyOf: nil, isSibling: false),
    ])
    #expect(file.dossier() == Dossier(of: [harbour, sibling, alone]))
    #expect(file.dossier() != Dossier(of: [harbour, second, copy]))
    var later = harbour
    later.article.version = 2
    file.hold([ExhibitDigest(later)])
    #expect(file.count == 1)
    #expect(file.dossier() == Dossier(of: [later]))
  }

  @Test func aNewVersionTakesThePlaceOfTheOld() {
    var file = CaseFile()
    file.hold([ExhibitDigest(harbour)])
    var later = harbour
    later.article.version = 2
    file.hold([harbour, later].map(ExhibitDigest.init))
    #expect(file.dossier().keyPoints.allSatisfy { $0.citation.passage.version == 2 })
  }

  @Test func compoundsAreComparedWithTheirHeads() throws {
    let dossier = Dossier(of: [harbour, second])
    let comparison = try #require(
      dossier.comparisons.first { $0.readings.contains { $0.figure.value == 11_000 } })
    #expect(comparison.verdict == .compatible)
    #expect(comparison.readings.map(\.citation.outlet) == ["aaa.example", "bbb.example"])
    #expect(comparison.readings.first?.citation.words == "mehr als 10.000 Container")
  }

  @Test func copiesSupportNothing() {
    let dossier = Dossier(of: [harbour, second, copy])
    #expect(citations(dossier).allSatisfy { $0.passage.article != "ccc" })
  }

  @Test func aDenialStandsBesideWhatItDenies() throws {
    let before = Sample.exhibit(
      "ddd",
      "Das Institut behauptet, die Brücke am Markt sei nie geprüft worden. Die Stadt wies das zurück.",
      said: [
        .init(words: "die Brücke am Markt sei nie geprüft worden", speaker: "Das Institut"),
        .init(
          words: "Die Stadt wies das zurück", speaker: "Die Stadt", kind: .reported, status: .denied
        ),
      ])
    let group = try #require(Dossier(of: [before]).claimGroups.first)
    let denial = try #require(group.claims.first { $0.status == .denied })
    let denied = try #require(denial.denies)
    #expect(group.claims[denied].citation.words == "die Brücke am Markt sei nie geprüft worden")
    #expect(group.words.contains("Brücke"))
  }

  @Test func claimsThatShareNoNounAreNoGroup() {
    let first = Sample.exhibit(
      "eee",
      "Das Amt meint, am Donnerstag im Oktober werde vielleicht wieder geöffnet und gefeiert.",
      said: [.init(words: "am Donnerstag im Oktober werde vielleicht wieder geöffnet und gefeiert")]
    )
    let second = Sample.exhibit(
      "fff",
      "Der Wirt glaubt, am Donnerstag im Oktober werde vielleicht nie geöffnet oder gefeiert.",
      said: [.init(words: "am Donnerstag im Oktober werde vielleicht nie geöffnet oder gefeiert")])
    #expect(Dossier(of: [first, second]).claimGroups.isEmpty)
  }

  @Test func aGroupIsNotNamedByAWordThatOnlyBeginsItsClaims() {
    let first = Sample.exhibit(
      "iii",
      "Das Amt meint, Vermutlich seien die alten Brücken am Ufer nicht sicher gebaut worden.",
      said: [.init(words: "Vermutlich seien die alten Brücken am Ufer nicht sicher gebaut worden")])
    let second = Sample.exhibit(
      "jjj",
      "Der Wirt glaubt, Vermutlich seien die Brücken sicher, nur fehle dem Geländer eine Schraube samt Schild.",
      said: [
        .init(
          words:
            "Vermutlich seien die Brücken sicher, nur fehle dem Geländer eine Schraube samt Schild")
      ])
    #expect(Dossier(of: [first, second]).claimGroups.first?.words == ["Brücken"])
  }

  @Test func aQuotationInsideAClaimMakesNoGroupWithIt() {
    let exhibit = Sample.exhibit(
      "kkk",
      "Die Ärztin sagte, die „massiven Einschränkungen der alten Grundrechte“ seien unnötig.",
      said: [
        .init(words: "die „massiven Einschränkungen der alten Grundrechte“ seien unnötig"),
        .init(words: "„massiven Einschränkungen der alten Grundrechte“", kind: .direct),
      ])
    #expect(Dossier(of: [exhibit]).claimGroups.isEmpty)
  }

  @Test func datedSentencesOfTwoOutletsAreOneEventAndAnnouncementsAreMarked() throws {
    let dossier = Dossier(of: [harbour, second])
    let event = try #require(dossier.timeline.first { $0.date.iso8601 == "2026-11-20" })
    #expect(event.isAnnounced)
    #expect(event.others.map(\.outlet) == ["bbb.example"])
    #expect(dossier.timeline.map(\.date.start) == dossier.timeline.map(\.date.start).sorted())
  }

  @Test func whatLiesAheadIsAnnouncedAndNotesOfTheDeskAreNoEvents() throws {
    let exhibit = Sample.exhibit(
      "ggg",
      """
      Am Nachmittag sollen zwei Pumpenzüge aus Ostrau in der Stadt eintreffen. Der Dienst rechnet für Samstag mit \
      einem Scheitel am Pegel. Die Schule wird geschlossen, bestätigte eine Sprecherin am Freitag der Zeitung.

      Korrektur vom 20. November: In einer früheren Fassung stand eine falsche Summe.
      """, day: 20)
    let timeline = Dossier(of: [exhibit]).timeline
    #expect(timeline.map(\.date.iso8601.count).count == 3)
    let due = try #require(timeline.first { $0.citation.words.hasPrefix("Der Dienst") })
    #expect(due.isAnnounced && due.date.iso8601 == "2026-11-21")
    #expect(try #require(timeline.first { $0.citation.words.hasPrefix("Am N") }).isAnnounced)
    #expect(try !#require(timeline.first { $0.citation.words.hasPrefix("Die S") }).isAnnounced)
  }

  @Test func theCastCarriesRolesInTheWordsOfTheText() throws {
    let dossier = Dossier(of: [harbour, second])
    let member = try #require(dossier.cast.first { $0.name == "Karl Brandt" })
    #expect(member.role?.words == "Hafenmeister")
    #expect(member.articles == ["aaa", "bbb"])
    #expect(dossier.cast.first?.name == "Nordhafen")
  }

  @Test func theCastHasNoLoneFirstNamesAndNoCommonNouns() throws {
    let exhibit = Sample.exhibit(
      "hhh",
      """
      Landrat Jonas Ostermoor zählte die Menschen. Jonas nannte am Abend eine Zahl, seinen Entwurf zog er zurück. \
      Viele kamen bei Verwandten unter. Am Pegel Alte Mühle stieg das Wasser, Landwirtin Gesche Dirks half in Auental.
      """,
      names: [
        ("Jonas Ostermoor", .person), ("Jonas", .person), ("Entwurf", .person),
        ("Verwandten", .person), ("Alte Mühle", .person), ("Landwirtin Gesche Dirks", .person),
        ("Auental", .place),
      ])
    let cast = Dossier(of: [exhibit]).cast
    #expect(Set(cast.map(\.name)) == ["Jonas Ostermoor", "Alte Mühle", "Gesche Dirks"])
    #expect(cast.first { $0.name == "Alte Mühle" }?.kind == .place)
    #expect(cast.first { $0.name == "Gesche Dirks" }?.role?.words == "Landwirtin")
  }

  @Test func nothingGivesAnEmptyDossier() {
    #expect(Dossier(of: []) == Dossier())
    let empty = Exhibit(
      article: Article(id: "e", outlet: Outlet(id: "e", name: "e"), headline: ""),
      findings: Findings(language: .german), arrived: 0)
    #expect(Dossier(of: [empty]) == Dossier())
  }
}
