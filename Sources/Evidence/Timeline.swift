import Languages
import Press

/// A sentence that tells when something happened or will.
struct EventDigest: Sendable {
  var date: PressDate
  var sentence: Int
  var isAnnounced: Bool
}

extension ExhibitDigest {
  /// The dated sentences of an article: one for each, under its most exact date.
  static func events(
    _ findings: Findings, article: Article, body: ArticleText, sentences: [SentenceDigest]
  ) -> [EventDigest] {
    var result: [EventDigest] = []
    var time = 0
    let times = findings.times.sorted { $0.stretch.lower < $1.stretch.lower }
    for (index, sentence) in sentences.enumerated() {
      while time < times.count, times[time].stretch.lower < sentence.range.lowerBound { time += 1 }
      var best: (date: PressDate, stretch: Range<Int>)?
      var next = time
      while next < times.count, times[next].stretch.lower < sentence.range.upperBound {
        let found = times[next]
        next += 1
        guard found.kind == .date || found.kind == .time, !found.isVague, let date = found.date,
          date.precision != .year
        else { continue }
        if best.map({ date.end - date.start < $0.date.end - $0.date.start }) ?? true {
          best = (date, found.stretch.range)
        }
      }
      guard let (date, stretch) = best, sentence.isTold else { continue }
      result.append(
        EventDigest(
          date: date, sentence: index,
          isAnnounced: isAhead(
            date, of: article, findings: findings, in: sentence.range, time: stretch,
            body: body.utf8)))
    }
    return result
  }

  /// Whether a date lay ahead when the article was written.
  private static func isAhead(
    _ date: PressDate, of article: Article, findings: Findings, in range: Range<Int>,
    time: Range<Int>, body: [UInt8]
  ) -> Bool {
    if let published = article.published {
      if date.start > published.end { return true }
      if date.start == published.end, published.start < published.end { return true }
      // "Am Nachmittag sollen …", written in the morning.
      return date.end > published.start && date.start + 86_400 > published.start
        && isIntended(clause(around: time, in: range, body))
    }
    return findings.speech.contains { speech in
      speech.status == .announced && speech.stretches.contains { $0.range.overlaps(range) }
    }
  }
}

extension ExhibitDigest {
  private static func clause(
    around time: Range<Int>, in sentence: Range<Int>, _ body: [UInt8]
  ) -> ArraySlice<UInt8> {
    let comma = UInt8(ascii: ",")
    let time = time.clamped(to: sentence)
    let lower = body[sentence.lowerBound..<time.lowerBound].lastIndex(of: comma)
    let upper = body[time.upperBound..<sentence.upperBound].firstIndex(of: comma)
    return body[(lower ?? sentence.lowerBound)..<(upper ?? sentence.upperBound)]
  }

  /// "soll … eintreffen", "will … reisen", "is due to".
  fileprivate static func isIntended(_ sentence: ArraySlice<UInt8>) -> Bool {
    sentence.split(separator: 0x20).contains { word in
      ["soll", "sollen", "will", "wollen", "due", "scheduled"].contains {
        word.elementsEqual($0.utf8)
      }
    }
  }
}

/// Dated sentences of a story, those that tell the same laid together.
struct Timeline: Sendable {
  private struct Entry: Sendable {
    var date: PressDate
    var words: [UInt64]
    var places: [(exhibit: Int, sentence: Int)]
    var isAnnounced: Bool
  }

  private var entries: [Entry] = []
  private var index = LikenessIndex()

  /// How many events are shown, and how much of its words an event shares with its like.
  private static let most = 40
  private static let likeness = 0.4
  private static let likenessOfMany = 0.3

  mutating func add(_ digest: ExhibitDigest, number: Int) {
    for event in digest.events {
      let words = digest.sentences[event.sentence].words
      let room = Self.room(event.date)
      let like = index.candidates(words, room: room, least: 2).first {
        let share = Likeness.share(entries[$0.item].words, words)
        return share >= Self.likeness || ($0.common >= 3 && share >= Self.likenessOfMany)
      }
      if let like {
        entries[like.item].places.append((number, event.sentence))
        // Once told as past by a later article, it is no announcement any more.
        if !event.isAnnounced { entries[like.item].isAnnounced = false }
      } else {
        index.add(entries.count, words: words, room: room)
        entries.append(
          Entry(
            date: event.date, words: words, places: [(number, event.sentence)],
            isAnnounced: event.isAnnounced))
      }
    }
  }

  /// Only the same day, or the same month where no day is known, can be the same event.
  private static func room(_ date: PressDate) -> UInt64 {
    let day = UInt64(bitPattern: date.start / 86_400)
    return day &* 8 &+ (date.precision == .month || date.precision == .range ? 1 : 0)
  }

  func events(_ digests: [ExhibitDigest]) -> [Event] {
    let weighed = entries.indices.sorted {
      (entries[$1].places.count, $0) < (entries[$0].places.count, $1)
    }.prefix(Self.most)
    return weighed.sorted {
      (entries[$0].date.start, entries[$0].date.end, $0)
        < (entries[$1].date.start, entries[$1].date.end, $1)
    }.map { number in
      let entry = entries[number]
      let first = entry.places[0]
      var seen: Set<Article.ID> = [digests[first.exhibit].article.id]
      let others = entry.places.dropFirst().filter {
        seen.insert(digests[$0.exhibit].article.id).inserted
      }
      return Event(
        date: entry.date, citation: digests[first.exhibit].citation(ofSentence: first.sentence),
        others: others.map { digests[$0.exhibit].citation(ofSentence: $0.sentence) },
        isAnnounced: entry.isAnnounced)
    }
  }
}
