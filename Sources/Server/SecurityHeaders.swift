import Crypto
import Editions
import Foundation
package import HTTPTypes
import Hypertext

/// The headers every answer carries, errors and redirects included (THREATS T7).
package enum SecurityHeaders {
  /// The policy of our pages: our own inlined sheets by their hashes, nothing from elsewhere.
  static let policy = policy(Stylesheet.texts)

  /// The policy of the reader's desk, which has a sheet of its own.
  static let deskPolicy = policy([Stylesheet.desk.text])

  private static func policy(_ texts: [String]) -> String {
    let sheets = texts.map { sheet in
      "'sha256-\(Data(SHA256.hash(data: Array(sheet.utf8))).base64EncodedString())'"
    }
    return [
      "default-src 'none'", "style-src \(sheets.joined(separator: " "))", "img-src 'self'",
      "script-src 'self'",
      "form-action 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'",
      "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  package static let all: HTTPFields = {
    var fields = HTTPFields()
    let pairs: [(String, String)] = [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
      ("Permissions-Policy", "interest-cohort=(), geolocation=(), camera=(), microphone=()"),
    ]
    for (name, value) in pairs {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return fields
  }()
}
