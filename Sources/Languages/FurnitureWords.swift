/// The phrases by which lines are known that stand on news pages and are no news: German and
/// English, from `furniture-*.txt`.
public enum FurnitureWords {
  /// The topics there are lists for, `see-also`, `share` and so on, in alphabetical order.
  public static let topics: [String] = {
    var found: [String] = []
    for file in EmbeddedFile.all {
      if let topic = topic(of: file.path), !found.contains(topic) { found.append(topic) }
    }
    return found.sorted()
  }()

  /// All phrases of a topic. `… phrase` may have words before it, `phrase …` words after it.
  public static func phrases(of wanted: String) -> [String] {
    var out: [String] = []
    for file in EmbeddedFile.all where topic(of: file.path) == wanted {
      let text = file.text.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
      out += text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
    return out
  }

  private static func topic(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard name.hasPrefix("furniture-"), name.hasSuffix(".txt") else { return nil }
    return String(name.dropFirst(10).dropLast(4))
  }
}
