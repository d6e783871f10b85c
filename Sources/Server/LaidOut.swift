import Editions
import HTTPTypes
import Hypertext

/// A page or file laid out, not yet packed.
struct LaidOut: Sendable {
  var contentType: String
  var bytes: [UInt8]
  var status = HTTPResponse.Status.ok
  /// Seconds a browser may show it unasked; nil for what must not be kept.
  var maxAge: Int? = 30
  /// What it shows.
  var subjects: Set<Shelf.Subject>
  /// Whether it is a picture: never changed, packed already, and no page.
  var isPicture = false

  init(
    contentType: String, bytes: [UInt8], status: HTTPResponse.Status = .ok, maxAge: Int? = 30,
    subjects: Set<Shelf.Subject> = []
  ) {
    self.contentType = contentType
    self.bytes = bytes
    self.status = status
    self.maxAge = maxAge
    self.subjects = subjects
  }

  init(
    _ page: HTML, status: HTTPResponse.Status = .ok, maxAge: Int? = 30,
    subjects: Set<Shelf.Subject> = []
  ) {
    self.init(
      contentType: "text/html; charset=utf-8", bytes: page.bytes, status: status, maxAge: maxAge,
      subjects: subjects)
  }

  /// It as it is sent.
  ///
  /// - Parameters:
  ///   - look: how the reader wants pages to look.
  ///   - root: the path all our paths begin with.
  ///   - now: since when it is so, in seconds since 1970.
  ///   - before: what was said at this address; if it says the same it is sent on.
  func answer(
    for look: ReaderLook, root: String, now: Int64, care: Answer.Care, before: Answer?
  ) -> Answer {
    if isPicture { return Answer(picture: bytes, contentType: contentType) }
    // What is asked anew each time has no date.
    var since = (maxAge ?? 0) > 0 ? now : nil
    if let before, before.isSame(status, bytes) {
      guard case .whole = care, before.isQuick else { return before }
      since = before.modifiedAt
    }
    let isOwn = contentType.hasPrefix("text/html") && !look.isStandard
    return Answer(
      status: status, contentType: contentType, body: bytes, maxAge: maxAge, lastModified: since,
      isPrivate: isOwn,
      rules: isOwn && look.hasScript ? root + Address(.asset(.speculation)).path : nil,
      care: care)
  }
}
