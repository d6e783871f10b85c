import Markup
import Testing

/// What the tokenizer makes of tags, attributes, comments and text.
struct TokenizerTests {
  private func body(_ html: String) -> String { body(Array(html.utf8)) }

  private func body(_ html: [UInt8]) -> String {
    let tree = Tree(fragment: html)
    return TreeConstructionTests.outline(tree, tree.document)
  }

  @Test func attributesAreReadInEveryForm() {
    #expect(
      body("<p a B=b c='&lt;\"' d=\"e\nf\" g = h i=j/k>") == "p[a= b=b c=<\" d=e\nf g=h i=j/k]")
    #expect(body("<p a=1 A=2 b=3 a=4>") == "p[a=1 b=3]")
    #expect(body("<p/a/b=c/d/>x") == "p[a= b=c/d/](\"x\")")
    #expect(body("<p =a=b c=>x") == "p[=a=b c=](\"x\")")
    #expect(body("<p a='b'c=\"d\"e>") == "p[a=b c=d e=]")
    #expect(body("<p \"='<'>") == "p[\"=<]")
  }

  @Test func namesAreLowerCasedAndMayHoldAnything() {
    #expect(body("<DIV><X-Ä:Y.1></x-Ä:y.1>a") == "div(x-Ä:y.1 \"a\")")
    #expect(body("<BlockQuote><figCaption>") == "blockquote(figcaption)")
    #expect(body("<a\0b c\0d=\0>") == "a\u{FFFD}b[c\u{FFFD}d=\u{FFFD}]")
  }

  @Test func aTagTheSourceEndsInIsNoTag() {
    for end in ["<p", "<p ", "<p a", "<p a=", "<p a='b", "<p a=b", "<p /", "</p", "</p x"] {
      #expect(body("a" + end) == "\"a\"", "\(end)")
    }
    #expect(body("a<") == "\"a<\"")
    #expect(body("a</") == "\"a</\"")
  }

  @Test func whatIsNoMarkupIsText() {
    #expect(body("a < b <3 <= </>c") == "\"a < b <3 <= c\"")
    #expect(body("a</ b>c<?d>e<!f>g") == "\"a\" <! b> \"c\" <!?d> \"e\" <!f> \"g\"")
  }

  @Test func commentsEndWhereTheStandardSays() {
    for (html, tree) in [
      ("<!---->a", "<!> \"a\""), ("<!-->a", "<!> \"a\""), ("<!--->a", "<!> \"a\""),
      ("<!--a--!>b", "<!a> \"b\""), ("<!--a--b-->c", "<!a--b> \"c\""),
      ("<!--a-->-->", "<!a> \"-->\""),
      ("<!--a", "<!a>"), ("<!--a-", "<!a>"), ("<!--a--", "<!a>"), ("<!--a--!", "<!a>"),
      ("<!--<!---->b", "<!<!--> \"b\""), ("<!---a--->", "<!-a->"), ("<!- a>", "<!- a>"),
    ] {
      #expect(body(html) == tree, "\(html)")
    }
  }

  @Test func lineEndsAreMadeLineFeeds() {
    #expect(body("a\r\nb\rc\n\rd") == "\"a\nb\nc\n\nd\"")
    #expect(body("<p a='\r\n'><!--\r--><style>\r\n</style>") == "p[a=\n](<!\n> style(\"\n\"))")
  }

  @Test func nullsAreDroppedOrReplaced() {
    #expect(body("a\0b<svg>c\0d") == "\"ab\" svg(\"c\u{FFFD}d\")")
    #expect(
      body("<style>a\0</style><!--\0--><title>\0</title>")
        == "style(\"a\u{FFFD}\") <!\u{FFFD}> title(\"\u{FFFD}\")")
    #expect(body("<table>\0 \0<tr>") == "table(\" \" tbody(tr))")
  }

  @Test func bytesThatAreNoUTF8DoNoHarm() {
    let tree = Tree(html: [0xFF, 0x3C, 0xC3, 0x3C, 0x70, 0x20, 0xE2, 0x3D, 0x80, 0x3E, 0xFE])
    #expect(tree.first(.p).map { tree.text(below: $0) } == "\u{FFFD}")
  }

  // MARK: Character references

  @Test func namedReferencesAreTheLongestThatFit() {
    for (html, text) in [
      ("&amp;&lt;&gt;&quot;&nbsp;", "&<>\"\u{A0}"), ("&Auml;&szlig;&hellip;", "Äß…"),
      ("&notit;&notin;&not", "¬it;∉¬"), ("&ampx &am; &;", "&x &am; &;"), ("&NotEqualTilde;", "≂̸"),
      ("&CounterClockwiseContourIntegral;", "∳"), ("&zzz; &Zfr;&Zeta", "&zzz; ℨ&Zeta"),
      ("&copy2013", "©2013"), ("&", "&"), ("a&b", "a&b"), ("&#", "&#"), ("&#x", "&#x"),
      ("&#x;", "&#x;"),
    ] {
      #expect(body(html) == "\"\(text)\"", "\(html)")
    }
  }

  @Test func numbersAreReadAndRepaired() {
    for (html, text) in [
      ("&#65;&#x42;&#X43;D", "ABCD"), ("&#128;&#x9f;", "€Ÿ"),
      ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("&#99999999999999999999;", "\u{FFFD}"), ("&#x1F600;", "😀"), ("&#13;", "\r"), ("&#65", "A"),
    ] {
      #expect(body(html) == "\"\(text)\"", "\(html)")
    }
  }

  @Test func addressesKeepTheirAmpersands() {
    #expect(body("<a href='?a=1&copy=2&lt=3&amp;b&copy;&not'>") == "a[href=?a=1&copy=2&lt=3&b©¬]")
    #expect(body("<a href=?x&section=1&para>") == "a[href=?x&section=1¶]")
  }
}
