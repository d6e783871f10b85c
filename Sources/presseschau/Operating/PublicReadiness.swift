import Storage

/// Whether a paper may be served to others (see DESIGN, "Private and public").
enum PublicReadiness {
  /// What keeps the paper from being served as the settings say; nil where nothing does.
  static func obstacle(_ settings: Settings, library: Library) throws -> String? {
    let place = try settings.place
    switch settings.audience ?? .oneself {
    case .oneself where !place.isLoopback:
      return """
        \(place.shownHost): the paper would be read from other machines. Set `audience = private` \
        if readers sign in or the network is yours, or `audience = public` for an edition for \
        everybody.
        """
    case .public:
      let missing = checks(settings, library: library).filter { $0.outcome != .fine }
      guard let first = missing.first else { return nil }
      return "A public edition is not served yet: \(first.words)"
    default: return nil
    }
  }

  /// What a public edition needs.
  static func checks(_ settings: Settings, library: Library?) -> [LibraryCheck] {
    guard settings.audience == .public else { return [] }
    var checks: [LibraryCheck] = []
    if settings.text(.base) == nil {
      checks.append(
        LibraryCheck("public", .broken, "`base`, the paper's public address, is not set."))
    }
    for page in ["imprint", "privacy", "corrections"] {
      guard let library else { break }
      let text = try? library.setting("page.\(page)")
      if text?.isEmpty != false {
        checks.append(
          LibraryCheck("public", .broken, "the page \(page) has no text yet. Write one first."))
      }
    }
    return checks
  }
}
