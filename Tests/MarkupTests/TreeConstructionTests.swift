import Markup
import Testing

/// Trees of small pages, by insertion mode. Expected trees are written on one line: `p[class=x]("text" b())`.
struct TreeConstructionTests {
  /// A short form of a tree: elements as `name[attributes](children)`, texts in quotes.
  static func outline(_ tree: Tree, _ node: Node) -> String {
    let children = tree.children(node).map { outline(tree, $0) }.joined(separator: " ")
    switch tree.kind(node) {
    case .document: return children
    case .fragment: return "content(\(children))"
    case .doctype: return "!\(tree.name(node))"
    case .text: return "\"\(tree.text(below: node))\""
    case .comment: return "<!\(String(decoding: tree.textBytes(node), as: UTF8.self))>"
    case .element:
      let attributes = tree.attributes(node).map { "\($0.name)=\($0.value)" }
      let list = attributes.isEmpty ? "" : "[\(attributes.joined(separator: " "))]"
      return tree.name(node) + list + (children.isEmpty ? "" : "(\(children))")
    }
  }

  private func page(_ html: String) -> String {
    let tree = Tree(html: Array(html.utf8))
    return Self.outline(tree, tree.document)
  }

  private func body(_ html: String) -> String {
    let tree = Tree(html: Array(html.utf8))
    guard let body = tree.body else { return "no body" }
    return tree.children(body).map { Self.outline(tree, $0) }.joined(separator: " ")
  }

  private func fragment(_ html: String, _ context: String) -> String {
    let tree = Tree(fragment: Array(html.utf8), context: context)
    return Self.outline(tree, tree.document)
  }

  // MARK: Before the body

