import Testing

@testable import Stories

@Suite struct WordReaderTests {
  private func words(_ text: String) -> [WordReader.Word] {
    var reader = WordReader()
    var found: [WordReader.Word] = []
    reader.read(Array(text.utf8)) {
      found.append($0)
      return true
    }
    return found
  }

  @Test(arguments: [
    ("Häuser", "HAEUSER"), ("Haus", "Häusern"), ("Straße", "Strasse"), ("Syrer", "Syrern"),
    ("Maduro", "Maduros"), ("Präsidentin", "praesidentin"), ("café", "CAFE"),
  ])
  func spellingsOfOneWordMeet(one: String, other: String) {
    #expect(words(one).map(\.hash) == words(other).map(\.hash))
  }

  @Test func differentWordsDiffer() {
    #expect(words("Brand")[0].hash != words("Brandt")[0].hash)
  }

  @Test func numbersKeepTheirMarks() {
    let read = words("11.000 Container, 3:1 und 2,5 Prozent am 3. Mai")
    #expect(read.map(\.isNumber) == [true, false, true, false, true, false, false, true, false])
    #expect(words("11.000")[0].hash == words("11000")[0].hash)
    #expect(words("2,5")[0].hash == words("2.5")[0].hash)
  }

  @Test func brokenBytesAreNoTrap() {
    var reader = WordReader()
    var count = 0
    for first in UInt8.min...UInt8.max {
      reader.read([first, 0xC3, 0x41, first, 0xE2, 0x82, first, 0xF0, first]) { _ in
        count += 1
        return true
      }
    }
    #expect(count > 0)
  }

  @Test func compoundsAreTakenApartIntoKnownWords() {
    var table = WordTable()
    var reader = WordReader()
    for number in 1...3 {
      let holder = Holders.Holder(article: UInt32(number), event: 1, saga: 1)
      table.note(WordReader.hash("Flug"), in: holder, oldest: 1)
      table.note(WordReader.hash("Verkehr"), in: holder, oldest: 1)
    }
    var word: WordReader.Word?
    reader.read(Array("Flugverkehr".utf8), vocabulary: table) {
      word = $0
      return true
    }
    #expect(word?.first == WordReader.hash("Flug"))
    #expect(word?.second == WordReader.hash("Verkehr"))
  }
}
