import Editions
import HTTPTypes
import Hypertext
import Storage

/// Password, removal, and the accounts of others for operators.
enum DeskAccounts {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.post, "/desk/password", .desk, changePassword),
    ReaderRoute(.post, "/desk/removal", .desk, remove),
    ReaderRoute(.get, "/desk/accounts", .desk, .operatorOnly) { .page(try accounts($0).html) },
    ReaderRoute(.post, "/desk/accounts", .desk, .operatorOnly, changeAccounts),
  ]

  private static let invitationSpan: Int64 = 7 * 86_400

  /// Whether the old password was given: whoever finds a browser open cannot take the account.
  private static func hasPassword(_ visit: ReaderVisit) async throws -> Bool {
    let account = try visit.owner()
    let found = try await SignIn(house: visit.house).byPassword(
      name: account.name, password: visit.form["old"] ?? "", from: visit.address, at: visit.now)
    return found?.id == account.id
  }

  private static func changePassword(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let words = visit.language.deskWording
    guard try await hasPassword(visit) else {
      return .page(
        try DeskSettings.settings(visit, .failed(words.wrong)).html, status: .unprocessableContent)
    }
    let password = visit.form["password"] ?? ""
    if let objection = PasswordHash.objection(to: password) {
      let reason = objection == .tooPlain ? words.passwordPlain : words.passwordShort
      return .page(
        try DeskSettings.settings(visit, .failed(reason)).html, status: .unprocessableContent)
    }
    try visit.library.setPassword(
      try await visit.house.passwords.hash(password).text, of: try visit.owner().id,
      keeping: visit.session?.hash)
    return .page(try DeskSettings.settings(visit, .done(words.passwordChanged)).html)
  }

  private static func remove(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    guard try await hasPassword(visit) else {
      return .page(
        try DeskSettings.settings(visit, .failed(visit.language.deskWording.wrong)).html,
        status: .unprocessableContent)
    }
    _ = try visit.library.removeAccount(try visit.owner().id)
    return ReaderAnswer.seeOther(Address(.front, in: visit.language).path)
      .with("Set-Cookie", visit.cookie(Credentials.cookie, "", lives: 0))
  }

  private static func accounts(_ visit: ReaderVisit, invitation: String? = nil) throws
    -> DeskAccountsPage
  {
    let own = try visit.owner().id
    return DeskAccountsPage(
      frame: try visit.frame(),
      rows: try visit.library.accounts().map {
        DeskAccountsPage.Row(
          id: $0.id, name: $0.name, isOperator: $0.isOperator, isOwn: $0.id == own)
      }, invitation: invitation)
  }

  private static func changeAccounts(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let library = visit.library
    let own = try visit.owner().id
    if visit.field("invite") != nil {
      let secret = Secret()
      try library.addInvitation(
        secret.hash, isOperator: false, expiresAt: visit.now + invitationSpan)
      let path = DeskAddress(.welcome(token: secret.text), in: visit.language).path
      return .page(try accounts(visit, invitation: visit.base + path).html)
    }
    if let id = visit.fieldNumber("rights"), id != own, let other = try library.account(id) {
      try library.setOperator(!other.isOperator, of: id)
    } else if let id = visit.fieldNumber("remove"), id != own {
      guard try library.removeAccount(id) else { throw ReaderError.notFound }
    } else {
      throw ReaderError.badRequest("The form says nothing.")
    }
    return .page(try accounts(visit).html)
  }
}
