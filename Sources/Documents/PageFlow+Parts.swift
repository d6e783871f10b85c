import Markup

extension PageFlow {
  /// A block element that holds pieces.
  struct Enclosure {
    var node: Int32
    var parent: Int32
    var scope: Int32
    var tag: Tag
    var own: Traits
    @NarrowRange var pieces: Range<Int>
  }

  /// Elements whose traits their whole content shares.
  struct Scope {
    var parent: Int32
    var own: Traits
    /// Said by the element's name or role, not by a word in its class.
    var isCertain: Bool
    @Narrow var words = 0
  }

  /// An open element.
  struct Frame {
    var node: Node
    var tag: Tag
    var isBlock: Bool
    var enclosure: Int32
    var scope: Int32
    var mark: InlineMark
    var firstPiece: Int
    var textStart: Int
    var mayNameAuthor = false
    var authorStrength = 0
  }

  /// What an element is called.
  struct Naming {
    var traits: Traits = []
    /// Said by the element's name, not by a word in its class.
    var isCertain = false
    /// Has a class or property by which an author's name may be known.
    var mayNameAuthor = false
    /// How surely its class names an author.
    var authorStrength = 0
    var hasProperty = false
  }

  /// What an inline element begins.
  struct InlineMark {
    enum Kind: UInt8 { case none, link, strong, emphasis, code }
    var kind: Kind = .none
    var start = 0
    var address: Node?
  }

  struct InlineRun {
    @NarrowRange var range: Range<Int>
    var kind: InlineMark.Kind
    var node: Node?
  }

  struct FoundPicture {
    var node: Node
    var isEmbed: Bool
  }

  /// The element around a paragraph, heading or list item; other elements are their own.
  func container(of element: Int) -> Int {
    guard enclosures.indices.contains(element) else { return -1 }
    switch enclosures[element].tag {
    case .p, .li, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote: return Int(enclosures[element].parent)
    default: return element
    }
  }
}
