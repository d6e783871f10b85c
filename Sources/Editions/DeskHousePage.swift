package import Hypertext
package import Press

/// For operators: how large the library is, what is read next, what fails.
package struct DeskHousePage: Sendable {
  /// A source in the queue.
  package struct Turn: Sendable, Hashable {
    package var title: String
    package var outlet: Outlet.ID
    /// When it is asked again, seconds since 1970.
    package var at: Int64
    /// Checks that failed since the last success.
    package var failures: Int
    package var fault: SourceFault?

    package init(
      title: String, outlet: Outlet.ID, at: Int64, failures: Int, fault: SourceFault?
    ) {
      self.title = title
      self.outlet = outlet
      self.at = at
      self.failures = failures
      self.fault = fault
    }
  }

  /// An address that is called when there is news.
  package struct Call: Sendable, Hashable {
    package var topic: String
    package var address: String
    package var failures: Int

    package init(topic: String, address: String, failures: Int) {
      self.topic = topic
      self.address = address
      self.failures = failures
    }
  }

  package var frame: DeskFrame
  package var figures: [(name: String, value: Int)]
  /// Those that are due first.
  package var queue: [Turn]
  package var failing: [Turn]
  package var calls: [Call]

  package init(
    frame: DeskFrame, figures: [(name: String, value: Int)], queue: [Turn], failing: [Turn],
    calls: [Call]
  ) {
    self.frame = frame
    self.figures = figures
    self.queue = queue
    self.failing = failing
    self.calls = calls
  }

  private var words: DeskWords { _read { yield frame.words } }

  package var html: HTML {
    frame.settingsPage(
      .house, title: words.house, intro: words.houseIntro,
      parts: """
        <ul class="subs">\(figures, { "<li><div>\(frame.edition.numbers.grouped($0.value))<small>\($0.name)</small></div></li>" })</ul>
        \(part(words.houseFailing, failing, { failed($0) }))\
        \(part(words.houseQueue, queue, { turn($0) }))\
        \(part(words.houseCalls, calls, { call($0) }))
        """)
  }

  private func part<Item>(_ title: String, _ items: [Item], _ row: (Item) -> HTML) -> HTML? {
    guard !items.isEmpty else { return nil }
    return "<h2>\(title)</h2>\n<ul class=\"subs\">\(items, row)</ul>"
  }

  private func turn(_ turn: Turn) -> HTML {
    let edition = frame.edition
    let when =
      turn.at <= edition.now
      ? words.houseDue : edition.dates.full(PressDate(instant: turn.at))
    return "<li><div>\(name(turn))<small>\(when)</small></div></li>"
  }

  private func failed(_ turn: Turn) -> HTML {
    let fault = turn.fault.map {
      frame.edition.wording.sources.handling.fault($0).shortened(to: 300)
    }
    return """
      <li><div>\(name(turn))<small>\(words.houseFailures(turn.failures))\
      \(fault.map { ": \($0)" as HTML })</small></div></li>
      """
  }

  private func name(_ turn: Turn) -> HTML {
    let path = frame.edition.path(.outlet(turn.outlet))
    return "<a href=\"\(url: path)\">\(turn.title.visible ?? turn.outlet)</a>"
  }

  private func call(_ call: Call) -> HTML {
    """
    <li><div>\(call.address.shortened(to: 200))<small>\(call.topic.isEmpty ? words.houseAll : call.topic)\
    \(call.failures > 0 ? ", \(words.houseFailures(call.failures))" as HTML : nil)</small></div></li>
    """
  }
}
