import Press

/// A row's JSON, written byte by byte: a general encoder takes longer than the reading.
extension EvidenceRow {
  /// The row as one line of JSON, without its end.
  package var json: [UInt8] {
    var line = JSONLine()
    line.object {
      $0.add(#""id":"#, id)
      $0.list(#""blocks":"#, blocks) { item, line in
        line.range(item.b, item.e)
        line.key(#""keep":"#)
        line.raw(item.keep ? "true" : "false")
      }
      $0.list(#""timex":"#, timex) { item, line in
        line.range(item.b, item.e)
        line.add(#""type":"#, item.type)
        line.add(#""value":"#, item.value)
      }
      $0.list(#""quotes":"#, quotes) { item, line in
        line.pairs(#""spans":"#, item.spans)
        line.add(#""type":"#, item.type)
        line.pairs(#""speaker":"#, item.speaker)
        line.pairs(#""cue":"#, item.cue)
        line.add(#""status":"#, item.status)
        if let speaker = item.speakerID { line.add(#""speaker_id":"#, speaker) }
      }
      $0.list(#""figures":"#, figures) { $0.write(to: &$1) }
      $0.list(#""ents":"#, ents) { item, line in
        line.range(item.b, item.e)
        line.add(#""type":"#, item.type)
        line.add(#""id":"#, item.id)
      }
      $0.list(#""hedges":"#, hedges) { item, line in line.range(item.b, item.e) }
      if let translated {
        $0.key(#""translated":"#)
        $0.raw(translated ? "true" : "false")
      }
    }
    return line.bytes
  }
}

extension EvidenceRow.Count {
  /// `value` is said even where there is none.
  fileprivate func write(to line: inout JSONLine) {
    line.range(b, e)
    line.key(#""value":"#)
    if let value { line.number(value) } else { line.raw("null") }
    if let lo {
      line.key(#""lo":"#)
      line.number(lo)
    }
    if let hi {
      line.key(#""hi":"#)
      line.number(hi)
    }
    line.add(#""rel":"#, rel)
    if let unit { line.add(#""unit":"#, unit) }
    line.add(#""kind":"#, kind)
    if let claimant { line.add(#""claimant":"#, claimant) }
    if let group { line.add(#""group":"#, group) }
  }
}

/// One line of JSON as it is written.
private struct JSONLine {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func comma() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  mutating func object(_ body: (inout JSONLine) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    isFirst = false
  }

  /// - Parameter name: with its marks and colon.
  mutating func key(_ name: StaticString) {
    comma()
    raw(name)
  }

  mutating func add(_ name: StaticString, _ text: String) {
    key(name)
    bytes.append(jsonString: text)
  }

  mutating func range(_ lower: Int, _ upper: Int) {
    key(#""b":"#)
    integer(lower)
    key(#""e":"#)
    integer(upper)
  }

  mutating func list<Item>(
    _ name: StaticString, _ items: [Item], _ body: (Item, inout JSONLine) -> Void
  ) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    isFirst = true
    for item in items {
      comma()
      object { body(item, &$0) }
    }
    bytes.append(UInt8(ascii: "]"))
    isFirst = false
  }

  mutating func pairs(_ name: StaticString, _ spans: [EvidenceRow.Span]) {
    key(name)
    bytes.append(UInt8(ascii: "["))
    for (index, span) in spans.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "["))
      integer(span.b)
      bytes.append(UInt8(ascii: ","))
      integer(span.e)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func integer(_ number: Int) {
    guard number >= 10 else {
      if number >= 0 { return bytes.append(UInt8(truncatingIfNeeded: 48 + number)) }
      return bytes.append(contentsOf: String(number).utf8)
    }
    let start = bytes.count
    var rest = UInt(number)
    while rest > 0 {
      let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(truncatingIfNeeded: 48 + digit))
      rest = tens
    }
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// Finite numbers only; JSON knows no others.
  mutating func number(_ value: Double) {
    guard value.isFinite else { return raw("null") }
    if value == value.rounded(), abs(value) < 1e15 {
      integer(Int(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }
}
