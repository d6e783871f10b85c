import Foundation
import GRDB
package import Press

/// What a source's server wants to see of us: for one's own subscription. It is sent to the hosts
/// named and to no other, and never shown or exported.
package struct SourceAccess: Sendable, Hashable, Codable {
  package struct Header: Sendable, Hashable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }

    /// A header as people write it, `Name: value`; nil where it is none.
    package init?(line: String) {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
      let name = line[..<colon].drop(while: isSpace)
      let value = line[line.index(after: colon)...].drop(while: isSpace)
      let isName = name.utf8.allSatisfy { byte in
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
      guard isName, !name.isEmpty, !value.isEmpty,
        value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
      else { return nil }
      self.init(name: String(name), value: String(value))
    }
  }

  package var login: String?
  package var password: String?
  package var cookie: String?
  package var userAgent: String?
  package var headers: [Header]
  /// Hosts beside the source's own to which all this is sent: where its pages lie.
  package var hosts: [String]

  package init(
    login: String? = nil, password: String? = nil, cookie: String? = nil,
    userAgent: String? = nil, headers: [Header] = [], hosts: [String] = []
  ) {
    self.login = login
    self.password = password
    self.cookie = cookie
    self.userAgent = userAgent
    self.headers = headers
    self.hosts = hosts
  }

  package var isEmpty: Bool {
    login == nil && password == nil && cookie == nil && userAgent == nil && headers.isEmpty
  }

  /// What it holds, without any secret.
  package var summary: [String] {
    var parts: [String] = []
    if let login { parts.append("login \(login)") }
    if cookie != nil { parts.append("cookie") }
    if userAgent != nil { parts.append("user agent") }
    parts += headers.map { "header \($0.name)" }
    return parts
  }
}

extension Library {
  /// What is sent to a source's server; nil where nothing was said.
  package func access(of source: Source.ID) throws(LibraryError) -> SourceAccess? {
    let text = try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT access FROM sourceAccess WHERE source = ?"),
        arguments: [source])
    }
    return text.flatMap { try? JSONDecoder().decode(SourceAccess.self, from: Data($0.utf8)) }
  }

  /// Writes down what is sent to a source's server; an empty one takes it out.
  package func set(_ access: SourceAccess, of source: Source.ID) throws(LibraryError) {
    try write { db in
      if access.isEmpty {
        try db.run(sql: "DELETE FROM sourceAccess WHERE source = ?", arguments: [source])
        return
      }
      let text = String(decoding: try JSONEncoder().encode(access), as: UTF8.self)
      try db.run(
        sql: """
          INSERT INTO sourceAccess VALUES (?, ?)
          ON CONFLICT DO UPDATE SET access = excluded.access
          """, arguments: [source, text])
    }
  }
}
