import Press
import Testing

@testable import Documents

struct DateReaderTests {
  @Test(arguments: [
    ("2024-04-25T00:30:00+02:00", "2024-04-25T00:30:00+02:00"),
    ("26. August 2024, 14:55 Uhr", "2024-08-26T14:55:00Z"),
    ("09.09.2025", "2025-09-09"), ("Aug 26th, 2024", "2024-08-26"),
    ("Wed, 09 Oct 2018 10:00:00 +0000", "2018-10-09T10:00:00Z"), ("20240301", "2024-03-01"),
  ])
  func datesAreReadAsStated(_ written: String, _ expected: String) {
    #expect(DateReader.date(written)?.iso8601 == expected)
  }

  @Test(arguments: [
    ("March 3, 2024 12:05 am", "00:05"), ("March 3, 2024 12:05 pm", "12:05"),
    ("March 3, 2024 3:20 PM", "15:20"), ("March 3, 2024 3:20 am", "03:20"),
    ("March 3, 2024 15:20 pm", "15:20"),
  ])
  func halvesOfTheDayAreRead(_ written: String, _ clock: String) {
    #expect(DateReader.date(written)?.iso8601 == "2024-03-03T\(clock):00Z")
  }

  @Test func theDayIsThatOfThePagesZone() {
    #expect(DateReader.date("2024-04-25T00:30:00+02:00")?.day.iso8601 == "2024-04-25")
    #expect(DateReader.date("2022-11-06T23:00:00Z")?.inCentralEurope.day.iso8601 == "2022-11-07")
  }

  @Test func daysThatDoNotExistAreNone() {
    #expect(DateReader.date("31.02.2024") == nil)
    #expect(DateReader.date(inAddress: "https://bote.example/2024/13/01/x") == nil)
  }
}
