extension Tokenizer {
  /// Reads a tag from its name on; at the end of the source a tag that is not closed is dropped.
  mutating func readTag(_ source: Span<UInt8>, _ start: Int, _ token: Token) -> Token {
    let nameEnd = readTagName(source, start)
    attributeStart = attributes.count
    isSelfClosing = false
    if nameEnd < end, source[nameEnd] == UInt8(ascii: ">") {
      position = nameEnd &+ 1
      return token
    }
    attributeStop = min(attributeStart &+ attributeLimit, attributeCeiling)
    guard let after = readAttributes(source, nameEnd) else {
      dropAttributes()
      position = end
      return .end
    }
    position = after
    if token == .endTag { dropAttributes() }
    return token
  }

  /// Forgets the attributes of the tag read last.
  @inline(__always)
  mutating func dropAttributes() {
    if attributes.count > attributeStart {
      attributes.removeLast(attributes.count &- attributeStart)
    }
  }

  /// Sets `tag` and `id`, and gives the place behind the name.
  private mutating func readTagName(_ source: Span<UInt8>, _ start: Int) -> Int {
    if start &+ 8 <= end {
      let word = source.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      // Bytes below "0" and ">" may end a name; "-" and "." do not, those names take the long way.
      let found = Words.below(word, 0x30) | Words.zeros(word ^ Words.all(0x3E))
      if found != 0 {
        let bits = UInt64(found.trailingZeroBitCount & ~7)
        let stop = start &+ Int(bits) / 8
        if isTagNameEnd(source[stop]) {
          // Setting the bit for lower case makes no known name of anything but its capitals.
          let key = (word & ((1 << bits) &- 1)) | 0x2020_2020_2020_2020 & ((1 << bits) &- 1)
          let tag = known.tag(short: key)
          if tag != .unknown {
            self.tag = tag
            id = UInt32(tag.rawValue)
            return stop
          }
        }
      }
    }
    return readLongTagName(source, start)
  }

