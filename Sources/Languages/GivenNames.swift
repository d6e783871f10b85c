import Press

/// Whether a word is a given name of the German or English list.
package enum GivenNames {
  package static func contains(_ word: some Collection<UInt8>) -> Bool {
    hashes.contains(Folding.hash(word))
  }

  private static let hashes: Set<UInt64> = {
    var found: Set<UInt64> = []
    for file in EmbeddedFile.all where file.path.hasSuffix("/first-names.txt") {
      let bytes = file.text.withUTF8Buffer { Array($0) }
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let name = line.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\t") }
        if !name.isEmpty { found.insert(Folding.hash(name)) }
      }
    }
    return found
  }()
}