  @Test func everyPageHasHeadAndBody() {
    #expect(page("") == "html(head body)")
    #expect(page("x") == "html(head body(\"x\"))")
    #expect(
      page("<!doctype html> <title>a&amp;b</title> x")
        == "!html html(head(title(\"a&b\") \" \") body(\"x\"))")
    #expect(
      page(
        "<!--a--><html><!--b--><head><!--c--></head><!--d--><body><!--e--></body><!--f--></html><!--g-->"
      )
        == "<!a> html(<!b> head(<!c>) <!d> body(<!e>) <!f>) <!g>")
  }

  @Test func elementsOfTheHeadBehindItGoBackIntoIt() {
    #expect(page("<head></head><meta name=a><p>x") == "html(head(meta[name=a]) body(p(\"x\")))")
  }

  @Test func noscriptInTheHeadHoldsLinksAndIsLeftForAnythingElse() {
    #expect(
      page("<head><noscript><link rel=a></noscript><meta>")
        == "html(head(noscript(link[rel=a]) meta) body)")
    #expect(page("<head><noscript><p>x") == "html(head(noscript) body(p(\"x\")))")
  }

  @Test func attributesOfLaterRootsAndBodiesAreAdded() {
    #expect(
      page("<html a=1><body b=1><html a=2 c=3><body b=2 d=4>")
        == "html[a=1 c=3](head body[b=1 d=4])")
  }

  @Test func aFramesetReplacesABodyWithoutContent() {
    #expect(
      page("<p></p><frameset><frame></frameset>x<noframes>y")
        == "html(head frameset(frame) noframes(\"y\"))")
    #expect(page("x<frameset>") == "html(head body(\"x\"))")
  }

  @Test func textBehindTheBodyGoesBackIntoIt() {
    #expect(page("<body>a</body></html> b <!--c-->") == "html(head body(\"a b \" <!c>))")
  }

  @Test func doctypesDecideAboutQuirks() {
    for (text, isQuirky) in [
      ("<!doctype html>", false), ("", true), ("<!doctype x>", true),
      ("<!doctype html public>", true),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", true),
      (
        "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'http://www.w3.org/TR/html4/loose.dtd'>",
        false
      ),
      ("<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 3.2//EN\" \"x\">", true),
      ("<!doctype html system 'about:legacy-compat'>", false), ("<!doctype html system 'x>", true),
    ] {
      #expect(Tree(html: Array(text.utf8)).isQuirky == isQuirky, "\(text)")
    }
    #expect(body("<!doctype html><p><table>") == "p table")
    #expect(body("<p><table>") == "p(table)")
  }

  // MARK: In the body

  @Test func paragraphsAndItemsCloseEachOther() {
    #expect(body("<p>a<p>b<div>c</p>d</div>") == "p(\"a\") p(\"b\") div(\"c\" p \"d\")")
    #expect(
      body("<ul><li>a<li>b<ul><li>c</ul>d<li>e</ul>")
        == "ul(li(\"a\") li(\"b\" ul(li(\"c\")) \"d\") li(\"e\"))")
    #expect(body("<dl><dt>a<dd>b<dt>c</dl>") == "dl(dt(\"a\") dd(\"b\") dt(\"c\"))")
    #expect(body("<h1>a<h2>b</h3>c") == "h1(\"a\") h2(\"b\") \"c\"")
    #expect(body("<button>a<button>b</button>c") == "button(\"a\") button(\"b\") \"c\"")
    #expect(body("</br></p>x") == "br p \"x\"")
  }

  @Test func rubyTextsCloseEachOther() {
    #expect(
      body("<ruby>a<rt>b<rp>c<rtc>d<rt>e</ruby>")
        == "ruby(\"a\" rt(\"b\") rp(\"c\") rtc(\"d\" rt(\"e\")))")
  }

  @Test func aLineFeedBehindPreIsLeftOut() {
    #expect(
      body("<pre>\n\na</pre><textarea>\r\nb</textarea><listing>&#10;c")
        == "pre(\"\na\") textarea(\"b\") listing(\"c\")")
  }

  @Test func formsDoNotNest() {
    #expect(body("<form a><div><form b></div></form>x") == "form[a=](div) \"x\"")
    #expect(body("<form><div></form>x") == "form(div(\"x\"))")
  }

  @Test func rawTextEndsOnlyWithItsOwnTag() {
    #expect(
      body("<p></p><style></p><!--</style>a<xmp><b></XMP >b<iframe><i></iframe>")
        == "p style(\"</p><!--\") \"a\" xmp(\"<b>\") \"b\" iframe(\"<i>\")")
    #expect(body("<p></p><plaintext></plaintext><b>") == "p plaintext(\"</plaintext><b>\")")
    #expect(
      body("<p></p><textarea>&lt;</p></textareax></textarea/>y")
        == "p textarea(\"<</p></textareax>\") \"y\"")
  }

  @Test func scriptsMayHideTheirEndInComments() {
    #expect(page("<script>a<b</script>") == "html(head(script(\"a<b\")) body)")
    #expect(
      page("<script><!--<script></script>--></script>x")
        == "html(head(script(\"<!--<script></script>-->\")) body(\"x\"))")
    #expect(page("<script><!--</script>x") == "html(head(script(\"<!--\")) body(\"x\"))")
    #expect(
      page("<script><!--><script></script>x") == "html(head(script(\"<!--><script>\")) body(\"x\"))"
    )
    #expect(page("<script>a</script b") == "html(head(script(\"a\")) body)")
  }

  @Test func selectsHoldAlmostEverythingButInputsAndSelects() {
    #expect(
      body("<select><option>a<option>b<optgroup><option>c<hr></select>d")
        == "select(option(\"a\") option(\"b\") optgroup(option(\"c\")) hr) \"d\"")
    #expect(
      body("<select><b>a</b><input>b<select>c<select>d")
        == "select(b(\"a\")) input \"b\" select(\"c\") \"d\"")
    #expect(body("<p><select><div>a</div></select>b") == "p(select(div(\"a\")) \"b\")")
    #expect(body("<option>a<option>b<p>") == "option(\"a\") option(\"b\" p)")
  }

  @Test func theChosenOptionIsShown() {
    let html =
      "<select><button><selectedcontent></selectedcontent></button><option>a<option selected><b>b</b>c</select>"
    #expect(
      body(html)
        == "select(button(selectedcontent(b(\"b\") \"c\")) option(\"a\") option[selected=](b(\"b\") \"c\"))"
    )
    #expect(
      body("<select multiple><button><selectedcontent></button><option>a")
        == "select[multiple=](button(selectedcontent) option(\"a\"))")
  }

  // MARK: Formatting

  @Test func formattingGoesOnBehindWhatClosedIt() {
    #expect(body("<p><b>a<p>b</b>c") == "p(b(\"a\")) p(b(\"b\") \"c\")")
    #expect(body("<b>1<i>2<p>3</b>4") == "b(\"1\" i(\"2\")) i(p(b(\"3\") \"4\"))")
    #expect(body("<a>1<div>2<div>3</a>4") == "a(\"1\") div(a(\"2\") div(a(\"3\") \"4\"))")
    #expect(body("<a href=1>x<a href=2>y") == "a[href=1](\"x\") a[href=2](\"y\")")
    #expect(body("<nobr>1<nobr>2") == "nobr(\"1\") nobr(\"2\")")
  }

  @Test func ofEqualFormattingElementsThreeAreKept() {
    #expect(body("<p><b><b><b><b><p>x") == "p(b(b(b(b)))) p(b(b(b(\"x\"))))")
    #expect(
      body("<p><b a=1><b a='&#49;'><b a=1><b a=1><p>x")
        == "p(b[a=1](b[a=1](b[a=1](b[a=1])))) p(b[a=1](b[a=1](b[a=1](\"x\"))))")
  }

  @Test func markersKeepFormattingOutside() {
    #expect(body("<b><object><i></object>x") == "b(object(i) \"x\")")
    #expect(body("<table><td><b></table>x") == "table(tbody(tr(td(b)))) \"x\"")
  }

  // MARK: Tables

  @Test func tablesGetTheirMissingParts() {
    #expect(
      body("<table><td>a<th>b<tr><td>c</table>")
        == "table(tbody(tr(td(\"a\") th(\"b\")) tr(td(\"c\"))))")
    #expect(
      body("<table><caption>a<col><thead><tr></thead><tfoot>")
        == "table(caption(\"a\") colgroup(col) thead(tr) tfoot)")
    #expect(body("<table><colgroup> <col>x<tr>") == "\"x\" table(colgroup(\" \" col) tbody(tr))")
  }

  @Test func strangersInATableGoBeforeIt() {
    #expect(
      body("<table> <tr> a<b>c</b><td>d</table>")
        == "\" a\" b(\"c\") table(\" \" tbody(tr(td(\"d\"))))")
    #expect(body("<table><p>a<tr>b") == "p(\"a\") \"b\" table(tbody(tr))")
    #expect(
      body("<table><input type=HIDDEN><input type=text><form><tr>")
        == "input[type=text] table(input[type=HIDDEN] form tbody(tr))")
    #expect(
      body("<table><script>a</script>b<style>c</style>")
        == "\"b\" table(script(\"a\") style(\"c\"))")
  }

  @Test func aTableInATableClosesIt() {
    #expect(body("<table><table>a") == "table \"a\" table")
    #expect(body("<table><td><table></table>b") == "table(tbody(tr(td(table \"b\"))))")
  }

  // MARK: Templates and foreign content

  @Test func templatesHoldTheirContentsApart() {
    #expect(
      page("<template><td>a</td></template>") == "html(head(template(content(td(\"a\")))) body)")
    #expect(
      body("<p></p><template><tr><td>b</template>c") == "p template(content(tr(td(\"b\")))) \"c\"")
    #expect(body("<table><template><b>a</table>") == "table(template(content(b(\"a\"))))")
    #expect(body("<p></p><template><col><div>x") == "p template(content(col))")
  }

  @Test func foreignElementsKeepTheirSpelling() {
    #expect(
      body(
        "<svg VIEWBOX=a xlink:href=b xmlns=c><lineargradient/><foreignobject><P>x</P></foreignobject></svg>y"
      )
        == "svg[viewBox=a xlink:href=b xmlns=c](linearGradient foreignObject(p(\"x\"))) \"y\"")
    #expect(
      body("<math definitionurl=a><mi>x<b>y</b></mi><annotation-xml encoding=text/html><p>z</math>")
        == "math[definitionURL=a](mi(\"x\" b(\"y\")) annotation-xml[encoding=text/html](p(\"z\")))")
  }

  @Test func htmlTagsLeaveForeignContent() {
    #expect(body("<svg><g><p>x") == "svg(g) p(\"x\")")
    #expect(body("<svg><font><font size=1>") == "svg(font) font[size=1]")
    #expect(body("<svg><title><b>x</b></title><a/>y</svg>") == "svg(title(b(\"x\")) a \"y\")")
  }

  @Test func aCommentInForeignContentStaysThere() {
    #expect(page("<svg></html><!--a-->") == "html(head body(svg(<!a>)))")
    #expect(page("<svg></svg></html><!--a-->") == "html(head body(svg)) <!a>")
  }

  @Test func anEndTagOfAnIntegrationPointDoesNotCloseHTMLInIt() {
    #expect(body("<svg><desc><q></desc>a") == "svg(desc(q(\"a\")))")
  }

  @Test func characterDataIsTextInForeignContentOnly() {
    #expect(
      body("<svg><![CDATA[a<b&amp;]]]>c</svg>d<![CDATA[e]]>")
        == "svg(\"a<b&amp;]c\") \"d\" <![CDATA[e]]>")
  }

  // MARK: Fragments

  @Test func fragmentsAreReadAsInsideTheirContext() {
    #expect(fragment("<td>a<td>b", "tr") == "td(\"a\") td(\"b\")")
    #expect(fragment("<td>a", "div") == "\"a\"")
    #expect(fragment("<b>&lt;", "textarea") == "\"<b><\"")
    #expect(fragment("a<b>&lt;", "script") == "\"a<b>&lt;\"")
    #expect(fragment("<path/><p>", "svg g") == "path p")
    #expect(fragment("<li>a<li>b", "UL") == "li(\"a\") li(\"b\")")
    #expect(fragment("<tr><td>", "template") == "tr(td)")
  }
}
