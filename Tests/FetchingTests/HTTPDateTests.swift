import Testing

@testable import Fetching

@Suite struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
  ])
  func datesAreSeconds(text: String, seconds: Int64) { #expect(HTTPDate.seconds(text) == seconds) }

  @Test(arguments: [
    "", "morgen", "Sun, 06 Nov 99999 08:49:37 GMT", "Sun, 6 Nov 1994 25:00:00 GMT", "a b c d e f",
  ])
  func whatIsNoDateIsNil(text: String) { #expect(HTTPDate.seconds(text) == nil) }

  @Test func retryAfterIsANumberOrADateAndAtMostADay() {
    #expect(HTTPDate.retryAfter("120", now: 0) == 120)
    #expect(HTTPDate.retryAfter(" 99999999999999999999", now: 0) == 86_400)
    #expect(HTTPDate.retryAfter("-5", now: 0) == nil)
    #expect(HTTPDate.retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", now: 784_111_700) == 77)
    #expect(HTTPDate.retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", now: .max) == 0)
  }

  @Test func brokenFieldsNeverTrap() {
    var dice = Dice(seed: 17)
    let alphabet = Array("0123456789 :,GMTJan-\t".utf8) + [0, 0xFF]
    for _ in 0..<5000 {
      let date = dice.mutate(Array("Sun, 06 Nov 1994 08:49:37 GMT".utf8), alphabet: alphabet)
      _ = HTTPDate.retryAfter(String(decoding: date, as: UTF8.self), now: .max)
      let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nA: b\r\n c\r\n\r\n<p>"
      _ = HTTPMessage(dice.mutate(Array(head.utf8), alphabet: alphabet), limit: 100)
    }
  }
}
