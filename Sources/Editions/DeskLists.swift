import Hypertext
import Press

/// The desk's list of folders, sources and searches; on a phone it folds.
struct DeskLists {
  var page: DeskPage
  var marks: Marks

  private var words: DeskWords { _read { yield page.words } }
  private var frame: DeskFrame { page.frame }

  var html: HTML {
    """
    <details class="fol" name="lists"><summary>\(words.lists), \
    \(words.unreadCount(page.counts.unread))</summary>\
    <nav aria-label="\(words.lists)"><ul>\
    \(item(.unread, words.everything, page.counts.unread))\
    \(page.stories.map { item(.feed($0.id), words.storiesFeed, $0.unread) })\
    \(item(.starred, words.starred, page.counts.starred))\
    \(item(.followed, words.followed, page.counts.followed))\
    \(page.counts.notices > 0 || page.view == .notices ? item(.notices, words.notices, page.counts.notices) : nil)\
    \(item(.history, words.history, nil))</ul>\
    \(page.folders, folder)\(searches)\
    <p class="adds"><a class="more" href="\(url: frame.path(.subscriptions))">\(words.addSource)</a>\
    <a class="more" href="\(url: frame.path(.settings))">\(words.menu)</a></p></nav></details>
    """
  }

  private func item(_ view: DeskAddress.View, _ name: String, _ count: Int?) -> HTML {
    """
    <li><a href="\(url: frame.path(.list(view)))"\(attribute: "aria-current", current(view))>\(name)\(number(count))</a></li>
    """
  }

  private func current(_ view: DeskAddress.View) -> String? {
    view == page.view ? "true" : nil
  }

  private func number(_ count: Int?) -> HTML? {
    guard let count, count > 0 else { return nil }
    return "<b>\(count)</b>"
  }

  private func folder(_ folder: DeskFolder) -> HTML {
    """
    <h2><a href="\(url: frame.path(.list(.folder(folder.id))))"\(attribute: "aria-current", current(.folder(folder.id)))>\
    \(folder.title)\(number(folder.feeds.reduce(0) { $0 + $1.unread }))</a></h2>\
    <ul>\(folder.feeds, feed)</ul>
    """
  }

  private func feed(_ feed: DeskFeed) -> HTML {
    """
    <li><a class="q \(marks.palette[feed.outlet ?? ""])" \
    href="\(url: frame.path(.list(.feed(feed.id))))"\(attribute: "aria-current", current(.feed(feed.id)))>\
    <span>\(feed.title)</span>\(number(feed.unread))</a></li>
    """
  }

  private var searches: HTML {
    """
    <h2>\(words.searches)</h2><ul>\(page.searches, { search in
      "<li><a href=\"\(url: frame.path(.list(.search(search.query))))\"\(attribute: "aria-current", current(.search(search.query)))>\(search.title)</a></li>"
    })</ul>\
    <form class="find" role="search" action="\(url: frame.path(.list(.search(""))))">\
    <label class="vh" for="dq">\(words.searchAll)</label>\
    <input id="dq" name="q" type="search" placeholder="\(words.searchAll)">\
    <button>\(words.searchButton)</button></form>
    """
  }
}
