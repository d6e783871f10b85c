import Press

/// When an article's event happened, with all that is known of it.
struct Moment: Sendable, Hashable {
  /// How exactly the time is known.
  private enum Precision: UInt8, Sendable {
    case unknown
    /// To months or a year.
    case frame
    /// To a few days.
    case exact
  }

  /// Its beginning and its length in seconds, in few bytes: there is one for every article.
  private let start: Int64
  private let length: UInt32
  /// How much was told of its matter when it came, 0…1.
  var crowd: Float = 0
  /// What its text names, where it says nothing.
  let told: ToldDays
  private let precision: Precision
  /// Whether it is told in English: what is told in two languages shares fewer words.
  var isEnglish = false

  private var span: EventTime { EventTime(start: start, end: start &+ Int64(length)) }

  init(_ arrival: Arrival) {
    let time = EventTime(arrival)
    let frame = arrival.published.map { EventTime(start: $0.start, end: $0.end) }
    let isUndated = time == nil && frame == nil
    self.init(
      time: time, frame: frame,
      told: isUndated ? ToldDays(in: arrival.body.utf8.prefix(Self.longest)) : ToldDays())
    isEnglish = arrival.language == .english
  }

  init(time: EventTime? = nil, frame: EventTime? = nil, told: ToldDays = ToldDays()) {
    let span = time ?? frame ?? EventTime(start: 0, end: 0)
    start = span.start
    length = UInt32(clamping: span.end &- span.start)
    precision = time != nil ? .exact : frame != nil ? .frame : .unknown
    self.told = told
  }

  /// The time, where it is known to a few days.
  var time: EventTime? { precision == .exact ? span : nil }
  /// The months or the year, where no more is known.
  var frame: EventTime? { precision == .frame ? span : nil }

  /// Bytes of an undated text that are read for days.
  private static let longest = 12_000

  /// Whether not even the year is known.
  var isUndated: Bool { precision == .unknown }

  /// How much of a likeness in words is left between two reports, were they of one event. One outlet
  /// seldom tells an event twice when no date says that it does.
  func eventShare(_ other: Moment, isOneOutlet: Bool = false) -> Float {
    if precision == .exact, other.precision == .exact {
      let distance = span.distance(to: other.span)
      guard distance <= Bars.longest else { return 0 }
      let crowd = (crowd * other.crowd).squareRoot()
      let days = Float(distance) / 86_400
      // Nearly an exponential.
      let left = max(0, 1 - days * (Bars.fade + Bars.crowdFade * crowd) / 4)
      let translated = isEnglish == other.isEnglish ? 1 : Bars.translated
      return left * left * left * left * (1 - Bars.crowdLoss * crowd) * translated
    }
    let own = isOneOutlet && time == nil && other.time == nil ? Bars.undatedOwn : 1
    guard isUndated || other.isUndated else { return Bars.undated * own }
    let fit = fit(other)
    return Self.share(of: fit) * (fit == .open ? own : 1)
  }

  /// The same for parts of one saga.
  func sagaShare(_ other: Moment) -> Float { Self.sagaShare(distance(to: other)) }

  /// The same for parts of one saga so many seconds apart, nil where that is not known.
  static func sagaShare(_ distance: Int64?) -> Float {
    guard let distance else { return Bars.undated }
    return max(0.7, 1 - Bars.sagaFade / Float(Bars.pause) * Float(distance))
  }

  /// Seconds to another, where both are known to a few days.
  func distance(to other: Moment) -> Int64? {
    guard precision == .exact && other.precision == .exact else { return nil }
    return span.distance(to: other.span)
  }

  private func fit(_ other: Moment) -> ToldDays.Fit {
    if let time { return other.told.fit(time) }
    if let known = other.time { return told.fit(known) }
    return isUndated && other.isUndated ? told.fit(other.told) : .open
  }

  private static func share(of fit: ToldDays.Fit) -> Float {
    switch fit {
    case .sameDay: Bars.sameDay
    case .sameMonths: Bars.sameMonths
    case .open: Bars.undatedOpen
    case .otherDay: 0
    }
  }
}

extension Moment {
  func write(to writer: inout DeskWriter) {
    writer.put(time?.start)
    writer.put(time?.end)
    writer.put(frame?.start)
    writer.put(frame?.end)
    writer.put(told.days)
    writer.put(UInt32(told.months) | (isEnglish ? 1 << 16 : 0))
    writer.put(crowd.bitPattern)
  }

  init(from reader: inout DeskReader) {
    func time(_ reader: inout DeskReader) -> EventTime? {
      let start = reader.optionalInt64()
      let end = reader.optionalInt64()
      guard let start, let end else { return nil }
      return EventTime(start: start, end: max(start, end))
    }
    let known = time(&reader)
    let frame = time(&reader)
    let days = reader.uint64()
    let bits = reader.uint32()
    self.init(
      time: known, frame: frame,
      told: ToldDays(bits: days, months: UInt16(truncatingIfNeeded: bits)))
    isEnglish = bits & 1 << 16 != 0
    crowd = Float(bitPattern: reader.uint32())
  }
}
