/// Takes HTML source apart into tokens, by the HTML standard's tokenization stage (13.2.5).
///
/// A token is not a value of its own: `next(_:)` says what was read, and the tokenizer's properties
/// hold it until the next call. Text, names and values stay where they are in the source; only what
/// has to be decoded goes to `extra`. The source is passed in with every call, so that it is a
/// bounds-checked view and not copied.
struct Tokenizer {
  enum Token: UInt8 {
    case text, startTag, endTag, comment, doctype
    /// `<![CDATA[` was read: ask for `readCharacterData` or `readBogusComment`.
    case characterData
    case end
  }

  var position = 0
  let end: Int
  /// Bytes that do not stand in the source as they are needed.
  var extra: [UInt8] = []
  var attributes: [AttributeRecord] = []
  var names = NameList()
  var doctype = Doctype()

  // The token read last.
  /// Where it begins.
  var start = 0
  /// Of a text or a comment.
  var text = Slice.empty
  /// Whether the text holds NUL, which tree construction drops or replaces.
  var textHasNull = false
  /// Of a tag.
  var tag = KnownTag.unknown
  var id: UInt32 = 0
  /// The tag's attributes are those from here to the last.
  var attributeStart = 0
  /// As many attributes as there may be with those of the tag.
  var attributeStop = 0
  var isSelfClosing = false

  let known = KnownNames.shared
  let attributeLimit: Int
  /// As many attributes as all tags may have together.
  var attributeCeiling: Int
  /// Whether there is room for all of those.
  var isWidened = false
  /// As many bytes as `extra` may hold before text is no longer decoded.
  let extraLimit: Int

  init(end: Int, attributeLimit: Int) {
    self.end = end
    self.attributeLimit = attributeLimit
    attributeCeiling = min(Limits.attributes(for: end), end / 16 &+ 8)
    extraLimit = Limits.extra(for: end)
    attributes.reserveCapacity(end / 16 &+ 8)
    // Memory that is never written to costs nothing; growing would hold all bytes twice.
    extra.reserveCapacity(end)
  }

  /// Reads the next token.
  mutating func next(_ source: Span<UInt8>) -> Token {
    while position < end {
      let place = position
      start = place
      guard source[place] == UInt8(ascii: "<"), place &+ 1 < end else {
        if readText(source) { return .text }
        continue
      }
      let byte = source[place &+ 1]
      if CharacterReferences.isLetter(byte) {
        return readTag(source, place &+ 1, .startTag)
      }
      switch byte {
      case UInt8(ascii: "/"):
        guard place &+ 2 < end else { break }
        let byte = source[place &+ 2]
        if CharacterReferences.isLetter(byte) { return readTag(source, place &+ 2, .endTag) }
        if byte == UInt8(ascii: ">") {
          position = place &+ 3
          continue
        }
        position = place &+ 2
        return readBogusComment(source)
      case UInt8(ascii: "!"): return readDeclaration(source, place &+ 2)
      case UInt8(ascii: "?"):
        position = place &+ 1
        return readBogusComment(source)
      default: break
      }
      if readText(source) { return .text }
    }
    return .end
  }

  // MARK: Text

  /// Reads text up to the next markup; false where nothing but `</>` was found.
  private mutating func readText(_ source: Span<UInt8>) -> Bool {
    let start = position
    var place = start
    var needsDecoding = false
    var dropsEmptyEndTags = false
    while true {
      place = findTextEnd(source, place, &needsDecoding)
      guard place &+ 1 < end else {
        place = end
        break
      }
      let byte = source[place &+ 1]
      if CharacterReferences.isLetter(byte) || byte == UInt8(ascii: "!")
        || byte == UInt8(ascii: "?")
      {
        break
      }
      if byte == UInt8(ascii: "/"), place &+ 2 < end {
        // `</>` is no token at all, so that the text goes on behind it.
        guard source[place &+ 2] == UInt8(ascii: ">") else { break }
        dropsEmptyEndTags = true
        place &+= 2
      }
      place &+= 1
    }
    position = place
    textHasNull = false
    if needsDecoding || dropsEmptyEndTags {
      decodeText(source, start, place, droppingEmptyEndTags: dropsEmptyEndTags)
    } else {
      text = Slice(start, place)
    }
    return text.count > 0
  }

  /// The next `<`, or the end; notes on the way whether something has to be decoded.
  @inline(__always)
  private mutating func findTextEnd(_ source: Span<UInt8>, _ start: Int, _ dirty: inout Bool) -> Int
  {
    var place = start
    let bytes = source.bytes
    var marks: UInt64 = 0
    while place &+ 8 <= end {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let found = Words.zeros(word ^ Words.all(0x3C))
      let wanted =
        Words.zeros(word ^ Words.all(0x26)) | Words.zeros(word ^ Words.all(0x0D))
        | Words.zeros(word)
      if found != 0 {
        // Only marks below the lowest `<` count.
        marks |= wanted & ((found & (0 &- found)) &- 1)
        if marks != 0 { dirty = true }
        return place &+ found.trailingZeroBitCount / 8
      }
      marks |= wanted
      place &+= 8
    }
    if marks != 0 { dirty = true }
    while place < end {
      let byte = source[place]
      if byte == 0x3C { return place }
      if byte == 0x26 || byte == 0x0D || byte == 0 { dirty = true }
      place &+= 1
    }
    return place
  }

