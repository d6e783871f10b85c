/// The words of one article with what they weigh so far, each once, in order of appearance.
///
/// Open addressing; the room is used again for the next article.
struct WordCount: Sendable {
  struct Word: Sendable {
    var hash: UInt32
    var weight: Float
    var kind: Trace.Kind
  }

  private(set) var words: [Word] = []
  /// Places counted from 1, 0 where none stands; a power of two, at least half of it free.
  private var table: [UInt16] = []

  mutating func removeAll() {
    if table.isEmpty { table = Array(repeating: 0, count: 256) }
    for index in table.indices { table[index] = 0 }
    words.removeAll(keepingCapacity: true)
  }

  /// Adds a word, after `removeAll`; one that is met again weighs as much as where it weighs most, and some more.
  mutating func add(_ hash: UInt32, _ weight: Float, isNumber: Bool) {
    let slot = slot(of: hash)
    let place = Int(table[slot]) - 1
    if place >= 0 {
      words[place].weight = max(words[place].weight, weight) + WordWeight.again * weight
      return
    }
    guard words.count < Int(UInt16.max) else { return }
    words.append(Word(hash: hash, weight: weight, kind: isNumber ? .number : .other))
    table[slot] = UInt16(words.count)
    if words.count * 2 > table.count { widen() }
  }

  /// Notes that a word names a place, if the article holds it.
  mutating func notePlace(_ hash: UInt32) {
    let place = Int(table[slot(of: hash)]) - 1
    if place >= 0 { words[place].kind = .place }
  }

  /// Where a word stands, or would stand.
  private func slot(of hash: UInt32) -> Int {
    let mask = table.count - 1
    var slot = Int(hash >> 8) & mask
    while table[slot] != 0, words[Int(table[slot]) - 1].hash != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func widen() {
    table = Array(repeating: 0, count: table.count * 2)
    for (place, word) in words.enumerated() { table[slot(of: word.hash)] = UInt16(place + 1) }
  }
}
