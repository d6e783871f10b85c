package import Hypertext
package import Press

/// What an account reads: sources, folders, OPML in and out.
package struct DeskSubscriptionsPage: Sendable {
  /// A source with the trouble it has, if any.
  package struct Row: Sendable, Hashable, Identifiable {
    package var id: Int64
    package var title: String
    package var address: String
    package var outlet: Outlet.ID?
    package var trouble: String?

    package init(
      id: Int64, title: String, address: String, outlet: Outlet.ID?, trouble: String? = nil
    ) {
      self.id = id
      self.title = title
      self.address = address
      self.outlet = outlet
      self.trouble = trouble
    }
  }

  package var frame: DeskFrame
  package var folders: [(id: Int64, title: String, rows: [Row])]
  package var outlets: [Outlet]

  package init(
    frame: DeskFrame, folders: [(id: Int64, title: String, rows: [Row])], outlets: [Outlet]
  ) {
    self.frame = frame
    self.folders = folders
    self.outlets = outlets
  }

  private var words: DeskWords { _read { yield frame.words } }
  private var target: String { frame.path(.subscriptions) }

  package var html: HTML {
    let marks = Marks(frame.edition, outlets: outlets)
    return frame.settingsPage(
      .subscriptions, title: words.subscriptions, intro: words.subscriptionsIntro,
      parts: """
        <datalist id="fs">\(folders, { "<option value=\"\($0.title)\"></option>" })</datalist>\
        <div class="forms">\(adding)\(reading)</div>\(folders, { folder($0, marks) })
        """)
  }

  private var adding: HTML {
    """
    <form class="form box" method="post" action="\(url: target)">\(frame.token)\
    <h2>\(words.addSource)</h2><label for="u">\(words.addressLabel)</label>\
    <input id="u" name="address" type="url" required placeholder="https://" autocomplete="url">\
    <label for="f">\(words.folderLabel)</label>\
    <input id="f" name="folder" list="fs" maxlength="100">\
    <button>\(words.subscribe)</button></form>
    """
  }

  private var reading: HTML {
    """
    <form class="form box" method="post" enctype="multipart/form-data" action="\(url: target)">\
    \(frame.token)<h2>\(words.opmlIn)</h2><label for="o">\(words.opmlFile)</label>\
    <input id="o" name="opml" type="file" required accept=".opml,.xml,.json,text/xml,application/xml,application/json">\
    <p>\(words.movingHelp)</p><button>\(words.opmlIn)</button>\
    <p><a class="more" href="\(url: frame.path(.opml))">\(words.opmlOut)</a></p></form>
    """
  }

  private func folder(_ folder: (id: Int64, title: String, rows: [Row]), _ marks: Marks) -> HTML {
    """
    <section><div class="sec"><h2>\(folder.title)</h2><details class="ed"><summary>\(words.change)</summary>\
    <form class="line" method="post" action="\(url: target)">\(frame.token)\
    <label class="vh" for="g\(folder.id)">\(words.titleLabel)</label>\
    <input id="g\(folder.id)" name="title" value="\(folder.title)" required maxlength="100">\
    <button class="lite" name="rename" value="\(folder.id)">\(words.rename)</button>\
    <button class="lite" name="dissolve" value="\(folder.id)">\(words.removeFolder)</button></form></details></div>\
    <ul class="subs">\(folder.rows, { row($0, in: folder.title, marks) })</ul></section>

    """
  }

  private func row(_ row: Row, in folder: String, _ marks: Marks) -> HTML {
    """
    <li><div><span class="q \(marks.palette[row.outlet ?? ""])">\(row.title)</span>\
    <small>\(row.address)</small>\
    \(row.trouble.map { "<small class=\"no\">\($0.shortened(to: 200))</small>" as HTML })</div>\
    <details class="ed"><summary aria-label="\(words.changeOf(row.title))">\(words.change)</summary>\
    <form class="line" method="post" action="\(url: target)">\(frame.token)\
    <label for="t\(row.id)">\(words.titleLabel)</label>\
    <input id="t\(row.id)" name="title" value="\(row.title)" required maxlength="200">\
    <label for="d\(row.id)">\(words.folderLabel)</label>\
    <input id="d\(row.id)" name="folder" list="fs" value="\(folder)" required maxlength="100">\
    <button class="lite" name="change" value="\(row.id)">\(words.save)</button>\
    <button class="lite" name="unsubscribe" value="\(row.id)" aria-label="\(words.unsubscribeFrom(row.title))">\
    \(words.unsubscribe)</button></form></details></li>

    """
  }
}
