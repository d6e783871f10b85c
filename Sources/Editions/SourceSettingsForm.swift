import Hypertext
package import Press

/// A source that is being edited: what is said of it, and what is sent along, without secrets.
package struct SourceSettings: Sendable, Hashable {
  package var source: Source
  /// "login maria, cookie"; empty where nothing is sent.
  package var access: String
  package var hosts: [String]

  package init(source: Source, access: String = "", hosts: [String] = []) {
    self.source = source
    self.access = access
    self.hosts = hosts
  }
}

/// The form that changes what is said of one source. It POSTs to `/sources` with `save` (the
/// source's address) and `title`, `category`, `rights`, `owner`, `ownerKind`, `content`, `removal`,
/// `login`, `password`, `cookie`, `agent`, `header`, `hosts`; secrets left empty stay as they are.
struct SourceSettingsForm {
  var edition: Edition
  var csrf: String
  var settings: SourceSettings

  private var sources: SourceWords { edition.wording.sources }
  private var words: HandlingWords { sources.handling }
  private var source: Source { settings.source }
  private var target: String { edition.path(.sources) }

  var html: HTML {
    """
    <section class="forms" aria-labelledby="set">\
    <form class="form box" method="post" action="\(url: target)">\(hidden("save"))\
    <h2 id="set">\(words.settings): \(source.title.visible ?? source.url)</h2><p>\(source.url)</p>\
    \(field("title", words.name, source.title))\(field("category", words.folder, source.category))\
    \(rights)\(field("owner", words.owner, source.owner))\(ownerKind)\
    \(field("content", words.content, source.selectors.content))\
    \(field("removal", words.removal, source.selectors.removal))<p>\(words.selectorHelp)</p>\
    \(access)<button>\(words.save)</button></form>\(settings.access.isEmpty ? nil : forgetting)\
    </section>

    """
  }

  private var access: HTML {
    """
    <p>\(words.accessHelp) \(settings.access.isEmpty ? "" : words.hasAccess(settings.access))</p>\
    \(field("login", words.login, nil))\(secret("password", words.password))\
    \(secret("cookie", words.cookie))\(field("agent", words.userAgent, nil))\
    \(secret("header", words.header))\
    \(field("hosts", words.hosts, settings.hosts.joined(separator: " ")))
    """
  }

  private var forgetting: HTML {
    """
    <form class="form box" method="post" action="\(url: target)">\(hidden("forget"))\
    <p>\(words.hasAccess(settings.access))</p>\
    <button class="lite">\(words.forgetAccess)</button></form>
    """
  }

  private func hidden(_ name: String) -> HTML {
    """
    <input type="hidden" name="csrf" value="\(csrf)">\
    <input type="hidden" name="\(name)" value="\(source.url)">
    """
  }

  private func field(_ name: String, _ label: String, _ value: String?) -> HTML {
    """
    <label for="s-\(name)">\(label)</label>\
    <input id="s-\(name)" name="\(name)" value="\(value ?? "")" autocomplete="off">
    """
  }

  private func secret(_ name: String, _ label: String) -> HTML {
    """
    <label for="s-\(name)">\(label)</label>\
    <input id="s-\(name)" name="\(name)" type="password" autocomplete="off">
    """
  }

  private var rights: HTML {
    let choices = Source.Rights.allCases.map { rights in
      let name =
        switch rights {
        case .full: sources.rightsFull
        case .excerpt: sources.rightsExcerpt
        case .headline: sources.rightsHeadline
        }
      return (rights.rawValue, name, rights == source.rights)
    }
    return choice("rights", words.rights, choices)
  }

  private var ownerKind: HTML {
    let none = [("", words.noOwnerKind, source.ownerKind == nil)]
    let kinds = Source.OwnerKind.allCases.map {
      ($0.rawValue, words.ownerKinds($0), $0 == source.ownerKind)
    }
    return choice("ownerKind", words.ownerKind, none + kinds)
  }

  private func choice(
    _ name: String, _ label: String, _ choices: [(value: String, name: String, isChosen: Bool)]
  ) -> HTML {
    """
    <label for="s-\(name)">\(label)</label><select id="s-\(name)" name="\(name)">\
    \(choices, { option($0.value, $0.name, $0.isChosen) })</select>
    """
  }

  private func option(_ value: String, _ name: String, _ isChosen: Bool) -> HTML {
    isChosen
      ? "<option value=\"\(value)\" selected>\(name)</option>"
      : "<option value=\"\(value)\">\(name)</option>"
  }
}
