/// The element names the standard gives a meaning to, in ASCII lower case: HTML first, then those of SVG and MathML.
///
/// Tokens and open elements carry this small number, so that tree construction compares and switches without touching
/// a name. The order of the cases is the order of the words in `names`.
enum KnownTag: UInt8, CaseIterable, Sendable {
  /// Any other name, found through `Tag.id`.
  case unknown
  case a, abbr, acronym, address, applet, area, article, aside, audio, b, base, basefont
  case bdi, bdo, bgsound, big, blink, blockquote, body, br, button, canvas, caption, center
  case cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div
  case dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input
  case ins, kbd, keygen, label, legend, li, link, listing, main, map, mark, marquee, math
  case menu, menuitem, meta, meter, nav, nobr, noembed, noframes, noscript, object, ol
  case optgroup, option, output, p, param, picture, plaintext, pre, progress, q, rb, rp, rt
  case rtc, ruby, s, samp, script, search, section, select, selectedcontent, slot, small
  case source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`
  case video, wbr, xmp, altglyph, altglyphdef, altglyphitem, animate, animatecolor
  case animatemotion, animatetransform, circle, clippath, defs, desc, ellipse, feblend
  case fecolormatrix, fecomponenttransfer, fecomposite, feconvolvematrix, fediffuselighting
  case fedisplacementmap, fedistantlight, fedropshadow, feflood, fefunca, fefuncb, fefuncg
  case fefuncr, fegaussianblur, feimage, femerge, femergenode, femorphology, feoffset
  case fepointlight, fespecularlighting, fespotlight, fetile, feturbulence, filter
  case foreignobject, g, glyphref, line, lineargradient, marker, mask, metadata, path
  case pattern, polygon, polyline, radialgradient, rect, set, stop, `switch`, symbol, text
  case textpath, tspan, use, view, annotation, annotationXML, malignmark, mfrac, mglyph, mi
  case mn, mo, mover, mrow, ms, msqrt, mstyle, msub, msup, mtable, mtd, mtext, mtr, munder
  case semantics

  /// Every name but `unknown`, in the order of the cases.
  static let names: StaticString = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound
    big blink blockquote body br button canvas caption center cite code col colgroup data
    datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    image img input ins kbd keygen label legend li link listing main map mark marquee math
    menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option
    output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
    section select selectedcontent slot small source span strike strong style sub summary
    sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var
    video wbr xmp altglyph altglyphdef altglyphitem animate animatecolor animatemotion
    animatetransform circle clippath defs desc ellipse feblend fecolormatrix
    fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap
    fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur
    feimage femerge femergenode femorphology feoffset fepointlight fespecularlighting
    fespotlight fetile feturbulence filter foreignobject g glyphref line lineargradient
    marker mask metadata path pattern polygon polyline radialgradient rect set stop switch
    symbol text textpath tspan use view annotation annotation-xml malignmark mfrac mglyph mi
    mn mo mover mrow ms msqrt mstyle msub msup mtable mtd mtext mtr munder semantics
    """

  /// The names SVG spells with capitals (HTML standard, 13.2.6.5).
  static let spelledWithCapitals: StaticString = """
    altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient
    radialGradient textPath
    """
}
