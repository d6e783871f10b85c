import Markup

/// How the flow treats an element.
enum ElementKind {
  case dropped, metadata, breaking, picture, embed, inline, block

  static func of(_ tag: Tag) -> ElementKind {
    switch tag {
    case .style, .template, .noscript, .svg, .select, .option, .textarea, .button, .input, .canvas,
      .map, .rp, .object, .audio, .dialog, .progress, .meter, .datalist, .noframes:
      return .dropped
    case .script, .meta, .link, .title, .base, .head: return .metadata
    case .br, .hr, .wbr: return .breaking
    case .img: return .picture
    case .iframe, .video, .embed: return .embed
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font,
      .i, .ins, .kbd, .label, .mark, .nobr, .q, .rb, .rt, .rtc, .ruby, .s, .samp, .small, .span,
      .strike, .strong, .sub, .sup, .time, .tt, .u, .var, .picture, .source:
      return .inline
    default:
      return .block
    }
  }
}

/// Finds `display: none` and its like in a `style` attribute.
enum HiddenStyle {
  static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    return contains(style.prefix(400), "display:none")
      || contains(style.prefix(400), "visibility:hidden")
  }

  /// Whether words stand in a style, in any case and with any white space between. Their first letter
  /// must not come again in them.
  private static func contains(_ style: ArraySlice<UInt8>, _ wanted: StaticString) -> Bool {
    wanted.withUTF8Buffer { wanted in
      var found = 0
      for byte in style where byte > 0x20 {
        if byte | 0x20 == wanted[found] {
          found += 1
          if found == wanted.count { return true }
        } else {
          found = byte | 0x20 == wanted[0] ? 1 : 0
        }
      }
      return false
    }
  }
}

/// The lists, quotations, tables and headings around the place where the flow stands.
struct BlockContext {
  private var headings: [Int] = []
  private var lists: [(id: Int, isOrdered: Bool)] = []
  private var items = 0
  private var quotes: [Int] = []
  private var rows: [Int] = []
  private var cells = 0
  private var tables: [Int] = []
  private var preformatted = 0
  private var captions = 0

  var isPreformatted: Bool { preformatted > 0 }

  mutating func enter(_ tag: Tag, node: Node) {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: headings.append(Self.level(tag))
    case .ul, .ol: lists.append((Int(node.index), tag == .ol))
    case .li, .dd, .dt: items += 1
    case .blockquote: quotes.append(Int(node.index))
    case .table: tables.append(Int(node.index))
    case .tr: rows.append(Int(node.index))
    case .td, .th: cells += 1
    case .pre: preformatted += 1
    case .figcaption, .caption: captions += 1
    default: break
    }
  }

  mutating func leave(_ tag: Tag) {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: _ = headings.popLast()
    case .ul, .ol: _ = lists.popLast()
    case .li, .dd, .dt: items -= 1
    case .blockquote: _ = quotes.popLast()
    case .table: _ = tables.popLast()
    case .tr: _ = rows.popLast()
    case .td, .th: cells -= 1
    case .pre: preformatted -= 1
    case .figcaption, .caption: captions -= 1
    default: break
    }
  }

  private static func level(_ tag: Tag) -> Int {
    switch tag {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    default: 6
    }
  }

  func describe(_ piece: inout Piece) {
    if captions > 0 {
      piece.kind = .caption
    } else if let level = headings.last {
      piece.kind = .heading
      piece.level = level
    } else if preformatted > 0 {
      piece.kind = .code
    } else if items > 0, let list = lists.last {
      piece.kind = .item
      piece.group = list.id
      piece.level = list.isOrdered ? 1 : 0
    } else if let quote = quotes.last {
      piece.kind = .quotation
      piece.group = quote
    } else if cells > 0, let row = rows.last {
      piece.kind = .row
      piece.group = tables.last ?? -1
      piece.row = row
    }
  }
}
