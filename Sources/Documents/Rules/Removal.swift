/// One reason why a piece of a page is not part of its article. Rules stand side by side, one a
/// file; each looks at a piece and at what is around it, and changes nothing.
protocol Removal: Sendable {
  /// The rule's name as readers see it among what was removed, for example `share-bar`.
  var name: String { get }

  /// Whether the rule takes the piece out. Pieces before it were already judged
  /// (`Page.removedBy`), those behind it were not.
  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool
}

/// The rules in the order in which they are asked; the first that says yes gives its name.
enum Removals {
  /// Asks all rules about all pieces of the article's span.
  static func apply(to page: inout Page) {
    page.survey()
    for index in page.span where page.removedBy[index] == nil && page.headline != index {
      let piece = page.pieces[index]
      guard piece.kind != .picture, piece.kind != .embed else { continue }
      page.removedBy[index] = rule(against: piece, at: index, on: page)
    }
    CardTail.apply(to: &page)
    EndTrim.apply(to: &page)
  }

  /// The name of the first rule that takes a piece out. The rules are named one by one: going through
  /// a list of `any Removal` copies each of them for each piece.
  private static func rule(against piece: Piece, at index: Int, on page: Page) -> String? {
    var name: String?
    func takes<Rule: Removal>(_ rule: Rule) -> Bool {
      guard rule.removes(piece, at: index, on: page) else { return false }
      name = rule.name
      return true
    }
    _ =
      takes(TagRemains()) || takes(CaptionAboveCredit()) || takes(Surroundings())
      || takes(Unattested())
      || takes(RepeatedTitle()) || takes(RepeatedLabel()) || takes(RepeatedParagraph())
      || takes(PulledQuote())
    if name != nil { return name }
    _ =
      takes(OpeningHeading()) || takes(ShareBar()) || takes(CommentForm()) || takes(RelatedList())
      || takes(SeeAlso()) || takes(LabelledLinks()) || takes(StrayLabel()) || takes(TeaserRun())
    if name != nil { return name }
    _ =
      takes(NewsletterPromotion()) || takes(AppPromotion()) || takes(AuthorNote())
      || takes(OutletNote())
      || takes(AgencySignature()) || takes(BroadcastNote()) || takes(EmbedPlaceholder())
      || takes(PictureCredit())
    if name != nil { return name }
    _ =
      takes(MetaLine()) || takes(NavigationLine()) || takes(LegalLine()) || takes(PaywallLine())
      || takes(DonationAppeal()) || takes(ConsentNotice()) || takes(AdvertisementMark())
    return name
  }
}

extension Piece {
  /// A post of a network that is quoted in full.
  var isPost: Bool { kind == .quotation && traits.contains(.embed) }

  /// Few words and no sentence: a label, a heading, a button.
  var isLabel: Bool { measure.words <= 12 && !measure.endsSentence }

  /// A sentence or two at most.
  var isShort: Bool { measure.words <= 40 }
}
