/// A picture we keep, without its bytes.
package struct KeptPicture: Sendable, Hashable {
  /// In pixels.
  package struct Size: Sendable, Hashable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// Letters and digits; the same for the same address.
  package let id: String
  /// The smallest first; never empty.
  package private(set) var sizes: [Size]

  package init(id: String, _ size: Size) {
    self.id = id
    sizes = [size]
  }

  /// Adds the next larger size.
  package mutating func append(_ size: Size) { sizes.append(size) }
}
