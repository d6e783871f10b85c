import Documents
import Foundation
import Markup
import Press

/// Feeds the parser and the reader with damaged pages, to find inputs that stop, hang or swell them.
///
/// Pages of a corpus are cut, joined, turned and sprinkled with marks; each result is read as a page
/// and as text. A trap ends the program, so the input is written to a file before it is read. With
/// the same seed the same inputs come.
struct PageFuzz {
  /// What was found wrong.
  struct Finding {
    var round: Int
    var why: String
  }

  let corpus: [[UInt8]]
  /// The input that is being read.
  let file: String?
  private var random: Randomness
  private(set) var findings: [Finding] = []
  private(set) var rounds = 0
  private(set) var bytes = 0

  static let sizeLimit = 400_000

  init(corpus: [[UInt8]], seed: UInt64, file: String?) {
    self.corpus = corpus.isEmpty ? [Array("<p>a".utf8)] : corpus
    self.file = file
    random = Randomness(seed)
  }

  /// Reads damaged pages until the time is over.
  mutating func run(for time: Duration, progress: (Int) -> Void) {
    let start = ContinuousClock.now
    while ContinuousClock.now - start < time {
      let input = damaged()
      if let file { try? Data(input).write(to: URL(filePath: file)) }
      check(input)
      rounds += 1
      bytes += input.count
      if rounds % 1000 == 0 { progress(rounds) }
    }
  }

  // MARK: One input

  private mutating func check(_ input: [UInt8]) {
    let start = ContinuousClock.now
    let tree = Tree(html: Encodings.utf8(from: input).bytes)
    if let fault = Self.fault(in: tree) { findings.append(Finding(round: rounds, why: fault)) }
    if tree.nodeCount > 64 + 4 * input.count {
      findings.append(
        Finding(round: rounds, why: "\(tree.nodeCount) nodes of \(input.count) bytes"))
    }
    _ = tree.serialised(below: tree.document)
    _ = ArticleRow(page: input, url: "https://bote.example/a/b").json
    _ = ArticleReader.article(text: input).article.body
    let took = ContinuousClock.now - start
    // A second for 400 kB is a hundred times what a page takes.
    if took > .milliseconds(200 + input.count / 500) {
      findings.append(Finding(round: rounds, why: "\(took) for \(input.count) bytes"))
    }
  }

  /// Whether the links of the tree agree with each other.
  private static func fault(in tree: Tree) -> String? {
    var count = 1
    for node in tree.descendants(tree.document) {
      count += 1
      if count > tree.nodeCount { return "the tree has a ring" }
      guard let parent = tree.parent(node) else { return "a node of the tree has no parent" }
      if tree.previousSibling(node) == nil, tree.firstChild(parent) != node {
        return "a first child is not its parent's first child"
      }
      if let next = tree.nextSibling(node), tree.previousSibling(next) != node {
        return "siblings disagree"
      }
    }
    return nil
  }

  // MARK: Damage

  private mutating func damaged() -> [UInt8] {
    var page = corpus[random.below(corpus.count)]
    for _ in 0..<(1 + random.below(8)) { damage(&page) }
    if page.count > Self.sizeLimit { page.removeLast(page.count - Self.sizeLimit) }
    return page
  }

  private mutating func damage(_ page: inout [UInt8]) {
    guard !page.isEmpty else {
      page = corpus[random.below(corpus.count)]
      return
    }
    let place = random.below(page.count)
    let length = min(1 + random.below(random.below(2) == 0 ? 16 : 2000), page.count - place)
    switch random.below(9) {
    case 0: page.removeSubrange(place..<(place + length))
    case 1: page[place] = UInt8(truncatingIfNeeded: random.next())
    case 2:
      page.insert(contentsOf: Array(page[place..<(place + length)]), at: random.below(page.count))
    case 3: page.insert(contentsOf: mark(), at: place)
    case 4:
      let other = corpus[random.below(corpus.count)]
      guard !other.isEmpty else { return }
      let from = random.below(other.count)
      page.insert(contentsOf: other[from..<min(from + 3000, other.count)], at: place)
    case 5:
      let times = 1 + random.below(random.below(8) == 0 ? 3000 : 20)
      let part = mark()
      guard page.count + part.count * times < Self.sizeLimit else { return }
      page.insert(contentsOf: (0..<times).flatMap { _ in part }, at: place)
    case 6: page.removeLast(page.count - place)
    case 7: page[place..<(place + length)].reverse()
    default: for step in 0..<min(length, 64) { page[place + step] ^= 1 << UInt8(random.below(8)) }
    }
  }

  private mutating func mark() -> [UInt8] { Self.marks[random.below(Self.marks.count)] }

  private static let marks: [[UInt8]] =
    [
      "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "&", "&#", "&#x110000;", "&amp",
      "&not",
      "\"", "'", "=", "\0", "\r\n", "\u{85}", "\u{FEFF}", "\u{AD}", "\u{200B}", "<p>", "</p>",
      "<b>",
      "<i>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</table>", "<caption>", "<colgroup>",
      "<select>", "<option>", "<form>", "</form>", "<template>", "</template>", "<svg>", "<math>",
      "<foreignObject>", "<mi>", "<annotation-xml encoding=text/html>", "<title>", "</title>",
      "<script>", "</script>",
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"a\":[",
      "<style>", "<textarea>", "<plaintext>", "<noscript>", "<frameset>", "<html>", "<head>",
      "<body>",
      "</body>", "</html>", "<br>", "<img src=a alt=b>", "<iframe src=c>", "<ul><li>", "<dl><dd>",
      "<h1>", "<h2>", "<article>", "<div class=share>", "<div hidden>", "<blockquote>", "<figure>",
      "<figcaption>", "<nobr>", "<button>", "<ruby><rt>", "<!doctype html>",
      "<meta charset=utf-16>",
      "<meta charset=shift_jis>", "<div>", "</div>", "<span>", "<em>", "<font>", "\n\n", " | ", "©",
      "Foto: ", "Von Anna Beispiel", "Lesen Sie auch: ", "12.03.2024, 14:55 Uhr",
      "https://a.example/",
    ].map { Array($0.utf8) }
    + [[0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80]]
}

/// Numbers that look like chance and come again with the same seed (SplitMix64).
private struct Randomness {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
