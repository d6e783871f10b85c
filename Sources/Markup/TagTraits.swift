/// What tree construction asks about an HTML element again and again.
struct TagTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// "Special" (13.2.4.2).
  static let special = TagTraits(rawValue: 1)
  /// Never has children.
  static let void = TagTraits(rawValue: 2)
  /// A formatting element, which the list of active formatting elements remembers.
  static let formatting = TagTraits(rawValue: 4)
  /// Closed by "generate implied end tags".
  static let implied = TagTraits(rawValue: 8)
  /// Ends "in scope".
  static let scope = TagTraits(rawValue: 16)
  /// Closed by "generate all implied end tags thoroughly", beyond `implied`.
  static let impliedThoroughly = TagTraits(rawValue: 32)
  /// An HTML start tag that leaves foreign content.
  static let breakout = TagTraits(rawValue: 64)
  /// Ends "table scope" and stops clearing the stack to a table's context: html, table, template.
  static let tableScope = TagTraits(rawValue: 128)
  /// table, tbody, tfoot, thead, tr: where text is not at home.
  static let fostering = TagTraits(rawValue: 256)

  /// The traits by the raw value of `KnownTag`; 256 places, so that a byte is always inside.
  static let table: [TagTraits] = {
    var table = [TagTraits](repeating: [], count: 256)
    func mark(_ trait: TagTraits, _ tags: [KnownTag]) {
      for tag in tags { table[Int(tag.rawValue)].formUnion(trait) }
    }
    mark(
      .special,
      [
        .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body,
        .br, .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt,
        .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3,
        .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li,
        .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
        .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source,
        .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
        .tr, .track, .ul, .wbr, .xmp,
      ])
    mark(
      .void,
      [
        .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen,
        .link, .meta, .param, .source, .track, .wbr,
      ])
    mark(
      .formatting,
      [
        .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u,
      ])
    mark(.implied, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    mark(.impliedThoroughly, [.caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr])
    mark(
      .scope,
      [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template])
    mark(.tableScope, [.html, .table, .template])
    mark(.fostering, [.table, .tbody, .tfoot, .thead, .tr])
    mark(
      .breakout,
      [
        .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
        .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
        .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var,
      ])
    return table
  }()

  static func of(_ tag: KnownTag) -> TagTraits { table[Int(tag.rawValue)] }
}
