import Hypertext
import Press

/// The forms that bring sources in; each POSTs to `/sources` with the session's
/// token and one field that says what to do: `url`, `opml` (a file), `pack` or `remove`.
struct SourceForms {
  var edition: Edition
  var csrf: String
  var packs: [StarterPack]
  /// Whether the forms stand in a part of the page that has a heading already.
  var isBelowHeading = false

  private var words: SourceWords { edition.wording.sources }
  private var target: String { edition.path(.sources) }

  var html: HTML {
    """
    <div class="forms">\(add)\(opml)\(packs.isEmpty ? nil : choice)</div>
    """
  }

  private func heading(_ text: String) -> HTML {
    isBelowHeading ? "<h3>\(text)</h3>" : "<h2>\(text)</h2>"
  }

  private var token: HTML {
    """
    <input type="hidden" name="csrf" value="\(csrf)">
    """
  }

  private var add: HTML {
    """
    <form class="form box" method="post" action="\(url: target)">\(token)\
    \(heading(words.addTitle))\
    <label for="u">\(words.addLabel)</label>\
    <input id="u" name="url" type="url" required placeholder="https://" autocomplete="url">\
    <p>\(words.addHelp)</p><button>\(words.addButton)</button></form>

    """
  }

  private var opml: HTML {
    """
    <form class="form box" method="post" enctype="multipart/form-data" action="\(url: target)">\
    \(token)\(heading(words.opmlTitle))\
    <label for="o">\(words.opmlLabel)</label>\
    <input id="o" name="opml" type="file" required accept=".opml,.xml,text/xml,application/xml">\
    <p>\(words.opmlHelp)</p><button>\(words.opmlButton)</button></form>

    """
  }

  private var choice: HTML {
    """
    <section class="form box">\(heading(words.packTitle))\
    <p>\(words.packHelp)</p><ul class="packs">\(packs.prefix(24), pack)</ul></section>

    """
  }

  private func pack(_ pack: StarterPack) -> HTML {
    """
    <li><form class="form" method="post" action="\(url: target)">\(token)\
    <input type="hidden" name="pack" value="\(pack.name)">\
    <strong>\(pack.title)</strong>\
    <p>\(pack.summary.isEmpty ? nil : "\(pack.summary) " as HTML)\
    \(edition.wording.counts.sources(pack.sourceCount))</p>\
    <button>\(words.packButton(pack.title))</button></form></li>
    """
  }

  /// The forms that open a source's settings and take it out of the list.
  func changes(of row: SourceRow, name: String) -> HTML {
    """
    <div><form method="post" action="\(url: target)">\(token)\
    <input type="hidden" name="edit" value="\(row.source.url)">\
    <button class="lite" aria-label="\(words.handling.settings): \(name)">\
    \(words.handling.settings)</button></form>\
    <form method="post" action="\(url: target)">\(token)\
    <input type="hidden" name="remove" value="\(row.source.url)">\
    <button class="lite" aria-label="\(words.remove(name))">\(words.removeShort)</button></form></div>
    """
  }

  /// What became of the last form.
  static func notice(_ notice: FormNotice?, _ words: SourceWords) -> HTML? {
    switch notice {
    case .added(let count): "<p class=\"say1\" role=\"status\">\(words.added(count))</p>"
    case .removed: "<p class=\"say1\" role=\"status\">\(words.removed)</p>"
    case .saved: "<p class=\"say1\" role=\"status\">\(words.handling.saved)</p>"
    case .failed(let fault):
      "<p class=\"say1\" role=\"alert\"><b>\(words.failed)</b> \(words.handling.fault(fault))</p>"
    case nil: nil
    }
  }
}
