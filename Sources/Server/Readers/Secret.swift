import Crypto
import Foundation

/// A secret that is given out once; only its hash is kept.
///
/// It is 160 random bits in lower-case letters and digits: reader apps put it into headers and form
/// bodies as it is, and some lose one that holds `=`.
package struct Secret: Sendable, Hashable {
  package let text: String

  /// A new secret.
  package init() {
    var random = SystemRandomNumberGenerator()
    let bits = (0..<32).map { _ in Self.letters[Int(random.next() & 31)] }
    text = String(decoding: bits, as: UTF8.self)
  }

  package init(_ text: String) { self.text = text }

  /// What is kept of it.
  package var hash: [UInt8] { Self.hash("secret:", text) }

  /// The token that forms of a session carry.
  var formToken: String {
    Self.hash("form:", text).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// What is kept of the key that Fever makes of a name and a secret.
  package func feverHash(name: String) -> [UInt8] {
    Self.feverHash(key: Self.feverKey(name: name, password: text))
  }

  static func feverHash(key: String) -> [UInt8] { hash("fever:", key.lowercased()) }

  /// The key as Fever's clients make it: MD5 of `name:password`.
  static func feverKey(name: String, password: String) -> String {
    Insecure.MD5.hash(data: Array("\(name):\(password)".utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// Whether two texts are the same, in a time that tells nothing of where they differ.
  static func areSame(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.utf8), Array(other.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func hash(_ purpose: String, _ text: String) -> [UInt8] {
    Array(SHA256.hash(data: Array((purpose + text).utf8)))
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
}
