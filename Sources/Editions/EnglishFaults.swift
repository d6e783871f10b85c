import Press

/// What keeps a source from being read, in English.
enum EnglishFaults {
  static func sentence(_ fault: SourceFault) -> String {
    let number = fault.number ?? 0
    switch fault.kind {
    case .notAnAddress:
      return
        "“\(fault.subject)” is no address on the web. Please enter one such as https://example.org."
    case .forbidden:
      return
        "The address leads into an inner network that sources must not reach. Please use the public address."
    case .robots:
      return
        "The outlet closes this page to us in its robots.txt. Ask it, or take another of its addresses."
    case .robotsUnavailable:
      return "The server's robots.txt cannot be read. We try again later."
    case .nameNotFound:
      return "There is no host \(fault.detail ?? fault.subject). Please check the spelling."
    case .notConnected: return "The server cannot be reached. We try again later."
    case .untrustedCertificate:
      return "The server's certificate is not trusted or has run out. We try again later."
    case .timedOut: return "The answer took longer than \(number) seconds. We try again later."
    case .broken: return "The server's answer is incomplete or broken. We try again later."
    case .tooLarge:
      return
        "The answer is larger than \(number >> 20) MiB. Perhaps the outlet has a smaller feed."
    case .badPacking: return "The answer is packed so that it cannot be read. Tell the outlet."
    case .empty: return "The answer is empty. We try again later."
    case .redirects: return "The redirects lead nowhere. Please look up the right address."
    case .gone: return "This source has ended for good (410). It can be removed."
    case .denied:
      return
        "The server wants a login or refuses us (\(number)). For a subscription of your own enter its login in the source's settings."
    case .notFound:
      return "The server no longer knows the address (404). Please look up the new one."
    case .busy: return "The server asks to be left alone (\(number)). We try again \(pause(fault))."
    case .refused:
      return number >= 500
        ? "The server has a fault (\(number)). We try again later."
        : "The server answers with \(number). Please check the address in a browser."
    default: return others(fault)
    }
  }

  private static func others(_ fault: SourceFault) -> String {
    switch fault.kind {
    case .notAFeed: "There is no feed at the address any more. Please look up the new one."
    case .nothingFound:
      "At \(fault.subject) we found neither a feed nor articles. Look for “RSS” or “Feed” on the outlet's pages and enter that address."
    case .consentWall: "A page that asks for consent stands before it."
    case .paywall: "The page is for subscribers only."
    case .blocked: "The server takes us for a machine that must not read."
    case .noArticle: "There is no article on the page."
    case .noSuchPack:
      "There is no selection “\(fault.subject)”. There are: \(fault.detail ?? "")."
    case .emptyList:
      "The file names no feeds. Export your sources as OPML in the other reader and choose that file."
    case .formTooLarge: "The file is larger than 4 MiB. Please send a smaller one."
    case .formTooOld: "The page was open too long. Please load it again and repeat the entry."
    case .nothingEntered: "Nothing was entered."
    case .badSelector:
      "“\(fault.subject)” cannot be read as a CSS selector. Names, #id, .class, [attribute=value], spaces, > and commas can."
    case .badHeader: "A header has the form “Name: value”."
    case .stopped: "The reading was stopped."
    default: fault.detail ?? "The reading failed. We try again later."
    }
  }

  private static func pause(_ fault: SourceFault) -> String {
    guard let seconds = fault.detail.flatMap({ Int($0) }), seconds >= 60 else { return "later" }
    return "in \(span(seconds))"
  }

  /// "20 minutes", "3 hours", "2 days".
  static func span(_ seconds: Int) -> String {
    let minutes = max(1, (seconds + 30) / 60)
    if minutes < 90 { return minutes == 1 ? "1 minute" : "\(minutes) minutes" }
    let hours = (minutes + 30) / 60
    return hours < 48 ? "\(hours) hours" : "\((hours + 12) / 24) days"
  }
}
