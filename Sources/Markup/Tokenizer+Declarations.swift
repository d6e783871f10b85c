extension Tokenizer {
  /// Reads what begins with `<!`: comment, doctype, CDATA or a bogus comment.
  mutating func readDeclaration(_ source: Span<UInt8>, _ start: Int) -> Token {
    position = start
    if matches(source, start, "--") { return readComment(source, start &+ 2) }
    if matches(source, start, "doctype", ignoringCase: true) {
      readDoctype(source, start &+ 7)
      return .doctype
    }
    if matches(source, start, "[CDATA[") {
      position = start &+ 7
      return .characterData
    }
    return readBogusComment(source)
  }

  private func matches(
    _ source: Span<UInt8>, _ start: Int, _ text: StaticString, ignoringCase: Bool = false
  ) -> Bool {
    guard start &+ text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { letters in
      for step in 0..<letters.count {
        let byte = source[start &+ step]
        if (ignoringCase ? byte | 0x20 : byte) != letters[step] { return false }
      }
      return true
    }
  }

  /// Reads all up to `>` as a comment.
  mutating func readBogusComment(_ source: Span<UInt8>) -> Token {
    let start = position
    let stop = Words.findFar(source, start, end, UInt8(ascii: ">"))
    position = min(stop &+ 1, end)
    setComment(source, start, stop)
    return .comment
  }

  /// A CDATA section outside of foreign content: a comment that begins with `[CDATA[`.
  mutating func readCharacterDataAsComment(_ source: Span<UInt8>) -> Token {
    position &-= 7
    return readBogusComment(source)
  }

  private mutating func setComment(_ source: Span<UInt8>, _ start: Int, _ stop: Int) {
    if Words.findFar(source, start, stop, 0x0D) < stop
      || Words.findFar(source, start, stop, 0) < stop
    {
      decodeText(source, start, stop, references: false, nulls: .replaced)
    } else {
      text = Slice(start, stop)
    }
  }

  /// A comment ends with `-->` or `--!>`, at once with `>` or `->`, or with the source.
  private mutating func readComment(_ source: Span<UInt8>, _ start: Int) -> Token {
    let dash = UInt8(ascii: "-")
    if start < end, source[start] == UInt8(ascii: ">") {
      position = start &+ 1
      text = .empty
      return .comment
    }
    if start &+ 1 < end, source[start] == dash, source[start &+ 1] == UInt8(ascii: ">") {
      position = start &+ 2
      text = .empty
      return .comment
    }
    var place = start
    while true {
      place = Words.findFar(source, place, end, UInt8(ascii: ">"))
      guard place < end else { break }
      if place >= start &+ 2, source[place &- 1] == dash, source[place &- 2] == dash {
        position = place &+ 1
        setComment(source, start, place &- 2)
        return .comment
      }
      if place >= start &+ 3, source[place &- 1] == UInt8(ascii: "!"), source[place &- 2] == dash,
        source[place &- 3] == dash
      {
        position = place &+ 1
        setComment(source, start, place &- 3)
        return .comment
      }
      place &+= 1
    }
    position = end
    setComment(source, start, openCommentEnd(source, start))
    return .comment
  }

  /// A comment the source ends in: what might have become its end is left out.
  private mutating func openCommentEnd(_ source: Span<UInt8>, _ start: Int) -> Int {
    let dash = UInt8(ascii: "-")
    var stop = end
    if stop >= start &+ 3, source[stop &- 1] == UInt8(ascii: "!"), source[stop &- 2] == dash,
      source[stop &- 3] == dash
    {
      return stop &- 3
    }
    for _ in 0..<2 where stop > start && source[stop &- 1] == dash { stop &-= 1 }
    return stop
  }

  // MARK: Doctype

  private mutating func readDoctype(_ source: Span<UInt8>, _ start: Int) {
    doctype = Doctype()
    var place = skip(source, start)
    let name = place
    while place < end, source[place] != UInt8(ascii: ">"), !isHTMLSpace(source[place]) {
      place &+= 1
    }
    let from = extra.count
    appendLowercased(source, name, place)
    doctype.name = Slice(extra: from, extra.count)
    if place == name { doctype.forcesQuirks = true }
    place = skip(source, place)
    let isPublic = matches(source, place, "public", ignoringCase: true)
    if isPublic || matches(source, place, "system", ignoringCase: true) {
      place = readIdentifiers(source, place &+ 6, isPublic: isPublic)
    } else if place >= end || source[place] != UInt8(ascii: ">") {
      doctype.forcesQuirks = true
    }
    place = Words.findFar(source, min(place, end), end, UInt8(ascii: ">"))
    position = min(place &+ 1, end)
  }

  private mutating func skip(_ source: Span<UInt8>, _ start: Int) -> Int {
    var place = start
    while place < end, isHTMLSpace(source[place]) { place &+= 1 }
    return place
  }

  /// Reads what follows PUBLIC or SYSTEM; gives the place where the doctype's end is to be sought.
  private mutating func readIdentifiers(
    _ source: Span<UInt8>, _ start: Int, isPublic: Bool
  ) -> Int {
    var place = skip(source, start)
    if isPublic {
      guard let (slice, after, isClosed) = readQuoted(source, place) else {
        doctype.forcesQuirks = true
        return place
      }
      doctype.publicID = slice
      guard isClosed else { return after }
      place = skip(source, after)
      if place < end, source[place] == UInt8(ascii: ">") { return place }
    }
    guard let (slice, after, isClosed) = readQuoted(source, place) else {
      doctype.forcesQuirks = true
      return place
    }
    doctype.systemID = slice
    guard isClosed else { return after }
    place = skip(source, after)
    // Anything else behind the system identifier is an error without consequences.
    if place >= end { doctype.forcesQuirks = true }
    return place
  }

  /// A quoted identifier; `>` breaks it off. Nil where no quote stands here.
  private mutating func readQuoted(
    _ source: Span<UInt8>, _ start: Int
  ) -> (slice: Slice, after: Int, isClosed: Bool)? {
    guard start < end, source[start] == UInt8(ascii: "\"") || source[start] == UInt8(ascii: "'")
    else { return nil }
    var place = start &+ 1
    while place < end, source[place] != source[start], source[place] != UInt8(ascii: ">") {
      place &+= 1
    }
    let from = extra.count
    CharacterReferences.decode(
      source, start &+ 1, place, nulls: .replaced, references: false, into: &extra)
    let slice = Slice(extra: from, extra.count)
    let isClosed = place < end && source[place] == source[start]
    if !isClosed { doctype.forcesQuirks = true }
    return (slice, isClosed ? place &+ 1 : place, isClosed)
  }
}
