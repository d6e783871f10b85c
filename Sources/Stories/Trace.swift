import Languages
import Press

/// The words by which an article is recognised, with their weights; the vector has length 1.
struct Trace: Sendable, Hashable {
  /// With their hashes ascending, each once.
  var words: [Word] = []

  /// A word and what it weighs.
  struct Word: Sendable, Hashable {
    var hash: UInt32
    /// How much it tells of the event.
    var event: Float
    /// How much it tells of the saga: words that many use now and few did before.
    var saga: Float
    var kind: Kind = .other
  }

  /// What a word is apart from its meaning: numbers and names of places say how much and where.
  enum Kind: UInt8, Sendable {
    case other, number, place
  }

  /// Most words kept of one article.
  static let width = 48
}

/// Counts an article's words and weighs them.
struct TraceReader: Sendable {
  private var reader = WordReader()
  private var isEnglish = false
  private var counted = WordCount()
  /// What the first words of the article last read tell of its section.
  private(set) var firstWords = FirstWords()

  /// Whether the article last read tells one thing after the other.
  private(set) var tellsMany = false
  /// The words of the body of the article last read.
  private(set) var bodyWords: [WordReader.Word] = []

  /// Words of the body that are read at most, and those that count as its lead.
  static let longest = 600
  static let leadWords = 45

  mutating func trace(of arrival: Arrival, words table: WordTable, number: Int) -> Trace {
    isEnglish = arrival.language == .english
    counted.removeAll()
    firstWords = FirstWords()
    count(Array(arrival.headline.utf8), weight: 1, most: 60, table)
    countBody(of: arrival, table)
    if let url = arrival.url {
      let first = firstWords
      count(Slug.words(of: url), weight: WordWeight.slug, most: 20, table)
      firstWords = first
    }
    lightenPlaces(of: arrival, in: 0..<arrival.body.utf8.count)
    return weigh(table, number)
  }

  /// The trace of a part of an article that tells of a matter of its own.
  mutating func trace(
    of block: Ticker.Block, in arrival: Arrival, words table: WordTable, number: Int
  ) -> Trace {
    isEnglish = arrival.language == .english
    let first = firstWords
    defer { firstWords = first }
    counted.removeAll()
    let body = arrival.body.utf8
    count(body, in: block.heading, weight: 1, most: 60, table)
    let weight = block.heading.isEmpty ? 1 : WordWeight.standfirst
    count(body, in: block.text, weight: weight, most: Self.longest, table)
    lightenPlaces(of: arrival, in: block.heading.lowerBound..<block.text.upperBound)
    return weigh(table, number)
  }

  /// Counts the standfirst and the text behind it, and keeps the words of both.
  private mutating func countBody(of arrival: Arrival, _ table: WordTable) {
    bodyWords.removeAll(keepingCapacity: true)
    let body = arrival.body.utf8
    tellsMany = false
    guard !body.isEmpty || arrival.standfirst != nil else { return }
    var start = 0
    if let standfirst = arrival.standfirst, !standfirst.isEmpty {
      if body.starts(with: standfirst.utf8) {
        start = standfirst.utf8.count
        count(body, in: 0..<start, weight: WordWeight.standfirst, most: 80, table, isBody: true)
      } else {
        count(Array(standfirst.utf8), weight: WordWeight.standfirst, most: 80, table)
      }
    }
    tellsMany = Ticker.tellsMany(arrival)
    // What comes behind the lead of a ticker is other news.
    let most = tellsMany ? Self.leadWords : Self.longest
    var last = max(start, min(body.count, start + most * 16))
    if tellsMany { last = max(start, min(last, Ticker.leadEnd(of: arrival.body))) }
    while last < body.count, body[last] > 32 { last += 1 }
    count(body, in: start..<last, weight: WordWeight.lead, most: most, table, isBody: true)
    let rest = last..<max(last, min(body.count, CopyReading.longest))
    reader.read(body, in: rest) {
      bodyWords.append($0)
      return true
    }
  }

  /// What is left of the weight of a place's name, for events and for sagas: it says where, and much
  /// happens there. A town few have heard of would else lay its football to the end of its factory.
  private static let place: Float = 0.85
  private static let sagaPlace: Float = 0.4

  private mutating func lightenPlaces(of arrival: Arrival, in part: Range<Int>) {
    let body = arrival.body.utf8
    for name in arrival.findings?.names ?? []
    where name.kind == .place && part.contains(name.stretch.range.lowerBound) {
      let range = name.stretch.range.clamped(to: 0..<body.count)
      var counted = WordCount()
      swap(&counted, &self.counted)
      reader.read(body, in: range) { word in
        counted.notePlace(word.hash)
        counted.notePlace(word.head)
        return true
      }
      swap(&counted, &self.counted)
    }
  }

