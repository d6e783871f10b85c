package import Hypertext

/// The page on which readers sign in, or make their account by a link that works once.
package struct SignInPage: Sendable {
  package enum Problem: Sendable, Hashable {
    case wrong, busy, expired
    /// Minutes until the next try.
    case barred(Int)
    case nameTaken, passwordShort, passwordPlain
  }
  package enum Kind: Sendable, Hashable {
    case signIn(next: String?)
    case welcome(token: String)
    /// A link that is no longer good.
    case gone
  }

  package var edition: Edition
  package var kind: Kind
  package var csrf: String
  package var name: String
  package var problem: Problem?

  package init(
    edition: Edition, kind: Kind, csrf: String, name: String = "", problem: Problem? = nil
  ) {
    self.edition = edition
    self.kind = kind
    self.csrf = csrf
    self.name = name
    self.problem = problem
  }

  private var words: DeskWords { _read { yield edition.language.deskWording } }

  package var html: HTML {
    edition.page(
      place: nil, head: PageHead(title: title, isIndexed: false),
      main: """
        <div class="one1"><h1>\(title)</h1><p class="lede">\(intro)</p>\
        \(said.map { "<p class=\"say1\" role=\"alert\">\($0)</p>" as HTML })\
        \(kind == .gone ? nil : form)</div>
        """, dress: DeskFrame.dress(place, edition))
  }

  private var place: DeskAddress.Place {
    switch kind {
    case .signIn(let next): .signIn(next: next)
    case .welcome(let token): .welcome(token: token)
    case .gone: .signIn(next: nil)
    }
  }

  private var title: String {
    switch kind {
    case .signIn: words.signIn
    case .welcome, .gone: words.welcome
    }
  }

  private var intro: String {
    switch kind {
    case .signIn: words.signInIntro
    case .welcome: words.welcomeIntro
    case .gone: words.welcomeGone
    }
  }

  private var said: String? {
    switch problem {
    case .wrong: words.wrong
    case .busy: words.busy
    case .expired: words.expired
    case .barred(let minutes): words.barred(minutes)
    case .nameTaken: words.nameTaken
    case .passwordShort: words.passwordShort
    case .passwordPlain: words.passwordPlain
    case nil: nil
    }
  }

  private var form: HTML {
    var isNew = false
    if case .welcome = kind { isNew = true }
    return """
      <form class="form box" method="post" action="\(url: edition.path(place))">\
      <input type="hidden" name="csrf" value="\(csrf)">\
      <label for="n">\(words.name)</label>\
      <input id="n" name="name" value="\(name)" autocomplete="username" autocapitalize="none" \
      spellcheck="false" maxlength="64" required>\
      <label for="w">\(isNew ? words.newPassword : words.password)</label>\
      <input id="w" name="password" type="password" \
      autocomplete="\(isNew ? "new-password" : "current-password")" required>\
      <button>\(isNew ? words.makeAccount : words.signIn)</button></form>
      """
  }
}
