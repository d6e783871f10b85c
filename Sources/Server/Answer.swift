import Crypto
import Foundation
package import HTTPTypes
import Hummingbird
import NIOCore
import Packing
import Press

/// Bytes ready to be sent: made once, packed once, with a strong ETag for each form.
package struct Answer: Sendable {
  /// One form of the bytes with its complete headers.
  struct Form: Sendable {
    var coding: String?
    var etag: String
    var fields: HTTPFields
    var body: ByteBuffer
  }

  package let status: HTTPResponse.Status
  /// What the reader likes best first.
  let forms: [Form]
  /// Bytes held, all forms together.
  let size: Int

  /// - Parameter maxAge: seconds a browser may show it unasked; nil for what must not be kept.
  package init(
    status: HTTPResponse.Status = .ok, contentType: String, body: [UInt8], maxAge: Int? = 30,
    lastModified: Int64? = nil
  ) {
    self.status = status
    let digest = SHA256.hash(data: body).prefix(9)
    let tag = Data(digest).base64EncodedString()
      .split(separator: "/").joined(separator: "_").split(separator: "+").joined(separator: "-")
    var common = SecurityHeaders.all
    common[.contentType] = contentType
    common[.cacheControl] =
      maxAge.map { "public, max-age=\($0), stale-while-revalidate=600" } ?? "no-store"
    if let lastModified { common[.lastModified] = HTTPDate.string(lastModified) }
    common[.vary] = "Accept-Encoding"
    forms = Self.packed(body).map { coding, bytes in
      var fields = common
      let etag = "\"\(tag)\(coding.map { "-\($0)" } ?? "")\""
      if status == .ok { fields[.eTag] = etag }
      if let coding { fields[.contentEncoding] = coding }
      fields[.contentLength] = String(bytes.count)
      return Form(coding: coding, etag: etag, fields: fields, body: ByteBuffer(bytes: bytes))
    }
    size = forms.reduce(0) { $0 + $1.body.readableBytes }
  }

  private static func packed(_ body: [UInt8]) -> [(String?, [UInt8])] {
    guard body.count > 256 else { return [(nil, body)] }
    return [("br", brotli(body)), ("gzip", gzip(body)), (nil, body)]
  }

  /// The answer to one request: the form it accepts, or 304 where it has that form already.
  func response(to request: Request) -> Response {
    let accepted = request.headers[.acceptEncoding] ?? ""
    let form = forms.first { $0.coding.map { Self.accepts(accepted, $0) } ?? true } ?? forms[0]
    if status == .ok, let known = request.headers[.ifNoneMatch], Self.lists(known, form.etag) {
      var fields = form.fields
      fields[.contentLength] = nil
      fields[.contentType] = nil
      fields[.contentEncoding] = nil
      return Response(status: .notModified, headers: fields)
    }
    let isHead = request.method == .head
    return Response(
      status: status, headers: form.fields,
      body: isHead ? .init() : .init(byteBuffer: form.body))
  }

  /// Whether `Accept-Encoding` names a coding and does not forbid it (RFC 9110, section 12.5.3).
  private static func accepts(_ header: String, _ coding: String) -> Bool {
    for part in header.split(separator: ",") {
      let pieces = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let name = pieces.first, name == coding || name == "*" else { continue }
      return !pieces.dropFirst().contains { ["q=0", "q=0.0", "q=0.00", "q=0.000"].contains($0) }
    }
    return false
  }

  /// Whether `If-None-Match` lists a tag; weak forms match too (RFC 9110, section 13.1.2).
  private static func lists(_ header: String, _ etag: String) -> Bool {
    header.split(separator: ",").contains { part in
      let tag = part.drop { $0 == " " }
      return tag == "*" || tag.hasSuffix(etag) && (tag == etag || tag == "W/" + etag)
    }
  }
}

/// Dates in headers (RFC 9110, section 5.6.7): `Sat, 21 Nov 2026 04:40:00 GMT`.
enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func string(_ seconds: Int64) -> String {
    let day = CivilDay(secondsSince1970: seconds)
    let date = PressDate(instant: seconds).iso8601
    let dayOfMonth = date.dropFirst(8).prefix(2)
    let clock = date.dropFirst(11).prefix(8)
    return
      "\(days[day.weekday - 1]), \(dayOfMonth) \(months[day.month - 1]) \(day.year) \(clock) GMT"
  }
}
