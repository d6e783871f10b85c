import Press
import Testing

@testable import Documents

struct LabelledLinksTests {
  @Test func linksBehindALabelBelowTheTextAreNoneOfIt() {
    let line = "<p>Dossier: <a href='/hafen'>Hafen von Grünau</a></p>"
    #expect(Fixture.isWhole(Fixture.article(after: line)))
  }

  @Test func aSourceStays() {
    let line = "<p>Plan: <a href='https://amt.example/plan'>https://amt.example/plan</a></p>"
    #expect(!Fixture.isWhole(Fixture.article(after: line)))
  }
}
