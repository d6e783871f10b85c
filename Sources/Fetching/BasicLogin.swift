import Foundation

/// The basic scheme of HTTP (RFC 7617).
package enum BasicLogin {
  /// The value of `Authorization` for a name and a password.
  package static func header(_ name: String, _ password: String) -> String {
    "Basic " + Data("\(name):\(password)".utf8).base64EncodedString()
  }
}
