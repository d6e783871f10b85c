import Crypto

/// The signature a WebSub hub puts under what it sends (W3C WebSub, 8): `sha256=` and the HMAC of
/// the body in hexadecimal.
package enum HubSignature {
  /// Whether a body was signed with a secret. SHA-1, which the standard still names, is taken for
  /// what it is worth: the secret protects it, not the hash alone.
  package static func isValid(_ header: String, body: [UInt8], secret: String) -> Bool {
    guard let mark = header.firstIndex(of: "=") else { return false }
    let method = header[..<mark].lowercased()
    let digest = bytes(hexadecimal: header[header.index(after: mark)...])
    let key = SymmetricKey(data: Array(secret.utf8))
    guard let digest else { return false }
    return switch method {
    case "sha1":
      HMAC<Insecure.SHA1>.isValidAuthenticationCode(digest, authenticating: body, using: key)
    case "sha256":
      HMAC<SHA256>.isValidAuthenticationCode(digest, authenticating: body, using: key)
    case "sha384":
      HMAC<SHA384>.isValidAuthenticationCode(digest, authenticating: body, using: key)
    case "sha512":
      HMAC<SHA512>.isValidAuthenticationCode(digest, authenticating: body, using: key)
    default: false
    }
  }

  /// The header for a body: what a hub would send.
  package static func header(body: [UInt8], secret: String) -> String {
    let key = SymmetricKey(data: Array(secret.utf8))
    let digits = Array("0123456789abcdef")
    return HMAC<SHA256>.authenticationCode(for: body, using: key)
      .reduce(into: "sha256=") { $0 += [digits[Int($1 >> 4)], digits[Int($1 & 15)]] }
  }

  private static func bytes(hexadecimal text: some StringProtocol) -> [UInt8]? {
    let digits = text.utf8.map { HexDigit.value(of: $0) }
    guard digits.count.isMultiple(of: 2), digits.count <= 128 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }
}
