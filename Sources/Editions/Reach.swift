import Press

extension Int64 {
  /// The instant, brought into the years 1 to 9999: sources give any number as a date.
  var inReach: Int64 { Swift.min(Swift.max(self, -62_135_596_800), 253_402_300_799) }
}

extension PressDate {
  /// The date, brought into the years 1 to 9999.
  var inReach: PressDate {
    var date = self
    date.start = start.inReach
    date.end = Swift.max(date.start, end.inReach)
    return date
  }
}

extension String {
  /// The text, or nil where there is nothing in it to be seen.
  var visible: String? { utf8.allSatisfy { $0 <= 0x20 || $0 == 0x7F } ? nil : self }
}
