import Press
import Testing

@testable import Documents

struct DonationAppealTests {
  @Test func anAppealBelowTheTextIsNoneOfIt() {
    let appeal = """
      <p>Unser Journalismus ist unabhängig und finanziert sich allein durch die Unterstützung der Leser.
      Mit Ihrer Spende können wir weiter berichten.</p>
      """
    #expect(Fixture.isWhole(Fixture.article(after: appeal)))
  }

  @Test func newsOfDonationsStay() {
    let news =
      "<p>Der Verein bat um jede Spende, damit der Hafen wieder ein Leuchtfeuer bekommt.</p>"
    #expect(!Fixture.isWhole(Fixture.article(after: news)))
  }
}
