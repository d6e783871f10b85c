import Editions
import HTTPTypes
import Hummingbird
import Hypertext
import Storage

/// Signing in and out, and making an account by a link that works once.
enum DeskEntrance {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/signin", .desk, .anyone) { visit in
      if visit.account != nil { return .seeOther(next(visit)) }
      return form(visit, .signIn(next: visit.query["next"]))
    },
    ReaderRoute(.post, "/signin", .desk, .anyone, signIn),
    ReaderRoute(.post, "/signout", .desk, signOut),
    ReaderRoute(.get, "/welcome/{token}", .desk, .anyone) { visit in
      let token = visit.values["token"] ?? ""
      let isGood = try visit.library.invitation(Secret(token).hash, at: visit.now) != nil
      return form(visit, isGood ? .welcome(token: token) : .gone, status: isGood ? .ok : .gone)
    },
    ReaderRoute(.post, "/welcome/{token}", .desk, .anyone, welcome),
  ]

  private static func form(
    _ visit: ReaderVisit, _ kind: SignInPage.Kind, problem: SignInPage.Problem? = nil,
    status: HTTPResponse.Status = .ok
  ) -> ReaderAnswer {
    let known = FormGuard.secret(of: visit.request)
    let secret = known ?? Secret()
    let page = SignInPage(
      edition: visit.edition, kind: kind, csrf: secret.formToken,
      name: problem == nil ? "" : visit.field("name") ?? "", problem: problem)
    let answer = ReaderAnswer.page(page.html, status: status)
    guard known == nil else { return answer }
    return answer.with("Set-Cookie", visit.cookie(FormGuard.cookie, secret.text, lives: 86_400))
  }

  /// Where a reader wanted to go; never off this site.
  private static func next(_ visit: ReaderVisit) -> String {
    let wanted = visit.query["next"] ?? ""
    return DeskAddress.isOurs(wanted)
      ? wanted : DeskAddress(.list(.unread), in: visit.language).path
  }

  private static func signIn(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let kind = SignInPage.Kind.signIn(next: visit.query["next"])
    let account: Account?
    do {
      account = try await SignIn(house: visit.house).byPassword(
        name: visit.field("name") ?? "", password: visit.form["password"] ?? "",
        from: visit.address, at: visit.now)
    } catch ReaderError.barred(let seconds) {
      return form(
        visit, kind, problem: .barred(Int((seconds + 59) / 60)), status: .tooManyRequests
      ).with("Retry-After", String(seconds))
    } catch ReaderError.busy {
      return form(visit, kind, problem: .busy, status: .serviceUnavailable)
    }
    guard let account else { return form(visit, kind, problem: .wrong, status: .unauthorized) }
    return try welcome(account, visit, to: next(visit))
  }

  /// A new session, whatever the browser brought along.
  private static func welcome(_ account: Account, _ visit: ReaderVisit, to path: String) throws
    -> ReaderAnswer
  {
    if let old = Credentials.cookie(named: Credentials.cookie, in: visit.request) {
      try visit.library.removeSession(Secret(old).hash)
    }
    let secret = Secret()
    let agent = visit.request.headers[.userAgent] ?? ""
    try visit.library.addSession(
      secret.hash, of: account.id, agent: String(agent.prefix(200)), at: visit.now)
    return ReaderAnswer.seeOther(path)
      .with("Set-Cookie", visit.cookie(Credentials.cookie, secret.text, lives: 60 * 86_400))
      .with("Set-Cookie", visit.cookie(FormGuard.cookie, "", lives: 0))
  }

  private static func signOut(_ visit: ReaderVisit) throws -> ReaderAnswer {
    if let session = visit.session { try visit.library.removeSession(session.hash) }
    return ReaderAnswer.seeOther(DeskAddress(.signIn(next: nil), in: visit.language).path)
      .with("Set-Cookie", visit.cookie(Credentials.cookie, "", lives: 0))
      .with("Clear-Site-Data", "\"cache\", \"storage\"")
  }

  private static func welcome(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let token = visit.values["token"] ?? ""
    let hash = Secret(token).hash
    guard try visit.library.invitation(hash, at: visit.now) != nil else {
      return form(visit, .gone, status: .gone)
    }
    let kind = SignInPage.Kind.welcome(token: token)
    guard let name = AccountName(visit.form["name"] ?? "") else {
      return form(visit, kind, problem: .nameTaken, status: .unprocessableContent)
    }
    let password = visit.form["password"] ?? ""
    if let objection = PasswordHash.objection(to: password) {
      return form(
        visit, kind, problem: objection == .tooPlain ? .passwordPlain : .passwordShort,
        status: .unprocessableContent)
    }
    let kept = try await visit.house.passwords.hash(password)
    guard
      let account = try visit.library.takeInvitation(
        hash, name: name.text, password: kept.text, at: visit.now)
    else { return form(visit, kind, problem: .nameTaken, status: .unprocessableContent) }
    return try welcome(
      account, visit, to: DeskAddress(.list(.unread), in: visit.language).path)
  }
}
