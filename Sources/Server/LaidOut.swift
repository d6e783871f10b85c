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

  /// The same for readers of one taste only.
  /// - Parameter root: the path all our paths begin with.
  func answer(for look: ReaderLook, root: String) -> Answer {
    contentType.hasPrefix("text/html") && !look.isStandard
      ? Answer(
        status: status, contentType: contentType, body: bytes, maxAge: maxAge, isPrivate: true,
        rules: look.hasScript ? root + Address(.asset(.speculation)).path : nil)
      : answer
  }

  var answer: Answer {
    isPicture
      ? Answer(picture: bytes, contentType: contentType)
      : Answer(status: status, contentType: contentType, body: bytes, maxAge: maxAge)
  }
}
