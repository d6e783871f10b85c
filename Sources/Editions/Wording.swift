/// Every word of ours that a reader sees.
package struct Wording: Sendable {
  package static let german = Wording()
  package static let english = Wording()
}
