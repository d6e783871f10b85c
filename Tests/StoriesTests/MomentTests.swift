import Press
import Testing

@testable import Stories

@Suite struct MomentTests {
  private func moment(_ published: PressDate?, _ text: String = "") -> Moment {
    Moment(
      Arrival(
        id: "a", outlet: "o", published: published, arrived: 0, headline: "",
        body: ArticleText(plain: text)))
  }

  private func year(_ year: Int) -> PressDate? { GroupRow.read(String(year)) }

  @Test func theNearerInTimeTheMoreIsLeft() {
    let first = moment(PressDate(instant: 1_700_000_000))
    let soon = moment(PressDate(instant: 1_700_020_000))
    let late = moment(PressDate(instant: 1_700_900_000))
    #expect(first.eventShare(first) == 1)
    #expect(first.eventShare(soon) < 1 && first.eventShare(soon) > 0)
    #expect(first.eventShare(late) == 0)
    #expect(first.sagaShare(late) > 0.6)
  }

  @Test func whereMuchIsToldLikenessFadesFaster() {
    var first = moment(PressDate(instant: 1_700_000_000))
    var nextDay = moment(PressDate(instant: 1_700_086_400))
    let quiet = first.eventShare(nextDay)
    nextDay.crowd = 0.8
    #expect(first.eventShare(nextDay) == quiet)
    first.crowd = 0.8
    #expect(first.eventShare(nextDay) < quiet * 0.6)
    #expect(first.eventShare(first) < 1)
  }

  @Test func reportsInTwoLanguagesNeedFewerWordsInCommon() {
    let german = moment(PressDate(instant: 1_700_000_000))
    var english = german
    english.isEnglish = true
    #expect(german.eventShare(english) > german.eventShare(german))
    #expect(english.eventShare(english) == german.eventShare(german))
  }

  @Test func aTextWithoutDateOrDayHasToBeMoreAlike() {
    let none = moment(nil, "Kein Tag und kein Monat.")
    #expect(none.eventShare(none) < moment(year(2010)).eventShare(moment(year(2010))))
    #expect(
      moment(nil, "am 3. Mai").eventShare(moment(nil, "am 4. Mai")) > none.eventShare(none))
    #expect(moment(nil, "am 3. Mai").eventShare(moment(nil, "am 24. Mai")) == 0)
  }

  @Test func aMomentFromItsBytesIsTheSame() {
    var crowded = moment(PressDate(instant: 1_700_000_000))
    crowded.crowd = 0.25
    crowded.isEnglish = true
    for moment in [
      moment(nil, "am 3. Mai 2024, im Juni"), moment(year(2010)), crowded, Moment(),
    ] {
      var writer = DeskWriter()
      moment.write(to: &writer)
      var reader = DeskReader(writer.bytes, from: 0)
      #expect(Moment(from: &reader) == moment)
    }
  }
}
