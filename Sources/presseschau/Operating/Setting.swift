/// What an operator can decide. Each can be given in the settings file, in the environment and on
/// the command line; later ones of these three win.
enum Setting: String, CaseIterable {
  case listen
  case library
  case title
  case base
  case audience
  case trustedProxies = "trusted-proxies"
  case proxyUser = "proxy-user"
  case metrics
  case logLevel = "log-level"
  case logFormat = "log-format"
  case connections
  case keepDays = "keep-days"
  case keepArticles = "keep-articles"
  case keepDisk = "keep-disk"
  case searchRate = "search-rate"
  case pictures

  /// What the value is, what it does, and what holds where none is given.
  var help: (value: String, words: String, standard: String) {
    switch self {
    case .listen: ("HOST:PORT", "Where the paper is served.", "127.0.0.1:8080")
    case .library: ("FILE", "The library's file.", "presseschau.sqlite in your data folder")
    case .title: ("TEXT", "The paper's name.", "Presseschau")
    case .base:
      (
        "URL",
        "The paper's public address without a slash at its end, for feeds and sharing; it may have a"
          + " path, such as https://beispiel.de/presse, that is not one of the paper's own.", "none"
      )
    case .audience:
      (
        "self, private or public",
        "Who reads: `self` listens to this machine only; `private` listens elsewhere, for readers"
          + " behind a sign-in or a private network, and shows full texts; `public` is for"
          + " everybody and shows of each source what its rights allow.", "self"
      )
    case .trustedProxies:
      (
        "ADDRESS or RANGE, …",
        "Proxies whose X-Forwarded-For is believed, such as 127.0.0.1 or 10.0.0.0/8.", "none"
      )
    case .proxyUser:
      (
        "HEADER",
        "The field in which a trusted proxy says who has signed in there, such as Remote-User; the"
          + " desk then asks for no password.", "none"
      )
    case .metrics:
      (
        "off, local or all",
        "Who may read /metrics: `local` means this machine, without a proxy between.", "local"
      )
    case .logLevel: ("trace, debug, info, notice, warning, error", "What is logged.", "notice")
    case .logFormat: ("text or json", "How it is logged, on standard error.", "text")
    case .connections: ("NUMBER", "Connections at a time.", "20000")
    case .keepDays:
      ("NUMBER", "Stories whose last article is older are removed, 0 for never.", "0")
    case .keepArticles:
      ("NUMBER", "Above so many articles the oldest stories are removed, 0 for never.", "0")
    case .keepDisk:
      (
        "SIZE", "Above so much disk, such as 20G, the oldest stories are removed, 0 for never.",
        "0"
      )
    case .searchRate:
      ("NUMBER", "Searches and API requests a minute from one address.", "240")
    case .pictures:
      (
        "on or off",
        "Whether pictures of articles and icons of outlets are fetched, made smaller and kept;"
          + " needs the programs of libvips (Debian: libvips-tools). A public edition shows those of sources whose rights"
          + " are `full`.", "on"
      )
    }
  }

  /// `listen` in a file, `PRESSESCHAU_LISTEN` in the environment.
  var variable: String {
    "PRESSESCHAU_" + rawValue.uppercased().split(separator: "-").joined(separator: "_")
  }

  /// The setting that is spelt most like a name nobody knows.
  static func nearest(to name: String) -> Setting? {
    allCases.map { ($0, Self.common($0.rawValue, name)) }.filter { $0.1 >= 3 }
      .max { $0.1 < $1.1 }?.0
  }

  private static func common(_ one: String, _ other: String) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
      + zip(one.reversed(), other.reversed())
      .prefix { $0 == $1 }.count
  }
}

/// What is wrong with the settings, where, and what helps.
struct SettingError: Error, CustomStringConvertible, Equatable {
  var place: String
  var what: String
  var description: String { "\(place): \(what)" }
}
