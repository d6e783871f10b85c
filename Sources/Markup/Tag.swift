/// The name of an element as a small number: compared and hashed in one step.
///
/// Known names have a constant here (`Tag.p`); another name gets a number of its own within one tree, so that equal
/// names in one tree have equal tags. Across trees only known tags can be compared.
public struct Tag: Hashable, Sendable {
  /// Known names: the raw value of `KnownTag`; others: `Tag.firstUnknown` plus the place in the tree's list of names.
  @usableFromInline let id: UInt32

  @inlinable init(id: UInt32) { self.id = id }

  /// Whether the standard knows the name, so that the tag means the same in every tree.
  public var isKnown: Bool { id != 0 && id < Tag.firstUnknown }

  /// The tag of something that is no element.
  @inlinable public static var none: Tag { Tag(id: 0) }

  static let firstUnknown: UInt32 = 256

  init(_ known: KnownTag) { id = UInt32(known.rawValue) }

  var known: KnownTag {
    guard let raw = UInt8(exactly: id) else { return .unknown }
    return KnownTag(rawValue: raw) ?? .unknown
  }
}

// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Tag {
  @inlinable public static var a: Tag { Tag(id: 1) }
  @inlinable public static var abbr: Tag { Tag(id: 2) }
  @inlinable public static var acronym: Tag { Tag(id: 3) }
  @inlinable public static var address: Tag { Tag(id: 4) }
  @inlinable public static var applet: Tag { Tag(id: 5) }
  @inlinable public static var area: Tag { Tag(id: 6) }
  @inlinable public static var article: Tag { Tag(id: 7) }
  @inlinable public static var aside: Tag { Tag(id: 8) }
  @inlinable public static var audio: Tag { Tag(id: 9) }
  @inlinable public static var b: Tag { Tag(id: 10) }
  @inlinable public static var base: Tag { Tag(id: 11) }
  @inlinable public static var basefont: Tag { Tag(id: 12) }
  @inlinable public static var bdi: Tag { Tag(id: 13) }
  @inlinable public static var bdo: Tag { Tag(id: 14) }
  @inlinable public static var bgsound: Tag { Tag(id: 15) }
  @inlinable public static var big: Tag { Tag(id: 16) }
  @inlinable public static var blink: Tag { Tag(id: 17) }
  @inlinable public static var blockquote: Tag { Tag(id: 18) }
  @inlinable public static var body: Tag { Tag(id: 19) }
  @inlinable public static var br: Tag { Tag(id: 20) }
  @inlinable public static var button: Tag { Tag(id: 21) }
  @inlinable public static var canvas: Tag { Tag(id: 22) }
  @inlinable public static var caption: Tag { Tag(id: 23) }
  @inlinable public static var center: Tag { Tag(id: 24) }
  @inlinable public static var cite: Tag { Tag(id: 25) }
  @inlinable public static var code: Tag { Tag(id: 26) }
  @inlinable public static var col: Tag { Tag(id: 27) }
  @inlinable public static var colgroup: Tag { Tag(id: 28) }
  @inlinable public static var data: Tag { Tag(id: 29) }
  @inlinable public static var datalist: Tag { Tag(id: 30) }
  @inlinable public static var dd: Tag { Tag(id: 31) }
  @inlinable public static var del: Tag { Tag(id: 32) }
  @inlinable public static var details: Tag { Tag(id: 33) }
  @inlinable public static var dfn: Tag { Tag(id: 34) }
  @inlinable public static var dialog: Tag { Tag(id: 35) }
  @inlinable public static var dir: Tag { Tag(id: 36) }
  @inlinable public static var div: Tag { Tag(id: 37) }
  @inlinable public static var dl: Tag { Tag(id: 38) }
  @inlinable public static var dt: Tag { Tag(id: 39) }
  @inlinable public static var em: Tag { Tag(id: 40) }
  @inlinable public static var embed: Tag { Tag(id: 41) }
  @inlinable public static var fieldset: Tag { Tag(id: 42) }
  @inlinable public static var figcaption: Tag { Tag(id: 43) }
  @inlinable public static var figure: Tag { Tag(id: 44) }
  @inlinable public static var font: Tag { Tag(id: 45) }
  @inlinable public static var footer: Tag { Tag(id: 46) }
  @inlinable public static var form: Tag { Tag(id: 47) }
  @inlinable public static var frame: Tag { Tag(id: 48) }
  @inlinable public static var frameset: Tag { Tag(id: 49) }
  @inlinable public static var h1: Tag { Tag(id: 50) }
  @inlinable public static var h2: Tag { Tag(id: 51) }
  @inlinable public static var h3: Tag { Tag(id: 52) }
  @inlinable public static var h4: Tag { Tag(id: 53) }
  @inlinable public static var h5: Tag { Tag(id: 54) }
  @inlinable public static var h6: Tag { Tag(id: 55) }
  @inlinable public static var head: Tag { Tag(id: 56) }
  @inlinable public static var header: Tag { Tag(id: 57) }
  @inlinable public static var hgroup: Tag { Tag(id: 58) }
  @inlinable public static var hr: Tag { Tag(id: 59) }
  @inlinable public static var html: Tag { Tag(id: 60) }
  @inlinable public static var i: Tag { Tag(id: 61) }
  @inlinable public static var iframe: Tag { Tag(id: 62) }
  @inlinable public static var image: Tag { Tag(id: 63) }
  @inlinable public static var img: Tag { Tag(id: 64) }
  @inlinable public static var input: Tag { Tag(id: 65) }
  @inlinable public static var ins: Tag { Tag(id: 66) }
  @inlinable public static var kbd: Tag { Tag(id: 67) }
  @inlinable public static var keygen: Tag { Tag(id: 68) }
  @inlinable public static var label: Tag { Tag(id: 69) }
  @inlinable public static var legend: Tag { Tag(id: 70) }
  @inlinable public static var li: Tag { Tag(id: 71) }
  @inlinable public static var link: Tag { Tag(id: 72) }
  @inlinable public static var listing: Tag { Tag(id: 73) }
  @inlinable public static var main: Tag { Tag(id: 74) }
  @inlinable public static var map: Tag { Tag(id: 75) }
  @inlinable public static var mark: Tag { Tag(id: 76) }
  @inlinable public static var marquee: Tag { Tag(id: 77) }
  @inlinable public static var math: Tag { Tag(id: 78) }
  @inlinable public static var menu: Tag { Tag(id: 79) }
  @inlinable public static var menuitem: Tag { Tag(id: 80) }
  @inlinable public static var meta: Tag { Tag(id: 81) }
  @inlinable public static var meter: Tag { Tag(id: 82) }
  @inlinable public static var nav: Tag { Tag(id: 83) }
  @inlinable public static var nobr: Tag { Tag(id: 84) }
  @inlinable public static var noembed: Tag { Tag(id: 85) }
  @inlinable public static var noframes: Tag { Tag(id: 86) }
  @inlinable public static var noscript: Tag { Tag(id: 87) }
  @inlinable public static var object: Tag { Tag(id: 88) }
  @inlinable public static var ol: Tag { Tag(id: 89) }
  @inlinable public static var optgroup: Tag { Tag(id: 90) }
  @inlinable public static var option: Tag { Tag(id: 91) }
  @inlinable public static var output: Tag { Tag(id: 92) }
  @inlinable public static var p: Tag { Tag(id: 93) }
  @inlinable public static var param: Tag { Tag(id: 94) }
  @inlinable public static var picture: Tag { Tag(id: 95) }
  @inlinable public static var plaintext: Tag { Tag(id: 96) }
  @inlinable public static var pre: Tag { Tag(id: 97) }
  @inlinable public static var progress: Tag { Tag(id: 98) }
  @inlinable public static var q: Tag { Tag(id: 99) }
  @inlinable public static var rb: Tag { Tag(id: 100) }
  @inlinable public static var rp: Tag { Tag(id: 101) }
  @inlinable public static var rt: Tag { Tag(id: 102) }
  @inlinable public static var rtc: Tag { Tag(id: 103) }
  @inlinable public static var ruby: Tag { Tag(id: 104) }
  @inlinable public static var s: Tag { Tag(id: 105) }
  @inlinable public static var samp: Tag { Tag(id: 106) }
  @inlinable public static var script: Tag { Tag(id: 107) }
  @inlinable public static var search: Tag { Tag(id: 108) }
  @inlinable public static var section: Tag { Tag(id: 109) }
  @inlinable public static var select: Tag { Tag(id: 110) }
  @inlinable public static var selectedcontent: Tag { Tag(id: 111) }
  @inlinable public static var slot: Tag { Tag(id: 112) }
  @inlinable public static var small: Tag { Tag(id: 113) }
  @inlinable public static var source: Tag { Tag(id: 114) }
  @inlinable public static var span: Tag { Tag(id: 115) }
  @inlinable public static var strike: Tag { Tag(id: 116) }
  @inlinable public static var strong: Tag { Tag(id: 117) }
  @inlinable public static var style: Tag { Tag(id: 118) }
  @inlinable public static var sub: Tag { Tag(id: 119) }
  @inlinable public static var summary: Tag { Tag(id: 120) }
  @inlinable public static var sup: Tag { Tag(id: 121) }
  @inlinable public static var svg: Tag { Tag(id: 122) }
  @inlinable public static var table: Tag { Tag(id: 123) }
  @inlinable public static var tbody: Tag { Tag(id: 124) }
  @inlinable public static var td: Tag { Tag(id: 125) }
  @inlinable public static var template: Tag { Tag(id: 126) }
  @inlinable public static var textarea: Tag { Tag(id: 127) }
  @inlinable public static var tfoot: Tag { Tag(id: 128) }
  @inlinable public static var th: Tag { Tag(id: 129) }
  @inlinable public static var thead: Tag { Tag(id: 130) }
  @inlinable public static var time: Tag { Tag(id: 131) }
  @inlinable public static var title: Tag { Tag(id: 132) }
  @inlinable public static var tr: Tag { Tag(id: 133) }
  @inlinable public static var track: Tag { Tag(id: 134) }
  @inlinable public static var tt: Tag { Tag(id: 135) }
  @inlinable public static var u: Tag { Tag(id: 136) }
  @inlinable public static var ul: Tag { Tag(id: 137) }
  @inlinable public static var `var`: Tag { Tag(id: 138) }
  @inlinable public static var video: Tag { Tag(id: 139) }
  @inlinable public static var wbr: Tag { Tag(id: 140) }
  @inlinable public static var xmp: Tag { Tag(id: 141) }
  @inlinable public static var desc: Tag { Tag(id: 152) }
  @inlinable public static var path: Tag { Tag(id: 188) }
  @inlinable public static var annotationXML: Tag { Tag(id: 204) }
}
