import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt with a salt of its own, written `scrypt$15$8$3$SALT$HASH`.
package struct PasswordHash: Sendable, Hashable {
  /// Power of two of the cost, block size, parallelism: 32 MiB, one of the settings OWASP names.
  private static let cost = (logRounds: 15, block: 8, parallel: 3)
  private static let length = 32

  package let text: String

  /// Makes a hash of a new password. Takes about as long as a sign-in.
  package init(of password: String) throws {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    let hash = try Self.derive(
      password, salt: salt, Self.cost.logRounds, Self.cost.block, Self.cost.parallel)
    text =
      "scrypt$\(Self.cost.logRounds)$\(Self.cost.block)$\(Self.cost.parallel)"
      + "$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
  }

  package init(kept text: String) { self.text = text }

  /// Whether a password is the one that was kept.
  func matches(_ password: String) throws -> Bool {
    let parts = text.split(separator: "$")
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let block = Int(parts[2]), let parallel = Int(parts[3]), (10...20).contains(rounds),
      (1...16).contains(block), (1...16).contains(parallel),
      let salt = Data(base64Encoded: String(parts[4]))
    else { return false }
    let hash = try Self.derive(password, salt: Array(salt), rounds, block, parallel)
    return Secret.areSame(Data(hash).base64EncodedString(), String(parts[5]))
  }

  private static func derive(
    _ password: String, salt: [UInt8], _ logRounds: Int, _ block: Int, _ parallel: Int
  ) throws -> [UInt8] {
    let key = try KDF.Scrypt.deriveKey(
      from: Array(password.utf8), salt: salt, outputByteCount: length, rounds: 1 << logRounds,
      blockSize: block, parallelism: parallel)
    return key.withUnsafeBytes { Array($0) }
  }

  /// What a password must be; nil where it is fit.
  package static func objection(to password: String) -> PasswordObjection? {
    if password.utf8.count > 1_000 { return .tooLong }
    if password.unicodeScalars.count < 10 { return .tooShort }
    return Set(password.unicodeScalars).count < 4 ? .tooPlain : nil
  }
}

/// Why a password is not taken.
package enum PasswordObjection: String, Sendable, CustomStringConvertible {
  case tooShort, tooLong, tooPlain

  package var description: String {
    switch self {
    case .tooShort: "The password has fewer than 10 characters. Choose a longer one."
    case .tooLong: "The password has more than 1,000 bytes. Choose a shorter one."
    case .tooPlain: "The password repeats the same few characters. Choose another."
    }
  }
}
