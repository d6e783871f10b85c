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
  static let all: [any Removal] = [
    TagRemains(), CaptionAboveCredit(), Surroundings(), Unattested(), RepeatedTitle(),
    RepeatedLabel(),
    RepeatedParagraph(), PulledQuote(), OpeningHeading(), ShareBar(),
    CommentForm(), RelatedList(),
    SeeAlso(), LabelledLinks(), StrayLabel(),
    TeaserRun(), NewsletterPromotion(), AppPromotion(), AuthorNote(), OutletNote(),
    AgencySignature(),
    BroadcastNote(), EmbedPlaceholder(), PictureCredit(), MetaLine(), NavigationLine(), LegalLine(),
    PaywallLine(), DonationAppeal(), ConsentNotice(), AdvertisementMark(),
  ]

  /// Asks all rules about all pieces of the article's span.
  static func apply(to page: inout Page) {
    page.survey()
    for index in page.span where page.removedBy[index] == nil && page.headline != index {
      let piece = page.pieces[index]
      guard piece.kind != .picture, piece.kind != .embed else { continue }
      for rule in all where rule.removes(piece, at: index, on: page) {
        page.removedBy[index] = rule.name
        break
      }
    }
    CardTail.apply(to: &page)
    EndTrim.apply(to: &page)
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
