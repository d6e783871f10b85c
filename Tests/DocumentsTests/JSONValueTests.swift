import Testing

@testable import Documents

struct JSONValueTests {
  @Test func escapesAndSurrogatesAreRead() {
    let value = JSONValue(Array(#"{"a":"\u00fc\ud83d\ude00\n","b":[1,true,null]}"#.utf8))
    #expect(value?["a"]?.string == "ü😀\n")
    #expect(value?["b"]?.elements.count == 3)
  }

  @Test func deepNestingEndsAtALimit() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 200_000)
    #expect(JSONValue(deep) != nil)
  }

  @Test func brokenTextGivesWhatStoodBeforeTheError() {
    let value = JSONValue(Array(#"{"headline":"Hafen","author":{"name":"#.utf8))
    #expect(value?["headline"]?.string == "Hafen")
  }
}
