import Crypto
package import Languages
package import Press

/// An article's findings, terms and fetched bytes in the form in which they lie in the library.
/// Making it costs more than writing it and needs no library, so it is made beside the writing.
package struct PackedReading: Sendable {
  let terms: IndexTerms
  let findings: [UInt8]
  let capture: [UInt8]?
  let captureHash: String?

  /// - Parameter article: only the section may be changed afterwards.
  package init(article: Article, findings: Findings, capture: Capture?) throws {
    var maker = IndexTermsMaker()
    self.init(
      terms: maker.terms(of: article, findings), findings: [UInt8](try Folded.fold(findings)),
      capture: capture)
  }

  private init(terms: IndexTerms, findings: [UInt8], capture: Capture?) {
    self.terms = terms
    self.findings = findings
    self.capture = capture.map { [UInt8](Folded.pack($0.body)) }
    captureHash = capture.map { Self.hash($0.body) }
  }

  static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
