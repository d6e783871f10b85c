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
      case "fraction" where entry.value == 4 && reader.entry(at: index + 1)?.kind == "scale":
        // "quarter million"
        let scale = reader.entry(at: index + 1)?.value ?? 1
        return Numeral(
          tokens: index..<index + 2, value: scale / 4, form: .words, scale: scale)
      case "fraction":
        // "third" and "fourth", but not "quarter".
        guard entry.value < 11, view.ends(index, in: Self.ordinalEndings) else { return nil }
        return Numeral(
          tokens: index..<index + 1, value: entry.value, form: .words, isOrdinal: true)
      default: break
      }
    }
    if isArticle(index) { return afterArticle(index) }
    return hyphenated(at: index) ?? cardinal(at: index)
  }

  /// `one-third`, `two-thirds`
  private func hyphenated(at index: Int) -> Numeral? {
    guard view[index].marks.contains(.hasHyphen), view[index].length <= 20 else { return nil }
    let parts = view.folded(index).split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, let upper = listed(parts[0]), upper.kind == "unit", upper.value >= 1,
      let lower = listed(parts[1]), let whole = Self.parts(lower), upper.value < whole
    else { return nil }
    return Numeral(
      tokens: index..<index + 1, value: upper.value / whole, form: .words, isFraction: true)
  }

  /// How many parts a whole has by its fraction: `half`, `third`, `twentieth`.
  private static func parts(_ entry: (kind: String, value: Double)) -> Double? {
    switch entry.kind {
    case "half": 2
    case "fraction": entry.value
    case "ordinal": entry.value > 10 ? entry.value : nil
    default: nil
    }
  }

  private static let ordinalEndings = ["rd", "th"].map { Array($0.utf8) }
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
    case "fraction" where next.value > 4 && isAlone(index + 2):
      return Numeral(
        tokens: index..<index + 2, value: 1 / next.value, form: .words, isFraction: true)
    case "half" where isAlone(index + 2):
      return Numeral(tokens: index..<index + 2, value: 0.5, form: .words, isFraction: true)
    case "half":
      guard let scale = reader.entry(at: index + 2), scale.kind == "scale" else { return nil }
      return Numeral(
        tokens: index..<index + 3, value: scale.value / 2, form: .words, scale: scale.value)
    default: return nil
    }
  }

  /// "down a fifth.", but not "a fifth man".
  private func isAlone(_ index: Int) -> Bool {
    index >= view.end || (view[index].kind == .punctuation && !view.isDash(index))
  }

  /// `half a million`, `half of`
  private func half(at index: Int) -> Numeral? {
    let next = isArticle(index + 1) ? index + 2 : index + 1
    if let scale = reader.entry(at: next), scale.kind == "scale" {
      return Numeral(
        tokens: index..<next + 1, value: scale.value / 2, form: .words, scale: scale.value)
    }
    // "half a mile", "half a percent"
    if next > index + 1, view.has(.measure, next), view[next].kind == .word {
      return Numeral(tokens: index..<next, value: 0.5, form: .words)
    }
    // "the first half of the year"
    if let before = reader.entry(at: index - 1),
      before.kind == "ordinal" || before.kind == "fraction"
    {
      return nil
    }
    // "more than half"
    guard Self.of.contains(view[index + 1]) || isBounded(index) else { return nil }
    return Numeral(tokens: index..<index + 1, value: 0.5, form: .words, isFraction: true)
  }

  private func isBounded(_ index: Int) -> Bool {
    FigureHedges(view: view).hedge(endingAt: index).map { !$0.isAmbiguous } ?? false
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
      guard !view.ends(index, in: [Array("s".utf8)]) else { return nil }
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
      let unit = listed(parts[1]) ?? ordinals(parts[1]), unit.value < 10
    else { return nil }
    switch unit.kind {
    case "unit": return (tens.value + unit.value, false)
    case "ordinal", "fraction": return (tens.value + unit.value, true)
    default: return nil
    }
  }

  /// `and 21`, `and one`: what is below a hundred.
  func tail(at index: Int) -> (Double, Int)? {
    guard Self.and.contains(view[index]) else { return nil }
    let at = index + 1
    if view[at].kind == .number, view[at].length <= 2, view.range.contains(at) {
      return DigitReader.plain(view.words.utf8[view[at].range]).map { ($0, at + 1) }
    }
    guard let (value, isOrdinal) = small(at: at), !isOrdinal else { return nil }
    return (value, at + 1)
  }

  private func listed(_ word: ArraySlice<UInt8>) -> (kind: String, value: Double)? {
    let numerals = view.vocabulary.numerals
    guard let match = numerals.entry(of: Folding.hash(word)) else { return nil }
    let attributes = numerals.attributes(of: match)
    guard attributes.count > 1 else { return nil }
    return (attributes[0], Double(attributes[1]) ?? 0)
  }

  /// `firsts` in `twenty-firsts`
  private func ordinals(_ word: ArraySlice<UInt8>) -> (kind: String, value: Double)? {
    guard word.last == UInt8(ascii: "s"), let single = listed(word.dropLast()),
      single.kind == "ordinal"
    else { return nil }
    return single
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
        if group == 0, total > 0 {
          // "three hundred thousand million"
          total *= entry.value
        } else {
          total += group * entry.value
        }
        group = 0
        scale = entry.value
        at += 1
        if entry.value == 12 { break }
      } else if let entry, entry.kind == "order", entry.length == 1, total == 0, group > 1 {
        // "three dozens"
        (total, group, scale) = (group * entry.value / 2, 0, entry.value / 2)
        at += 1
        break
      } else if let ordinal = ordinalEnd(at: at, behind: group, total: total, from: start) {
        return ordinal
      } else if let entry, entry.kind == "fraction", entry.value >= 100, group > 1,
        !view.ends(at, in: [Array("s".utf8)])
      {
        // "a hundred thousandth", "five hundredth"
        return Numeral(
          tokens: start..<at + 1, value: total + group * entry.value, form: .words, isOrdinal: true)
      } else if let entry, entry.kind == "fraction", total == 0, group >= 1,
        view.ends(at, in: [Array("s".utf8)]) || group == 1
      {
        return Numeral(
          tokens: start..<at + 1, value: group / entry.value, form: .words, isFraction: true)
      } else if total == 0, at == start + 1, view.isMark(at, UInt8(ascii: "-")), group >= 1,
        let lower = reader.entry(at: at + 1), lower.kind == "fraction", group < lower.value,
        lower.value < 100, view.ends(at + 1, in: [Array("s".utf8)]) || group == 1
      {
        // "one - fourth"
        return Numeral(
          tokens: start..<at + 2, value: group / lower.value, form: .words, isFraction: true)
      } else if total == 0, group == 1, at == start + 1, entry?.kind == "half",
        Self.of.contains(view[at + 1]) || isAlone(at + 1)
      {
        // "one half of"
        return Numeral(tokens: start..<at + 1, value: 0.5, form: .words, isFraction: true)
      } else if group == 0, let next = groupBehindComma(at, below: scale) {
        at = next
      } else if let sum = spacedTens(group, total, from: start, dash: at) {
        group = sum
        at += 2
      } else if let (part, next) = fractionPart(at: at) {
        // "a million and a half" are 1,500,000.
        let step = group == 0 && scale >= 1000 ? scale : 1
        let sum = Numeral(tokens: start..<next, value: total + group + part * step, form: .words)
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

  /// `one hundred twenty-fifth`, `two hundred and first`; behind other numbers a high ordinal is a
  /// fraction: `one twenty-fifth`, `three twenty-fifths`.
  private func ordinalEnd(
    at place: Int, behind group: Double, total: Double, from start: Int
  ) -> Numeral? {
    let at = Self.and.contains(view[place]) ? place + 1 : place
    guard view.range.contains(at), view[at].kind == .word else { return nil }
    let isPlural = view.ends(at, in: [Array("s".utf8)])
    var value: Double?
    if let entry = reader.entry(at: at), entry.length == 1, entry.value < 100,
      entry.kind == "ordinal" || (entry.kind == "fraction" && !isPlural)
    {
      value = entry.value
    } else if let (small, isOrdinal) = small(at: at), isOrdinal {
      value = small
    }
    guard let value else { return nil }
    let isRound = group >= 100 && group.truncatingRemainder(dividingBy: 100) == 0
    if !isPlural, isRound || (group == 0 && total > 0) {
      return Numeral(
        tokens: start..<at + 1, value: total + group + value, form: .words, isOrdinal: true)
    }
    // "one twenty-fifth", "one twentieth"
    guard at == place, view[at].marks.contains(.hasHyphen) || value > 10 && group == 1, total == 0,
      group >= 1, group < value, isPlural || group == 1
    else { return nil }
    return Numeral(
      tokens: start..<at + 1, value: group / value, form: .words, isFraction: true)
  }

  /// The token behind the comma of `four thousand, two hundred and five`; a list of numbers has none.
  private func groupBehindComma(_ comma: Int, below scale: Double) -> Int? {
    guard scale >= 1000, view.isMark(comma, UInt8(ascii: ",")), view[comma].isAttached,
      let (value, isOrdinal) = small(at: comma + 1), !isOrdinal, value >= 1,
      let next = reader.entry(at: comma + 2),
      next.kind == "hundred" && value < 10 || next.kind == "scale" && value * next.value < scale
    else { return nil }
    return comma + 1
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
    if let (pair, isOrdinal) = small(at: at), pair >= 10, !isOrdinal {
      // "point eleven"
      value += pair / 100
      step = 0.001
      at += 1
    }
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

  /// `fifty - two`, as texts cut into words write it.
  private func spacedTens(_ group: Double, _ total: Double, from start: Int, dash: Int) -> Double? {
    guard total == 0, dash == start + 1, group >= 20, group < 100,
      group.truncatingRemainder(dividingBy: 10) == 0, view.isMark(dash, UInt8(ascii: "-")),
      let (unit, isOrdinal) = small(at: dash + 1), !isOrdinal, unit >= 1, unit < 10
    else { return nil }
    return group + unit
  }

  /// `and a half`, `and two thirds`, `and a thirtieth`
  private func fractionPart(at: Int) -> (Double, Int)? {
    guard Self.and.contains(view[at]) else { return nil }
    if let half = reader.entry(at: at + 1), half.kind == "half", !Self.of.contains(view[at + 2]),
      !isArticle(at + 2)
    {
      return (0.5, at + 2)
    }
    if isArticle(at + 1), let entry = reader.entry(at: at + 2) {
      if entry.kind == "half" { return (0.5, at + 3) }
      if entry.kind == "fraction" { return (1 / entry.value, at + 3) }
      if entry.kind == "ordinal", entry.value > 10, isAlone(at + 3) {
        return (1 / entry.value, at + 3)
      }
    }
    guard let (upper, _) = small(at: at + 1), let entry = reader.entry(at: at + 2) else {
      return nil
    }
    if entry.kind == "half", upper == 1 { return (0.5, at + 3) }
    guard entry.kind == "fraction", upper < entry.value else { return nil }
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
