/// The kinds of picture that are opened, told by their first bytes and never by what a server says;
/// drawings in SVG are none of them.
enum PictureKind: String {
  case jpg, png, gif, webp, avif

  init?(_ bytes: [UInt8]) {
    func has(_ word: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + word.count
        && bytes[offset..<(offset + word.count)].elementsEqual(word)
    }
    if has([0xFF, 0xD8, 0xFF]) {
      self = .jpg
    } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if has(Array("GIF8".utf8)) {
      self = .gif
    } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
      self = .webp
    } else if has(Array("ftypavif".utf8), at: 4) {
      self = .avif
    } else {
      return nil
    }
  }

  /// Width and height of a WebP file (RFC 9649, sections 2.5 to 2.7); nil where its head is not
  /// understood.
  static func webPSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count >= 30, PictureKind(bytes) == .webp else { return nil }
    func number(_ at: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let size: (width: Int, height: Int)
    switch bytes[12..<16] {
    case let name where name.elementsEqual("VP8 ".utf8):
      size = (number(26, 2) & 0x3FFF, number(28, 2) & 0x3FFF)
    case let name where name.elementsEqual("VP8L".utf8):
      let bits = number(21, 4)
      size = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case let name where name.elementsEqual("VP8X".utf8):
      size = (number(24, 3) + 1, number(27, 3) + 1)
    default: return nil
    }
    return size.width > 0 && size.height > 0 ? size : nil
  }
}
