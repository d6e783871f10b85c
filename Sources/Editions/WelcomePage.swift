package import Hypertext

/// The front of an empty library: asks for an OPML file, an address or a starter pack.
package struct WelcomePage: Sendable {
  package var edition: Edition
  package var packs: [StarterPack]
  /// See `SourcesPage`.
  package var csrf: String?
  package var notice: FormNotice?
  /// Sources that are already being read, so that the first articles are on their way.
  package var pendingSources: Int

  package init(
    edition: Edition, packs: [StarterPack] = [], csrf: String? = nil, notice: FormNotice? = nil,
    pendingSources: Int = 0
  ) {
    self.edition = edition
    self.packs = packs
    self.csrf = csrf
    self.notice = notice
    self.pendingSources = pendingSources
  }

  package var html: HTML {
    let words = edition.wording.sources
    let pending: HTML? =
      pendingSources > 0
      ? "<p class=\"say1\" role=\"status\">\(words.welcomePending(pendingSources))</p>" : nil
    let forms: HTML? = csrf.map {
      SourceForms(edition: edition, csrf: $0, packs: packs).html
    }
    return edition.page(
      place: .front,
      head: PageHead(title: edition.title, summary: words.welcomeIntro, isIndexed: false),
      main: """
        <header class="head"><h1>\(words.welcome)</h1>\
        <p class="lede">\(words.welcomeIntro)</p></header>
        \(pending)\(SourceForms.notice(notice, words))
        \(forms)
        """)
  }
}
