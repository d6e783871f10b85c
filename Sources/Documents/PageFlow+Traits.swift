import Markup

extension PageFlow {
  func isHidden(_ names: NamingAttributes) -> Bool {
    if showsHidden { return false }
    if names.isHidden {
      // React streams content into hidden elements `S:0` … and moves it into place by script.
      return !(names.id.map { tree.value(at: $0).starts(with: "S:".utf8) } ?? false)
    }
    guard let style = names.style else { return false }
    return HiddenStyle.hides(tree.value(at: style))
  }

  /// What an element's name, role and class say.
  mutating func naming(of names: NamingAttributes, _ tag: Tag, isInline: Bool) -> Naming {
    var naming = Naming()
    var traits: Traits = []
    switch tag {
    case .nav: traits = .navigation
    case .aside: traits = .aside
    case .footer: traits = .footer
    case .header: traits = .header
    case .form: traits = .form
    case .figure: traits = .figure
    case .figcaption: traits = [.caption, .figure]
    case .article: traits = .article
    case .caption: traits = .caption
    case .address: traits = .meta
    case .html, .body: return naming
    default: break
    }
    naming.isCertain = !traits.isEmpty
    if let role = names.role { traits.formUnion(Self.role(tree.value(at: role))) }
    if let value = names.classes {
      let found = classes.look(up: tree.value(at: value))
      traits.formUnion(found.traits)
      naming.mayNameAuthor = found.mayNameAuthor
      naming.authorStrength = Int(found.authorStrength)
    }
    if let id = names.id { traits.formUnion(classes.traits(of: tree.value(at: id))) }
    if tag == .a, names.hasRelation { naming.mayNameAuthor = true }
    if let place = names.property {
      let property = tree.value(at: place)
      naming.hasProperty = true
      naming.mayNameAuthor = true
      if property.isName("articleBody") { traits.formUnion(.body) }
      if property.isName("description") { traits.formUnion(.lead) }
      if property.isName("headline") { traits.formUnion(.headline) }
    }
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6, .p:
      // `widget-title`, `nav-anchor`: a single heading or paragraph is no part of the page.
      traits.subtract([.navigation, .aside])
      if traits.contains(.lead) { traits.subtract(.related) }
    default: break
    }
    if isInline {
      traits.formIntersection([
        .share, .caption, .hidden, .advertisement, .date, .meta, .author, .kicker, .headline,
        .lead, .related, .comments, .tags,
      ])
    }
    naming.traits = traits
    return naming
  }

  private static func role(_ role: ArraySlice<UInt8>) -> Traits {
    for (name, traits) in roles where role.isName(name) { return traits }
    return []
  }

  private static let roles: [(StaticString, Traits)] = [
    ("navigation", .navigation), ("complementary", .aside), ("contentinfo", .footer),
    ("search", .form), ("dialog", .consent), ("alertdialog", .consent), ("banner", .header),
    ("menu", .navigation), ("menubar", .navigation),
  ]

  /// The traits that hold for each piece: those of a scope and of all around it. A scope that was
  /// recognised by its class only, and holds most of the page's running text, says nothing.
  mutating func settleTraits() {
    var words = scopes.map(\.words)
    for index in scopes.indices.dropFirst().reversed() {
      words[Int(scopes[index].parent)] += words[index]
    }
    let all = max(words[0], 1)
    let holders = scopesAroundBody(words, all: all)
    var settled: [Traits] = Array(repeating: [], count: scopes.count)
    for index in scopes.indices.dropFirst() {
      var own = scopes[index].own
      if words[index] * 10 >= all * 4 && words[index] >= 25 || holders[index] {
        // A consent dialog may say more than a short article, but not nearly all.
        let isDialog = own.contains(.consent) && words[index] * 100 < all * 85 && !holders[index]
        own.formIntersection(isDialog ? Self.harmless.union(.consent) : Self.harmless)
      }
      settled[index] = settled[Int(scopes[index].parent)].union(own)
    }
    dropHollowTraits(&settled)
    for index in page.pieces.indices {
      page.pieces[index].traits.formUnion(settled[Int(page.pieces[index].scope)])
    }
  }

  /// A word that stands on elements with nearly half of all running text says nothing on this page.
  private func dropHollowTraits(_ settled: inout [Traits]) {
    let certain: Traits = [.comments, .related, .article, .body, .headline]
    var words = Array(repeating: 0, count: 32)
    var all = 0
    for index in scopes.indices where scopes[index].words > 0 {
      all += scopes[index].words
      var bits = settled[index].rawValue
      while bits != 0 {
        words[bits.trailingZeroBitCount] += scopes[index].words
        bits &= bits - 1
      }
    }
    var hollow: Traits = []
    for bit in 0..<32 where words[bit] >= 60 {
      let isConsent = Traits.consent.rawValue == 1 << UInt32(bit)
      guard words[bit] * 100 >= all * (isConsent ? 85 : 45) else { continue }
      hollow.insert(Traits(rawValue: 1 << UInt32(bit)))
    }
    hollow.subtract(certain)
    guard !hollow.isEmpty else { return }
    for index in settled.indices { settled[index].subtract(hollow) }
  }

  /// Which scopes hold an element named for the article's text, with a good part of the page in it.
  private func scopesAroundBody(_ words: [Int], all: Int) -> [Bool] {
    var holders = Array(repeating: false, count: scopes.count)
    let bodies = scopes.indices.dropFirst().filter { scopes[$0].own.contains(.body) }
    guard let largest = bodies.max(by: { words[$0] < words[$1] }), words[largest] >= 25,
      words[largest] * 8 >= all
    else { return holders }
    var at = Int32(largest)
    while at > 0 {
      holders[Int(at)] = true
      at = scopes[Int(at)].parent
    }
    return holders
  }

  /// Traits that take nothing out of the article.
  private static let harmless: Traits = [
    .article, .body, .header, .headline, .kicker, .infoBox,
  ]
}

extension ArraySlice<UInt8> {
  /// Whether these are exactly the bytes of a name.
  func isName(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount && name.withUTF8Buffer { elementsEqual($0) }
  }
}
