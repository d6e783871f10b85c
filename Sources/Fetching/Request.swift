/// One thing to ask the web for.
package struct Request: Sendable, Hashable {
  /// Why it is asked for; robots.txt is asked without asking robots.txt.
  package enum Purpose: String, Sendable, Hashable {
    case feed, page, sitemap, picture, robots, hub

    /// What we would like to get, best first.
    var accept: String {
      switch self {
      case .feed:
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
          + " text/xml;q=0.9, */*;q=0.5"
      case .page: "text/html, application/xhtml+xml, */*;q=0.5"
      case .sitemap: "application/xml, text/xml, text/plain;q=0.8, */*;q=0.5"
      case .picture: "image/avif, image/webp, image/jpeg, image/png, image/*;q=0.8"
      case .robots: "text/plain, */*;q=0.1"
      case .hub: "*/*"
      }
    }
  }

  package var url: String
  /// The validators of the last answer, as it gave them (RFC 9110, 13.1).
  package var etag: String?
  package var lastModified: String?
  /// Overrides what the purpose would like.
  package var accept: String?
  /// More header fields. Those that would take over the connection or carry credentials to
  /// another host are left out there.
  package var headers: [(name: String, value: String)] {
    get { fields.map { ($0.name, $0.value) } }
    set { fields = newValue.map { Field(name: $0.name, value: $0.value) } }
  }
  package var purpose: Purpose
  /// What is sent by POST; nil asks by GET.
  package var form: [UInt8]?
  /// What the sent bytes are; a form, if nothing else is said.
  package var formType = "application/x-www-form-urlencoded"
  /// Whether the host's robots.txt is asked first.
  package var obeysRobots: Bool

  private struct Field: Sendable, Hashable {
    var name: String
    var value: String
  }
  private var fields: [Field]

  package init(
    url: String, etag: String? = nil, lastModified: String? = nil, accept: String? = nil,
    headers: [(name: String, value: String)] = [], purpose: Purpose = .page,
    form: [UInt8]? = nil, obeysRobots: Bool = true
  ) {
    self.form = form
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.accept = accept
    self.purpose = purpose
    self.obeysRobots = obeysRobots && purpose != .robots && purpose != .hub
    fields = headers.map { Field(name: $0.name, value: $0.value) }
  }
}
