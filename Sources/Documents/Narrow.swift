/// A number that takes four bytes: pages have thousands of pieces, and each has many numbers.
///
/// No text is read beyond `Narrow.most` bytes, so that places in it and counts of it fit.
@propertyWrapper struct Narrow: Sendable, Hashable {
  static let most = Int(Int32.max)

  private var number: Int32

  @inline(__always)
  init(wrappedValue: Int) { number = Int32(truncatingIfNeeded: wrappedValue) }

  @inline(__always)
  var wrappedValue: Int {
    get { Int(number) }
    set { number = Int32(truncatingIfNeeded: newValue) }
  }
}

/// A range of places that takes eight bytes.
@propertyWrapper struct NarrowRange: Sendable, Hashable {
  private var lower: Int32
  private var upper: Int32

  @inline(__always)
  init(wrappedValue range: Range<Int>) {
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  @inline(__always)
  var wrappedValue: Range<Int> {
    get { Int(lower)..<Int(upper) }
    set { self = NarrowRange(wrappedValue: newValue) }
  }
}
