/// Words by the hashes of their stems: open addressing, for a `Set` took a tenth of the time an
/// article takes.
struct WordSet: Sendable {
  /// A power of two, at least twice the number of words.
  private var table: [UInt32]

  /// The words of some lists, between white space or marks.
  init(_ lists: String...) {
    var reader = WordReader()
    var hashes: [UInt32] = []
    for list in lists {
      reader.read(Array(list.utf8)) {
        hashes.append($0.hash)
        return true
      }
    }
    self.init(hashes: hashes)
  }

  /// Words by their hashes, each once or more often.
  init(hashes: [UInt32]) {
    var size = 16
    while size < hashes.count * 2 { size *= 2 }
    table = Array(repeating: 0, count: size)
    for hash in hashes where hash != 0 { table[place(of: hash)] = hash }
  }

  func contains(_ hash: UInt32) -> Bool { hash != 0 && table[place(of: hash)] == hash }

  /// Where a word stands, or would stand.
  private func place(of hash: UInt32) -> Int {
    let mask = table.count - 1
    var place = Int(hash >> 8) & mask
    while table[place] != 0 && table[place] != hash { place = (place + 1) & mask }
    return place
  }
}
