import Markup
import Testing

/// The html5lib tests of tree construction, scripting off.
struct HTMLTreeConformanceTests {
  static let file = "security/htmltree.dev.jsonl.gz"

  @Test(.enabled(if: SharedData.path(file) != nil, "the development data are not here"))
  func everyTreeIsTheOneTheTestsExpect() throws {
    var count = 0
    for row in try SharedData.rows(Self.file) where row["scripting"] as? String != "on" {
      let input = Array(try #require(row["input"] as? String).utf8)
      let tree =
        (row["context"] as? String).map { Tree(fragment: input, context: $0) } ?? Tree(html: input)
      #expect(tree.dump() == row["expect"] as? String, "\(row["id"] ?? "")")
      count += 1
    }
    #expect(count > 1_000)
  }
}
