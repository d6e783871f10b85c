package import Hypertext

/// An account's choices, its password, and everything it can take along or leave behind.
package struct DeskSettingsPage: Sendable {
  package var frame: DeskFrame
  package var copiesTogether: Bool
  package var hasStories: Bool
  package var joinsSources: Bool
  /// Where the account keeps articles for later; nil for nowhere. No secret is shown again.
  package var bookmarks: Bookmarks?

  package struct Bookmarks: Sendable, Hashable {
    /// `linkding` or `wallabag`.
    package var kind: String
    package var address: String
    package var user: String
    package var client: String

    package init(kind: String, address: String, user: String, client: String) {
      self.kind = kind
      self.address = address
      self.user = user
      self.client = client
    }
  }

  package init(frame: DeskFrame, copiesTogether: Bool, hasStories: Bool, joinsSources: Bool) {
    self.frame = frame
    self.copiesTogether = copiesTogether
    self.hasStories = hasStories
    self.joinsSources = joinsSources
  }

  private var words: DeskWords { _read { yield frame.words } }

  package var html: HTML {
    frame.settingsPage(
      .settings, title: words.settings, intro: words.signedInAs(frame.account),
      parts: """
        <div class="forms">\(habits)\(password)\(later)</div>\
        <div class="sec"><h2>\(words.takeAlong)</h2></div>\
        <p class="two1"><a class="more" href="\(url: frame.path(.opml))">\(words.opmlOut)</a>\
        <a class="more" href="\(url: frame.path(.export))">\(words.exportLink)</a></p>\
        <div class="sec"><h2>\(words.signOut)</h2></div>\
        <form method="post" action="\(url: frame.path(.signOut))">\(frame.token)\
        <button>\(words.signOut)</button></form>\(removal)
        """)
  }

  private var habits: HTML {
    """
    <form class="form box" method="post" action="\(url: frame.path(.settings))">\(frame.token)\
    <h2>\(words.habits)</h2>\(check("copies", words.copiesTogether, copiesTogether))\
    \(check("stories", words.hasStories, hasStories))\
    \(check("sources", words.joinsSources, joinsSources))<button>\(words.save)</button></form>
    """
  }

  private func check(_ name: String, _ label: String, _ isOn: Bool) -> HTML {
    """
    <label class="ck"><input type="checkbox" name="\(name)" value="1"\
    \(attribute: "checked", isOn ? "" : nil)> \(label)</label>
    """
  }

  private var password: HTML {
    """
    <form class="form box" method="post" action="\(url: frame.path(.password))">\(frame.token)\
    <h2>\(words.passwordTitle)</h2>\
    <input type="hidden" name="name" value="\(frame.account)" autocomplete="username">\
    <label for="p1">\(words.oldPassword)</label>\
    <input id="p1" name="old" type="password" autocomplete="current-password" required>\
    <label for="p2">\(words.newPassword)</label>\
    <input id="p2" name="password" type="password" autocomplete="new-password" required minlength="10">\
    <p>\(words.passwordNote)</p><button>\(words.passwordTitle)</button></form>
    """
  }

  private var later: HTML {
    let kinds = [("", words.noBookmarks), ("linkding", "Linkding"), ("wallabag", "wallabag")]
    return """
      <form class="form box" method="post" action="\(url: frame.path(.settings))">\(frame.token)\
      <input type="hidden" name="bookmarks" value="1">\
      <h2>\(words.bookmarks)</h2><p>\(words.bookmarksNote)</p>\
      <label for="bk">\(words.bookmarksKind)</label><select id="bk" name="kind">\
      \(kinds, { "<option value=\"\($0.0)\"\(attribute: "selected", $0.0 == bookmarks?.kind ?? "" ? "" : nil)>\($0.1)</option>" })\
      </select>\(field("address", words.serverAddress, bookmarks?.address, type: "url"))\
      \(field("secret", words.bookmarksSecret, nil, type: "password"))\
      \(field("user", words.bookmarksUser, bookmarks?.user))\
      \(field("client", words.bookmarksClient, bookmarks?.client))\
      \(field("clientSecret", words.bookmarksClientSecret, nil, type: "password"))\
      <button>\(words.save)</button></form>
      """
  }

  private func field(_ name: String, _ label: String, _ value: String?, type: String = "text")
    -> HTML
  {
    """
    <label for="b\(name)">\(label)</label>\
    <input id="b\(name)" name="\(name)" type="\(type)" value="\(value ?? "")" autocomplete="off" \
    maxlength="500">
    """
  }

  private var removal: HTML {
    """
    <div class="sec"><h2>\(words.deleteTitle)</h2></div>\
    <details><summary>\(words.deleteTitle)</summary>\
    <form class="form box" method="post" action="\(url: frame.path(.removal))">\(frame.token)\
    <p>\(words.deleteNote)</p><label for="p3">\(words.password)</label>\
    <input id="p3" name="old" type="password" autocomplete="current-password" required>\
    <button>\(words.deleteButton)</button></form></details>
    """
  }
}

/// All accounts, for operators.
package struct DeskAccountsPage: Sendable {
  package struct Row: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var name: String
    package var isOperator: Bool
    /// Whether it is the account that looks at the page.
    package var isOwn: Bool

    package init(id: Int64, name: String, isOperator: Bool, isOwn: Bool) {
      self.id = id
      self.name = name
      self.isOperator = isOperator
      self.isOwn = isOwn
    }
  }

  package var frame: DeskFrame
  package var rows: [Row]
  /// A link that was just made.
  package var invitation: String?

  package init(frame: DeskFrame, rows: [Row], invitation: String? = nil) {
    self.frame = frame
    self.rows = rows
    self.invitation = invitation
  }

  private var words: DeskWords { _read { yield frame.words } }
  private var target: String { frame.path(.accounts) }

  package var html: HTML {
    frame.settingsPage(
      .accounts, title: words.accounts, intro: words.accountsIntro,
      parts: """
        \(invitation.map { link in
          "<section class=\"new\" aria-labelledby=\"iv\"><h2 id=\"iv\">\(words.invite)</h2><p>\(words.inviteLink)</p><p><code>\(link)</code></p></section>" as HTML
        })<ul class="subs">\(rows, row)</ul>\
        <form class="form box" method="post" action="\(url: target)">\(frame.token)\
        <h2>\(words.invite)</h2><button name="invite" value="1">\(words.inviteButton)</button></form>
        """)
  }

  private func row(_ row: Row) -> HTML {
    let rights = row.isOperator ? words.removeOperator : words.makeOperator
    let forms: HTML? =
      row.isOwn
      ? nil
      : """
      <form class="line" method="post" action="\(url: target)">\(frame.token)\
      <button class="lite" name="rights" value="\(row.id)" aria-label="\(row.name): \(rights)">\(rights)</button>\
      <button class="lite" name="remove" value="\(row.id)" aria-label="\(words.removeNamed(row.name))">\
      \(words.remove)</button></form>
      """
    return """
      <li><div>\(row.name)\(row.isOperator ? "<small>\(words.operatorMark)</small>" as HTML : nil)</div>\
      \(forms)</li>
      """
  }
}
