package import Hypertext
import Press

/// Apps with their passwords, and browsers that are signed in.
package struct DeskDevicesPage: Sendable {
  package struct Entry: Sendable, Hashable, Identifiable {
    package var id: String
    package var name: String
    package var usedAt: Int64?
    package var isThis: Bool

    package init(id: String, name: String, usedAt: Int64?, isThis: Bool = false) {
      self.id = id
      self.name = name
      self.usedAt = usedAt
      self.isThis = isThis
    }
  }

  package var frame: DeskFrame
  package var devices: [Entry]
  package var browsers: [Entry]
  /// The secret of a device that was just made: shown once.
  package var secret: String?
  package var isFever: Bool
  /// Our own address.
  package var base: String

  package init(
    frame: DeskFrame, devices: [Entry], browsers: [Entry], secret: String? = nil,
    isFever: Bool = false, base: String = ""
  ) {
    self.frame = frame
    self.devices = devices
    self.browsers = browsers
    self.secret = secret
    self.isFever = isFever
    self.base = base
  }

  private var words: DeskWords { _read { yield frame.words } }
  private var target: String { frame.path(.devices) }

  package var html: HTML {
    frame.settingsPage(
      .devices, title: words.devices, intro: words.devicesIntro,
      parts: """
        \(secret.map(shown))<ul class="subs">\(devices, device)</ul>\
        \(devices.isEmpty ? "<p class=\"meta\">\(words.noDevices)</p>" as HTML : nil)\(form)\
        <div class="sec"><h2>\(words.browsers)</h2></div><ul class="subs">\(browsers, browser)</ul>\
        \(browsers.count > 1 ? others : nil)
        """)
  }

  private func shown(_ secret: String) -> HTML {
    let fever: HTML? =
      isFever ? "<dt>\(words.feverAddress)</dt><dd><code>\(base)/fever/</code></dd>" : nil
    return """
      <section class="new" aria-labelledby="sc"><h2 id="sc">\(words.deviceSecret)</h2>\
      <p>\(words.deviceOnce)</p><dl class="cred">\
      <dt>\(words.serverAddress)</dt><dd><code>\(base)</code></dd>\(fever)\
      <dt>\(words.accountName)</dt><dd><code>\(frame.account)</code></dd>\
      <dt>\(words.password)</dt><dd><code>\(secret)</code></dd></dl>\
      <p class="meta">\(words.appsHelp)</p></section>
      """
  }

  private func used(_ at: Int64?) -> String {
    at.map { words.used(frame.edition.dates.middle(PressDate(instant: $0))) } ?? words.neverUsed
  }

  private func device(_ entry: Entry) -> HTML {
    """
    <li><div>\(entry.name)<small>\(used(entry.usedAt))</small></div>\
    <form method="post" action="\(url: target)">\(frame.token)\
    <button class="lite" name="revoke" value="\(entry.id)" aria-label="\(words.revokeNamed(entry.name))">\
    \(words.revoke)</button></form></li>
    """
  }

  private func browser(_ entry: Entry) -> HTML {
    """
    <li><div>\(entry.name.shortened(to: 120))\
    <small>\(entry.isThis ? words.thisBrowser : used(entry.usedAt))</small></div></li>
    """
  }

  private var form: HTML {
    """
    <form class="form box" method="post" action="\(url: target)">\(frame.token)\
    <h2>\(words.addDevice)</h2><label for="dn">\(words.deviceName)</label>\
    <input id="dn" name="name" required maxlength="80">\
    <label class="ck"><input type="checkbox" name="fever" value="1"> \(words.deviceFever)</label>\
    <button>\(words.addDevice)</button></form>
    """
  }

  private var others: HTML {
    """
    <form method="post" action="\(url: target)">\(frame.token)\
    <button class="lite" name="others" value="1">\(words.endOthers)</button></form>
    """
  }
}
