import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Hypertext
import NIOCore
import Packing

/// What a reader is answered: never kept by others, always with the headers of the house.
struct ReaderAnswer: Sendable {
  var status = HTTPResponse.Status.ok
  var contentType = "application/json; charset=utf-8"
  var body: [UInt8] = []
  var fields = HTTPFields()
  /// Whether the same answer need not be sent twice.
  var isTagged = false
  /// The policy for pages of the desk.
  var isPage = false

  static func json(_ value: ReaderJSON, status: HTTPResponse.Status = .ok) -> ReaderAnswer {
    ReaderAnswer(status: status, body: value.bytes)
  }

  static func text(_ text: String, status: HTTPResponse.Status = .ok) -> ReaderAnswer {
    ReaderAnswer(
      status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> ReaderAnswer {
    ReaderAnswer(
      status: status, contentType: "text/html; charset=utf-8", body: html.bytes, isPage: true)
  }

  static func xml(_ bytes: [UInt8], type: String = "application/xml") -> ReaderAnswer {
    ReaderAnswer(contentType: "\(type); charset=utf-8", body: bytes)
  }

  static let ok = ReaderAnswer.text("OK")
  static let nothing = ReaderAnswer(status: .noContent, contentType: "")

  /// Leads on to a page of ours.
  static func seeOther(_ path: String) -> ReaderAnswer {
    var answer = ReaderAnswer(status: .seeOther, contentType: "text/plain; charset=utf-8")
    answer.fields[.location] = path
    return answer
  }

  func with(_ name: String, _ value: String) -> ReaderAnswer {
    guard let name = HTTPField.Name(name) else { return self }
    var answer = self
    answer.fields.append(HTTPField(name: name, value: value))
    return answer
  }

  func response(to request: Request) -> Response {
    var fields = SecurityHeaders.all
    if isPage { fields[.contentSecurityPolicy] = SecurityHeaders.deskPolicy }
    fields[.cacheControl] = isTagged ? "private, no-cache" : "no-store"
    fields[.vary] = "Accept-Encoding, Authorization, Cookie"
    if !contentType.isEmpty { fields[.contentType] = contentType }
    for field in self.fields { fields.append(field) }
    var body = body
    if isTagged, status == .ok {
      let tag = "\"\(Data(SHA256.hash(data: body).prefix(12)).base64EncodedString())\""
      fields[.eTag] = tag
      if let known = request.headers[.ifNoneMatch], known.contains(tag) {
        fields[.contentType] = nil
        return Response(status: .notModified, headers: fields)
      }
    }
    if body.count > 1_000, request.headers[.acceptEncoding]?.contains("gzip") == true {
      body = gzip(body)
      fields[.contentEncoding] = "gzip"
    }
    if status != .noContent { fields[.contentLength] = String(body.count) }
    let isEmpty = request.method == .head || body.isEmpty
    return Response(
      status: status, headers: fields,
      body: isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: body)))
  }
}
