/// Dates and numbers in the words of an edition.
struct DateWords {
  var language: EditionLanguage
  var now: Int64
  var zone: PressZone
}