  mutating func decodeText(
    _ source: Span<UInt8>, _ start: Int, _ stop: Int, references: Bool = true,
    nulls: CharacterReferences.Nulls = .kept, droppingEmptyEndTags: Bool = false
  ) {
    guard extra.count < extraLimit else {
      text = Slice(start, stop)
      if nulls == .kept { noteNull(source, start, stop) }
      return
    }
    if nulls == .replaced { makeRoom(source, start, stop) }
    let from = extra.count
    CharacterReferences.decode(
      source, start, stop, nulls: nulls, references: references,
      droppingEmptyEndTags: droppingEmptyEndTags, into: &extra)
    text = Slice(extra: from, extra.count)
    if nulls == .kept { noteNull(source, start, stop) }
  }

  /// Makes room at once where each NUL becomes three bytes: growing step by step holds all twice.
  private mutating func makeRoom(_ source: Span<UInt8>, _ start: Int, _ stop: Int) {
    var place = Words.findFar(source, start, stop, 0)
    guard place < stop else { return }
    var wanted = extra.count &+ stop &- start
    while place < stop {
      if source[place] == 0 { wanted &+= 2 }
      place &+= 1
    }
    if wanted > 2 &* extra.capacity { extra.reserveCapacity(wanted) }
  }

  private mutating func noteNull(_ source: Span<UInt8>, _ start: Int, _ stop: Int) {
    textHasNull = Words.findFar(source, start, stop, 0) < stop
  }

  // MARK: Raw text

  /// Reads all up to the end tag `</tag` of a raw text element (or the end) as text; the end tag
  /// itself is read and dropped. No tag: all the rest.
  mutating func readRawText(_ source: Span<UInt8>, until tag: KnownTag?, references: Bool) {
    let start = position
    var stop = end
    if let tag {
      stop = tag == .script ? scriptEnd(source, start) : rawEnd(source, start, tag)
    }
    setRawText(source, start, stop, references: references)
    position = stop
    guard stop < end else { return }
    _ = readTag(source, stop &+ 2, .endTag)
    dropAttributes()
  }

  private mutating func setRawText(
    _ source: Span<UInt8>, _ start: Int, _ stop: Int, references: Bool
  ) {
    textHasNull = false
    if Words.findFar(source, start, stop, 0x0D) < stop
      || Words.findFar(source, start, stop, 0) < stop
      || references && Words.findFar(source, start, stop, 0x26) < stop
    {
      decodeText(source, start, stop, references: references, nulls: .replaced)
    } else {
      text = Slice(start, stop)
    }
  }

  private mutating func rawEnd(_ source: Span<UInt8>, _ start: Int, _ tag: KnownTag) -> Int {
    let name = known.bytes(tag, in: .html)
    var place = start
    while true {
      place = Words.findFar(source, place, end, 0x3C)
      guard place < end else { return end }
      if endTag(source, place, name) { return place }
      place &+= 1
    }
  }

  /// Whether `</name` and then a space, `/` or `>` stand here.
  private mutating func endTag(_ source: Span<UInt8>, _ place: Int, _ name: ArraySlice<UInt8>)
    -> Bool
  {
    place &+ 1 < end && source[place &+ 1] == UInt8(ascii: "/") && named(source, place &+ 2, name)
  }

  private mutating func named(_ source: Span<UInt8>, _ place: Int, _ name: ArraySlice<UInt8>)
    -> Bool
  {
    guard place &+ name.count < end else { return false }
    var place = place
    for byte in name {
      if source[place] | 0x20 != byte { return false }
      place &+= 1
    }
    let next = source[place]
    return next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || isHTMLSpace(next)
  }

  /// Where a script ends: not inside `<!-- <script> … </script> -->` (13.2.5.15 to 31).
  private mutating func scriptEnd(_ source: Span<UInt8>, _ start: Int) -> Int {
    let name = known.bytes(.script, in: .html)
    var place = start
    while true {
      place = Words.findFar(source, place, end, 0x3C)
      guard place < end else { return end }
      if endTag(source, place, name) { return place }
      if place &+ 3 < end, source[place &+ 1] == UInt8(ascii: "!"),
        source[place &+ 2] == UInt8(ascii: "-"), source[place &+ 3] == UInt8(ascii: "-")
      {
        switch escapedScript(source, place &+ 2, name) {
        case (let stop, true): return stop
        case (let next, false): place = next
        }
      } else {
        place &+= 1
      }
    }
  }

  /// From the dashes of `<!--`: the end of the script (true), or the place after `-->` (false).
  private mutating func escapedScript(
    _ source: Span<UInt8>, _ start: Int, _ name: ArraySlice<UInt8>
  ) -> (Int, Bool) {
    var place = start
    var isDouble = false
    while place < end {
      switch source[place] {
      case UInt8(ascii: ">"):
        if place >= start &+ 2, source[place &- 1] == UInt8(ascii: "-"),
          source[place &- 2] == UInt8(ascii: "-")
        {
          return (place &+ 1, false)
        }
      case UInt8(ascii: "<"):
        if endTag(source, place, name) {
          if !isDouble { return (place, true) }
          isDouble = false
        } else if !isDouble, named(source, place &+ 1, name) {
          isDouble = true
        }
      default: break
      }
      place &+= 1
    }
    return (end, true)
  }

  /// Reads the content of a CDATA section (foreign content only) as text.
  mutating func readCharacterData(_ source: Span<UInt8>) {
    let start = position
    var place = start
    while true {
      place = Words.findFar(source, place, end, UInt8(ascii: ">"))
      guard place < end else { break }
      if place >= start &+ 2, source[place &- 1] == UInt8(ascii: "]"),
        source[place &- 2] == UInt8(ascii: "]")
      {
        break
      }
      place &+= 1
    }
    let stop = place < end ? place &- 2 : end
    position = min(place &+ 1, end)
    decodeText(source, start, stop, references: false)
  }
}