  private mutating func count(
    _ bytes: [UInt8], in range: Range<Int>? = nil, weight: Float, most: Int, _ table: WordTable,
    isBody: Bool = false
  ) {
    var left = most
    var words: [WordReader.Word] = []
    if isBody { swap(&words, &bodyWords) }
    let isEnglish = isEnglish
    var counted = WordCount()
    var first = firstWords
    swap(&counted, &self.counted)
    let stop = reader.read(bytes, in: range, vocabulary: table) { word in
      if isBody { words.append(word) }
      first.take(word)
      guard !StopWords.contains(word.hash), word.length > 1 else { return true }
      let weight = most == Self.longest && left < most - Self.leadWords ? WordWeight.body : weight
      let isNumber = word.isNumber
      let own = isNumber && word.length < 2 ? weight * 0.5 : weight
      counted.add(isEnglish ? Bilingual.german(word.hash) : word.hash, own, isNumber: isNumber)
      if word.first != 0 {
        counted.add(word.first, own * WordWeight.part, isNumber: isNumber)
        counted.add(word.second, own * WordWeight.part, isNumber: isNumber)
      } else if word.head != 0 {
        counted.add(word.head, own * WordWeight.head, isNumber: isNumber)
      }
      left -= 1
      return left > 0
    }
    swap(&counted, &self.counted)
    firstWords = first
    guard isBody else { return }
    reader.read(bytes, in: stop..<(range?.upperBound ?? bytes.count)) {
      words.append($0)
      return true
    }
    swap(&words, &bodyWords)
  }

  private func weigh(_ table: WordTable, _ article: Int) -> Trace {
    var words: [Trace.Word] = []
    words.reserveCapacity(counted.words.count)
    for word in counted.words {
      let rarity = Rarity(of: word.hash, in: table, at: article)
      let isPlace = word.kind == .place
      words.append(
        Trace.Word(
          hash: word.hash, event: word.weight * rarity.event * (isPlace ? Self.place : 1),
          saga: word.weight * rarity.saga * (isPlace ? Self.sagaPlace : 1), kind: word.kind))
    }
    if words.count > Trace.width {
      words.sort { ($0.event + $0.saga, $0.hash) > ($1.event + $1.saga, $1.hash) }
      words.removeLast(words.count - Trace.width)
    }
    words.sort { $0.hash < $1.hash }
    var square: Float = 0
    var sagaSquare: Float = 0
    for word in words {
      square += word.event * word.event
      sagaSquare += word.saga * word.saga
    }
    let length = max(square.squareRoot(), 1e-6)
    let sagaLength = max(sagaSquare.squareRoot(), 1e-6)
    for place in words.indices {
      words[place].event /= length
      words[place].saga /= sagaLength
    }
    return Trace(words: words)
  }
}

/// How telling a word is.
struct Rarity {
  /// Of an event: rare words count, and words of which the day is full count less.
  var event: Float
  /// Of a saga: words of which the day is full and other days are not count most.
  var saga: Float

  init(of hash: UInt32, in table: borrowing WordTable, at article: Int) {
    let counts = table.counts(of: hash, at: article)
    let share = RarityTable.share(of: hash)
    let all = naturalLog(
      (table.articles + WordWeight.prior + WordWeight.base)
        / (counts.all + WordWeight.prior * share + WordWeight.plus))
    let long = naturalLog(
      (table.articles + WordWeight.sagaPrior + WordWeight.base)
        / (counts.all + WordWeight.sagaPrior * share + WordWeight.plus))
    let days = WordWeight.recentLife * 1.44
    let recent = naturalLog(
      (min(table.articles, days) + WordWeight.base * 0.5) / (counts.recent + WordWeight.plus * 0.5))
    event = max(all * (1 - WordWeight.burst) + min(recent, all) * WordWeight.burst, 0.05)
    saga = max(long * (1 + WordWeight.sagaBurst) - min(recent, long) * WordWeight.sagaBurst, 0.05)
  }
}

/// The natural logarithm of a positive number that is not next to nothing, by its binary exponent and
/// a short series: the pure rooms do without a maths library.
func naturalLog(_ value: Float) -> Float {
  guard value > 0 else { return 0 }
  let bits = value.bitPattern
  let fraction = Float(bitPattern: bits & 0x007f_ffff | 0x3f80_0000)
  let ratio = (fraction - 1) / (fraction + 1)
  let square = ratio * ratio
  let series = 2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  return Float(Int(bits >> 23) - 127) * 0.693_147_2 + series
}