  @inline(__always)
  private func isTagNameEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isHTMLSpace(byte)
  }

  @inline(never)
  private mutating func readLongTagName(_ source: Span<UInt8>, _ start: Int) -> Int {
    var stop = start
    var isPlain = true
    while stop < end, !isTagNameEnd(source[stop]) {
      if isCapital(source[stop]) || source[stop] == 0 { isPlain = false }
      stop &+= 1
    }
    let from = extra.count
    // A tag that is not closed gives no token: its name need not be kept.
    guard stop < end else { return stop }
    if !isPlain { appendLowercased(source, start, stop) }
    let tag =
      isPlain ? known.tag(source, start, stop) : known.tag(extra.span, from, extra.count)
    self.tag = tag
    if tag != .unknown {
      id = UInt32(tag.rawValue)
      if !isPlain { extra.removeLast(extra.count &- from) }
      return stop
    }
    let before = names.slices.count
    if isPlain {
      id = names.id(of: Slice(start, stop), in: source, extra: extra)
    } else {
      id = names.id(of: Slice(extra: from, extra.count), in: source, extra: extra)
      if names.slices.count == before { extra.removeLast(extra.count &- from) }
    }
    return stop
  }

  @inline(__always)
  func isCapital(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

  /// Appends a name to `extra`, in lower case and with NUL as U+FFFD.
  mutating func appendLowercased(_ source: Span<UInt8>, _ start: Int, _ stop: Int) {
    for place in start..<stop {
      let byte = source[place]
      if byte == 0 {
        CharacterReferences.append(0xFFFD, to: &extra)
      } else {
        extra.append(isCapital(byte) ? byte | 0x20 : byte)
      }
    }
  }

  // MARK: Attributes

  /// Reads attributes up to and with `>`; gives the place behind it, or nil at the end of the source.
  private mutating func readAttributes(_ source: Span<UInt8>, _ start: Int) -> Int? {
    var place = start
    var seen: UInt64 = 0
    while place < end {
      let byte = source[place]
      if isHTMLSpace(byte) {
        place &+= 1
        continue
      }
      if byte == UInt8(ascii: ">") { return place &+ 1 }
      if byte == UInt8(ascii: "/") {
        place &+= 1
        if place < end, source[place] == UInt8(ascii: ">") {
          isSelfClosing = true
          return place &+ 1
        }
        continue
      }
      let nameStart = place
      var needsLowering = false
      let nameEnd = findNameEnd(source, place, &needsLowering)
      place = skipSpace(source, nameEnd)
      guard place < end else { return nil }
      var value = Slice.empty
      if source[place] == UInt8(ascii: "=") {
        place = skipSpace(source, place &+ 1)
        guard place < end else { return nil }
        let byte = source[place]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          let stop = Words.findNear(source, place &+ 1, end, byte)
          guard stop < end else { return nil }
          value = Slice(place &+ 1, stop)
          place = stop &+ 1
        } else {
          let from = place
          while place < end, !isHTMLSpace(source[place]), source[place] != UInt8(ascii: ">") {
            place &+= 1
          }
          guard place < end else { return nil }
          value = Slice(from, place)
        }
      }
      keepAttribute(source, nameStart, nameEnd, needsLowering, value, &seen)
    }
    return nil
  }

  @inline(__always)
  private mutating func skipSpace(_ source: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < end, isHTMLSpace(source[place]) { place &+= 1 }
    return place
  }

  /// The end of an attribute's name: a space, `/`, `>`, or an `=` that is not its first byte.
  @inline(__always)
  private mutating func findNameEnd(
    _ source: Span<UInt8>, _ start: Int, _ needsLowering: inout Bool
  ) -> Int {
    var place = start &+ 1
    if isCapital(source[start]) || source[start] == 0 { needsLowering = true }
    while place &+ 8 <= end {
      let word = source.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      let stops =
        Words.below(word, 0x21) | Words.zeros(word ^ Words.all(0x3D))
        | Words.zeros(word ^ Words.all(0x3E)) | Words.zeros(word ^ Words.all(0x2F))
      guard stops != 0 else {
        if Words.capitals(word) != 0 { needsLowering = true }
        place &+= 8
        continue
      }
      if Words.capitals(word) & ((stops & (0 &- stops)) &- 1) != 0 { needsLowering = true }
      place &+= stops.trailingZeroBitCount / 8
      if isNameEnd(source[place]) { return place }
      // A control character belongs to the name.
      if source[place] == 0 { needsLowering = true }
      place &+= 1
    }
    while place < end, !isNameEnd(source[place]) {
      if isCapital(source[place]) || source[place] == 0 { needsLowering = true }
      place &+= 1
    }
    return place
  }

  @inline(__always)
  private func isNameEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || isHTMLSpace(byte)
  }

  @inline(__always)
  private mutating func keepAttribute(
    _ source: Span<UInt8>, _ start: Int, _ stop: Int, _ needsLowering: Bool, _ value: Slice,
    _ seen: inout UInt64
  ) {
    guard attributes.count < attributeStop || widens() else { return }
    var name = Slice(start, min(stop, start &+ 0xFFFF))
    let fold: UInt8
    if needsLowering {
      let from = extra.count
      appendLowercased(source, start, min(stop, start &+ 0x5555))
      name = Slice(extra: from, extra.count)
      fold = self.fold(of: extra.span, from, extra.count &- from)
    } else {
      fold = self.fold(of: source, start, Int(name.count))
    }
    let bit = 1 << UInt64(fold & 63) as UInt64
    if seen & bit != 0, holdsAttribute(source, name, fold) { return }
    seen |= bit
    attributes.append(
      AttributeRecord(
        nameStart: name.start, valueStart: value.start, valueCount: value.count,
        nameCount: UInt16(truncatingIfNeeded: name.count), fold: fold))
  }

  /// Sets how many attributes all tags may have together, within what was said before.
  mutating func limitAttributes(to count: Int) {
    let most = min(count, Limits.attributes(for: end))
    if !isWidened, most > attributeCeiling { attributes.reserveCapacity(most) }
    isWidened = true
    attributeCeiling = most
  }

  /// Whether there may be more attributes, when all those are read for which there was room.
  @inline(never)
  private mutating func widens() -> Bool {
    let most = Limits.attributes(for: end)
    guard attributes.count &- attributeStart < attributeLimit, !isWidened, attributes.count < most
    else { return false }
    isWidened = true
    attributes.reserveCapacity(most)
    attributeCeiling = most
    attributeStop = min(attributeStart &+ attributeLimit, most)
    return true
  }

  /// A fold of first, middle and last byte and the length.
  @inline(__always)
  private func fold(of bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt8 {
    let (first, last) = (Int(bytes[start]), Int(bytes[start &+ count &- 1]))
    let middle = Int(bytes[start &+ count / 2])
    return UInt8(truncatingIfNeeded: first &* 7 &+ last &* 29 &+ middle &* 101 &+ count)
  }

  @inline(__always)
  func byte(_ source: Span<UInt8>, _ start: UInt32, _ step: UInt32) -> UInt8 {
    let place = Int((start & ~Slice.inExtra) &+ step)
    return start & Slice.inExtra != 0 ? extra[place] : source[place]
  }

  @inline(never)
  private mutating func holdsAttribute(_ source: Span<UInt8>, _ name: Slice, _ fold: UInt8) -> Bool
  {
    for place in attributeStart..<attributes.count {
      let record = attributes[place]
      if record.fold == fold, UInt32(record.nameCount) == name.count,
        equal(source, record.name, name)
      {
        return true
      }
    }
    return false
  }

  /// Whether two slices hold the same bytes.
  func equal(_ source: Span<UInt8>, _ one: Slice, _ other: Slice) -> Bool {
    guard one.count == other.count else { return false }
    if one.start == other.start { return true }
    for step in 0..<one.count
    where byte(source, one.start, step) != byte(source, other.start, step) { return false }
    return true
  }
}
