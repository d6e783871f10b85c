/// How alike things must be to belong together; measured on the development data.
struct Bars: Sendable {
  /// Likeness from which on an article counts as a neighbour.
  var neighbour: Float = 0.1
  /// Likeness from which on an article joins a story.
  var join: Float = 0.3
  /// Seconds after a story's last article in which it takes on others.
  var window: Int64 = 72 * 3600
}
