import Newsroom
import Press
import Storage

/// What was entered into the form with a source's settings.
struct SourceSettingsEntry: Sendable {
  let form: FormData

  /// Writes the settings down; what is secret and was left empty stays as it is.
  func keep(for url: Source.ID, in library: Library) throws {
    guard var source = try library.source(url: url)?.source else {
      throw SourceFault(.nothingFound, url)
    }
    source.title = form.text("title") ?? source.title
    source.category = form.text("category")
    source.rights = form.text("rights").flatMap(Source.Rights.init) ?? source.rights
    source.owner = form.text("owner")
    source.ownerKind = form.text("ownerKind").flatMap(Source.OwnerKind.init)
    source.selectors = Source.Selectors(
      content: try selector("content"), removal: try selector("removal"))
    let access = try access(before: library.access(of: source.url) ?? SourceAccess())
    _ = try library.edit(source)
    try library.set(access, of: source.url)
  }

  private func selector(_ name: String) throws(SourceFault) -> String {
    guard let text = form.text(name) else { return "" }
    guard Selector(text) != nil else { throw SourceFault(.badSelector, text) }
    return text
  }

  private func access(before: SourceAccess) throws(SourceFault) -> SourceAccess {
    var access = before
    if let login = form.text("login") { access.login = login }
    if let password = form.text("password") { access.password = password }
    if let cookie = form.text("cookie") { access.cookie = cookie }
    if let agent = form.text("agent") { access.userAgent = agent }
    if let line = form.text("header") {
      guard let header = SourceAccess.Header(line: line) else {
        throw SourceFault(.badHeader)
      }
      access.headers.removeAll { $0.name.lowercased() == header.name.lowercased() }
      access.headers.append(header)
    }
    if let hosts = form.text("hosts") {
      access.hosts = hosts.lowercased().split { ", \t\n".contains($0) }.map(String.init)
    } else {
      access.hosts = []
    }
    return access
  }
}
