/// English number words: `one hundred and three and two thirds`, `twenty-five`, `half a million`.
struct EnglishNumerals {
  let view: SentenceView
  private var reader: NumeralReader { NumeralReader(view: view) }

  func numeral(at index: Int) -> Numeral? {
    if let entry = reader.entry(at: index) {
      switch entry.kind {
      case "order":
        return Numeral(tokens: index..<index + entry.length, low: entry.value, form: .order)
      case "some": return order(after: index + entry.length, from: index)
      case "half": return half(at: index)
      case "ordinal":
        return Numeral(
          tokens: index..<index + entry.length, value: entry.value, form: .words, isOrdinal: true)
      case "fraction":
        guard entry.value < 11, !view.ends(index, in: [Array("s".utf8)]) else { return nil }
        return Numeral(
          tokens: index..<index + 1, value: entry.value, form: .words, isOrdinal: true)
      default: break
      }
    }
    if isArticle(index) { return afterArticle(index) }
    return cardinal(at: index)
  }

  private static let article = WordSet("a an")
  private static let and = WordSet("and")
  private static let of = WordSet("of")

  private func isArticle(_ index: Int) -> Bool { Self.article.contains(view[index]) }

  /// `a million`, `a hundred`, `a dozen`, `a quarter of`, `an estimated` is none.
  private func afterArticle(_ index: Int) -> Numeral? {
    guard let next = reader.entry(at: index + 1) else { return nil }
    switch next.kind {
    case "scale", "hundred":
      return walk(from: index, at: index + 1, value: 1)
    case "fraction" where Self.of.contains(view[index + 2]):
      return Numeral(
        tokens: index..<index + 2, value: 1 / next.value, form: .words, isFraction: true)
    case "half":
      guard let scale = reader.entry(at: index + 2), scale.kind == "scale" else { return nil }
      return Numeral(
        tokens: index..<index + 3, value: scale.value / 2, form: .words, scale: scale.value)
    default: return nil
    }
  }

  /// `half a million`, `half of`
  private func half(at index: Int) -> Numeral? {
    let next = isArticle(index + 1) ? index + 2 : index + 1
    if let scale = reader.entry(at: next), scale.kind == "scale" {
      return Numeral(
        tokens: index..<next + 1, value: scale.value / 2, form: .words, scale: scale.value)
    }
    guard Self.of.contains(view[index + 1]) else { return nil }
    return Numeral(tokens: index..<index + 1, value: 0.5, form: .words, isFraction: true)
  }

  private func order(after at: Int, from start: Int) -> Numeral? {
    guard let next = reader.entry(at: at), next.kind == "scale" || next.kind == "hundred" else {
      return nil
    }
    return Numeral(tokens: start..<at + next.length, low: next.value * 2, form: .order)
  }

  private func cardinal(at index: Int) -> Numeral? {
    guard let (value, isOrdinal) = small(at: index) else { return nil }
    if isOrdinal {
      return Numeral(tokens: index..<index + 1, value: value, form: .words, isOrdinal: true)
    }
    return walk(from: index, at: index + 1, value: value)
  }

  /// One token below a hundred: `seven`, `twenty-five`, `twenty-fifth`.
  private func small(at index: Int) -> (value: Double, isOrdinal: Bool)? {
    guard view.range.contains(index), view[index].kind == .word else { return nil }
    if let entry = reader.entry(at: index), entry.length == 1,
      entry.kind == "unit" || entry.kind == "tens"
    {
      return (entry.value, false)
    }
    guard view[index].marks.contains(.hasHyphen), view[index].length <= 20 else { return nil }
    let parts = view.folded(index).split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, let tens = listed(parts[0]), tens.kind == "tens",
      let unit = listed(parts[1]), unit.value < 10
    else { return nil }
    switch unit.kind {
    case "unit": return (tens.value + unit.value, false)
    case "ordinal", "fraction": return (tens.value + unit.value, true)
    default: return nil
    }
  }

  private func listed(_ word: ArraySlice<UInt8>) -> (kind: String, value: Double)? {
    let numerals = view.vocabulary.numerals
    guard let match = numerals.entry(of: Folding.hash(word)) else { return nil }
    let attributes = numerals.attributes(of: match)
    guard attributes.count > 1 else { return nil }
    return (attributes[0], Double(attributes[1]) ?? 0)
  }

  /// Walks on from a first value over scales, `and`, lower values, `and a half`, `and two thirds`.
  private func walk(from start: Int, at: Int, value: Double) -> Numeral? {
    var at = at
    var total = 0.0
    var group = value
    var scale = 1.0
    while at < view.end, at < start + 16 {
      let entry = reader.entry(at: at)
      if entry?.kind == "hundred" {
        group = Swift.max(group, 1) * 100
        at += 1
      } else if let entry, entry.kind == "scale" {
        total += Swift.max(group, scale == 1 ? 0 : 1) * entry.value
        group = 0
        scale = entry.value
        at += 1
        if entry.value == 12 { break }
      } else if let entry, entry.kind == "fraction", total == 0, group < entry.value, group >= 1,
        view.ends(at, in: [Array("s".utf8)]) || group == 1
      {
        return Numeral(
          tokens: start..<at + 1, value: group / entry.value, form: .words, isFraction: true)
      } else if let (part, next) = fractionPart(at: at) {
        let sum = Numeral(tokens: start..<next, value: total + group + part, form: .words)
        return total == 0 && group < 100 ? reader.scaled(sum) : sum
      } else if let (low, next) = lower(at: at, than: group, isFirst: at == start + 1 && total == 0)
      {
        group += low
        at = next
      } else {
        break
      }
    }
    return decimals(
      Numeral(tokens: start..<at, value: total + group, form: .words, scale: scale))
  }

  /// `nine point four`
  private func decimals(_ numeral: Numeral) -> Numeral {
    var at = numeral.tokens.upperBound
    guard reader.entry(at: at)?.kind == "comma", var value = numeral.value, numeral.scale == 1
    else {
      return numeral
    }
    var step = 0.1
    at += 1
    while let (digit, isOrdinal) = small(at: at), digit < 10, !isOrdinal, step > 1e-8 {
      value += digit * step
      step /= 10
      at += 1
    }
    guard step < 0.1 else { return numeral }
    var sum = numeral
    sum.value = (value * 1e8).rounded() / 1e8
    sum.tokens = numeral.tokens.lowerBound..<at
    return reader.scaled(sum)
  }

  /// `and a half`, `and two thirds`
  private func fractionPart(at: Int) -> (Double, Int)? {
    guard Self.and.contains(view[at]) else { return nil }
    if isArticle(at + 1), let entry = reader.entry(at: at + 2) {
      if entry.kind == "half" { return (0.5, at + 3) }
      if entry.kind == "fraction" { return (1 / entry.value, at + 3) }
    }
    guard let (upper, _) = small(at: at + 1), let entry = reader.entry(at: at + 2),
      entry.kind == "fraction", upper < entry.value
    else { return nil }
    return (upper / entry.value, at + 3)
  }

  private func lower(at: Int, than group: Double, isFirst: Bool) -> (Double, Int)? {
    let isJoined = Self.and.contains(view[at])
    let place = isJoined ? at + 1 : at
    guard let (value, isOrdinal) = small(at: place), !isOrdinal else { return nil }
    let room = group.truncatingRemainder(dividingBy: 100)
    guard
      room == 0
        ? true : (group >= 20 && room.truncatingRemainder(dividingBy: 10) == 0 && value < 10)
    else { return nil }
    // "five and six" are two numbers.
    if isJoined, isFirst || (group != 0 && group < 100) { return nil }
    return (value, place + 1)
  }
}
