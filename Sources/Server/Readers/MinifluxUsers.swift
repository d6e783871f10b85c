import Foundation
import HTTPTypes
import Storage

/// Accounts and keys in Miniflux's interface.
enum MinifluxUsers {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/v1/users", .miniflux, .operatorOnly) { visit in
      .json(.array(try visit.library.accounts().map(Miniflux.user)))
    },
    ReaderRoute(.post, "/v1/users", .miniflux, .operatorOnly, add),
    ReaderRoute(.get, "/v1/users/{user}", .miniflux) { .json(Miniflux.user(try user($0))) },
    ReaderRoute(.put, "/v1/users/{user}", .miniflux, change),
    ReaderRoute(.delete, "/v1/users/{user}", .miniflux, .operatorOnly, remove),
    ReaderRoute(.put, "/v1/users/{user}/mark-all-as-read", .miniflux, markAll),
    ReaderRoute(.get, "/v1/api-keys", .miniflux, keys),
    ReaderRoute(.post, "/v1/api-keys", .miniflux, addKey),
    ReaderRoute(.delete, "/v1/api-keys/{key}", .miniflux, removeKey),
  ]

  private struct Wish: Decodable {
    var username: String?
    var password: String?
    var isAdmin: Bool?

    enum CodingKeys: String, CodingKey {
      case username, password
      case isAdmin = "is_admin"
    }
  }

  /// The account a path names: one's own, or for operators any.
  private static func user(_ visit: ReaderVisit) throws -> Account {
    let owner = try visit.owner()
    let name = visit.values["user"] ?? ""
    if name == String(owner.id) || name == owner.name { return owner }
    guard owner.isOperator else { throw ReaderError.forbidden }
    guard
      let found = try visit.library.accounts().first(where: {
        String($0.id) == name || $0.name == name
      })
    else { throw ReaderError.notFound }
    return found
  }

  private static func add(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let wish = try visit.json(Wish.self)
    guard let name = wish.username.flatMap(AccountName.init), let password = wish.password else {
      throw ReaderError.badRequest("Give a name of 1 to 64 characters and a password.")
    }
    if let objection = PasswordHash.objection(to: password) {
      throw ReaderError.badRequest(objection.description)
    }
    let hash = try PasswordHash(of: password)
    guard
      let account = try visit.library.addAccount(
        name: name.text, password: hash.text, isOperator: wish.isAdmin ?? false, at: visit.now)
    else { throw ReaderError.badRequest("The name is taken.") }
    return .json(Miniflux.user(account), status: .created)
  }

  /// Passwords and rights; names stay. One's own password is changed at the desk, where the old one
  /// is asked for.
  private static func change(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let owner = try visit.owner()
    var account = try user(visit)
    let wish = try visit.json(Wish.self)
    if let password = wish.password {
      guard owner.isOperator, owner.id != account.id else { throw ReaderError.forbidden }
      if let objection = PasswordHash.objection(to: password) {
        throw ReaderError.badRequest(objection.description)
      }
      try visit.library.setPassword(try PasswordHash(of: password).text, of: account.id)
    }
    if let isAdmin = wish.isAdmin, isAdmin != account.isOperator {
      guard owner.isOperator, owner.id != account.id else { throw ReaderError.forbidden }
      try visit.library.setOperator(isAdmin, of: account.id)
      account.isOperator = isAdmin
    }
    return .json(Miniflux.user(account), status: .created)
  }

  private static func remove(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try user(visit)
    guard account.id != (try visit.owner().id) else { throw ReaderError.forbidden }
    _ = try visit.library.removeAccount(account.id)
    return .nothing
  }

  private static func markAll(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    guard try user(visit).id == account.id else { throw ReaderError.forbidden }
    _ = try visit.library.readAll(.everything, of: account.id, until: visit.now, at: visit.now)
    return .nothing
  }

  // MARK: Keys

  private static func keys(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    return .json(
      .array(
        try visit.library.devices(of: account.id).map { device in
          [
            "id": .int(device.id), "user_id": .int(account.id),
            "description": .string(device.name), "token": "",
            "last_used_at": device.usedAt.map(Miniflux.time) ?? .null,
            "created_at": Miniflux.time(device.createdAt),
          ]
        }))
  }

  private struct KeyWish: Decodable {
    var description: String
  }

  private static func addKey(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    let wish = try visit.json(KeyWish.self)
    let secret = Secret()
    let id = try visit.library.addDevice(
      secret.hash, fever: nil, of: account.id, name: String(wish.description.prefix(80)),
      at: visit.now)
    return .json(
      [
        "id": .int(id), "user_id": .int(account.id), "description": .string(wish.description),
        "token": .string(secret.text), "last_used_at": .null,
        "created_at": Miniflux.time(visit.now),
      ], status: .created)
  }

  private static func removeKey(_ visit: ReaderVisit) throws -> ReaderAnswer {
    guard
      try visit.library.removeDevice(try visit.number("key"), of: try visit.owner().id)
    else { throw ReaderError.notFound }
    return .nothing
  }
}

/// A name fit for an account: 1 to 64 characters, no colon (it would end the name in a sign-in) and
/// no controls.
package struct AccountName: Sendable, Hashable {
  package let text: String

  package init?(_ entered: String) {
    let name = entered.trimmed
    guard (1...64).contains(name.count), name.utf8.count <= 200,
      !name.unicodeScalars.contains(where: {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == ":" || $0 == "/"
          || $0.properties.generalCategory == .format
      })
    else { return nil }
    text = name
  }
}
