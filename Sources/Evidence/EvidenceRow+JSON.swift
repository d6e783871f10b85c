import Press

/// A row's JSON, written byte by byte: a general encoder takes longer than the reading.
extension EvidenceRow {
  /// The row as one line of JSON, without its end.
  package var json: [UInt8] {
    var line = JSONLine(
      capacity: 120 + id.utf8.count + 40 * (blocks.count + hedges.count) + 160 * quotes.count
        + 120 * (figures.count + ents.count + timex.count))
    line.object {
      $0.add(#""id":"#, id)
      $0.list(#","blocks":"#, blocks) { item, line in
        line.range(item.b, item.e)
        line.raw(item.keep ? #","keep":true"# : #","keep":false"#)
      }
      $0.list(#","timex":"#, timex) { item, line in
        line.range(item.b, item.e)
        line.add(#","type":"#, item.type)
        line.add(#","value":"#, item.value)
      }
      $0.list(#","quotes":"#, quotes) { item, line in
        line.pairs(#""spans":"#, item.spans)
        line.add(#","type":"#, item.type)
        line.pairs(#","speaker":"#, item.speaker)
        line.pairs(#","cue":"#, item.cue)
        line.add(#","status":"#, item.status)
        if let speaker = item.speakerID { line.add(#","speaker_id":"#, speaker) }
      }
      $0.list(#","figures":"#, figures) { $0.write(to: &$1) }
      $0.list(#","ents":"#, ents) { item, line in
        line.range(item.b, item.e)
        line.add(#","type":"#, item.type)
        line.add(#","id":"#, item.id)
      }
      $0.list(#","hedges":"#, hedges) { item, line in line.range(item.b, item.e) }
      if let translated {
        $0.raw(translated ? #","translated":true"# : #","translated":false"#)
      }
    }
    return line.bytes
  }
}

extension EvidenceRow.Count {
  /// `value` is said even where there is none.
  fileprivate func write(to line: inout JSONLine) {
    line.range(b, e)
    line.raw(#","value":"#)
    if let value { line.number(value) } else { line.raw("null") }
    if let lo {
      line.raw(#","lo":"#)
      line.number(lo)
    }
    if let hi {
      line.raw(#","hi":"#)
      line.number(hi)
    }
    line.add(#","rel":"#, rel)
    if let unit { line.add(#","unit":"#, unit) }
    line.add(#","kind":"#, kind)
    if let claimant { line.add(#","claimant":"#, claimant) }
    if let group { line.add(#","group":"#, group) }
  }
}

/// One line of JSON as it is written. Names come with their marks and colon, and with the comma before them.
private struct JSONLine {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  @inline(__always) mutating func object(_ body: (inout JSONLine) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func add(_ name: StaticString, _ text: String) {
    raw(name)
    bytes.append(jsonString: text)
  }

  mutating func range(_ lower: Int, _ upper: Int) {
    raw(#""b":"#)
    integer(lower)
    raw(#","e":"#)
    integer(upper)
  }

  @inline(__always) mutating func list<Item>(
    _ name: StaticString, _ items: [Item], _ body: (Item, inout JSONLine) -> Void
  ) {
    raw(name)
    bytes.append(UInt8(ascii: "["))
    for (place, item) in items.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      object { body(item, &$0) }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func pairs(_ name: StaticString, _ spans: [EvidenceRow.Span]) {
    raw(name)
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
    guard number >= 0, number < 100_000_000 else {
      return bytes.append(contentsOf: String(number).utf8)
    }
    // Eight digits, a byte each, the first lowest.
    var digits: UInt64 = 0
    var rest = UInt32(truncatingIfNeeded: number)
    repeat {
      let (tens, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits = digits &<< 8 | UInt64(48 &+ digit)
      rest = tens
    } while rest > 0
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits &>>= 8
    } while digits > 0
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
