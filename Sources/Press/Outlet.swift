/// A newsroom whose articles are read.
///
/// An outlet is the host that was fetched, never what a feed claims to be.
public struct Outlet: Sendable, Hashable, Codable, Identifiable {
  /// The registrable host, for example `lonnetaler-bote.example`.
  public var id: String
  public var name: String
  /// The home page, if known.
  public var home: String?
  public var language: Language?

  public init(id: String, name: String, home: String? = nil, language: Language? = nil) {
    self.id = id
    self.name = name
    self.home = home
    self.language = language
  }
}

/// Something that is asked for news again and again: a feed, a sitemap or a page.
public struct Source: Sendable, Hashable, Codable, Identifiable {
  public enum Kind: String, Sendable, Codable { case feed, sitemap, page }

  /// What may be shown of a source's articles in a public edition.
  public enum Rights: String, Sendable, Codable, CaseIterable { case full, excerpt, headline }

  /// Who stands behind a source.
  public enum OwnerKind: String, Sendable, Codable, CaseIterable {
    case publicBroadcaster, press, agency, official, blog
  }

  /// What the operator says of a source's pages, as CSS selectors: where the article stands, and
  /// what is not part of it. Empty where nothing was said.
  public struct Selectors: Sendable, Hashable, Codable {
    public var content: String
    public var removal: String

    public init(content: String = "", removal: String = "") {
      self.content = content
      self.removal = removal
    }

    public var isEmpty: Bool { content.isEmpty && removal.isEmpty }
  }

  /// The address as it is fetched.
  public var id: String { url }
  public var url: String
  public var kind: Kind
  public var outlet: Outlet.ID
  public var title: String
  public var category: String?
  public var rights: Rights
  /// The company or body that publishes it, as the operator has it.
  public var owner: String?
  public var ownerKind: OwnerKind?
  public var selectors: Selectors
  /// Stories that only this source and such sources tell go so many days after their last report;
  /// nil where what holds for all holds for it.
  public var keepDays: Int?

  public init(
    url: String, kind: Kind, outlet: Outlet.ID, title: String, category: String? = nil,
    rights: Rights = .excerpt, owner: String? = nil, ownerKind: OwnerKind? = nil,
    selectors: Selectors = Selectors(), keepDays: Int? = nil
  ) {
    self.keepDays = keepDays
    self.owner = owner
    self.ownerKind = ownerKind
    self.selectors = selectors
    self.url = url
    self.kind = kind
    self.outlet = outlet
    self.title = title
    self.category = category
    self.rights = rights
  }
}
