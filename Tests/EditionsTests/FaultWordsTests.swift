import Press
import Testing

@testable import Editions

@Suite struct FaultWordsTests {
  @Test(arguments: SourceFault.Kind.allCases)
  func everyFaultIsSaidInBothLanguages(kind: SourceFault.Kind) {
    for fault in [
      SourceFault(kind), SourceFault(kind, "https://bote.example/feed", number: 503),
      SourceFault(kind, "x", number: .max, detail: "7200"),
    ] {
      let german = HandlingWords.german.fault(fault)
      let english = HandlingWords.english.fault(fault)
      #expect(german.count > 3 && english.count > 3)
      if kind != .other { #expect(german != english) }
    }
    let german = HandlingWords.german.fault(SourceFault(kind, "bote.example"))
    let englishWords = [" the ", " is ", " address", " try ", " server's"]
    #expect(!englishWords.contains { german.contains($0) }, "\(german)")
  }

  @Test func spansAreSaidAsPeopleSayThem() {
    #expect(GermanFaults.span(600) == "10 Minuten")
    #expect(GermanFaults.span(60) == "1 Minute")
    #expect(GermanFaults.span(3 * 3600) == "3 Stunden")
    #expect(GermanFaults.span(2 * 86_400, isDative: true) == "2 Tagen")
    #expect(EnglishFaults.span(86_400) == "24 hours")
  }

  @Test func aServerThatAsksForRestIsTold() {
    let fault = SourceFault(.busy, "x", number: 503, detail: "7200")
    #expect(HandlingWords.german.fault(fault).contains("in 2 Stunden"))
    #expect(HandlingWords.english.fault(fault).contains("in 2 hours"))
  }
}
