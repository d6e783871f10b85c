import Crypto
import Editions
import Foundation
package import HTTPTypes
import Hummingbird
import NIOCore
import Packing

/// Bytes ready to be sent: made once, packed once, with a strong ETag for each form and the whole
/// answer as it goes over the wire.
package struct Answer: Sendable {
  /// One form of the bytes.
  struct Form: Sendable {
    var coding: Coding?
    var etag: String
    /// The header lines behind `Date`, the empty line and the body.
    var wire: ByteBuffer
    /// Bytes of `wire` before the body.
    var headLength: Int
    /// The header lines of a 304 behind `Date`, with the empty line.
    var notModified: ByteBuffer

    var body: ByteBuffer {
      wire.getSlice(at: headLength, length: wire.readableBytes - headLength) ?? ByteBuffer()
    }
    /// The lines of the head alone, as HEAD asks for them.
    var head: ByteBuffer { wire.getSlice(at: 0, length: headLength) ?? ByteBuffer() }
  }

  /// How much is made of the forms an answer can have.
  enum Care: Sendable {
    /// Every form, as small as it gets: for what many will ask for.
    case whole
    /// The one form that is soonest ready for who asks now.
    case quickly(Codings)
  }

  package let status: HTTPResponse.Status
  /// Whether it was packed for one client, and is worth packing for all when more ask for it.
  let isQuick: Bool
  /// The smallest first; the last one is not packed.
  let forms: [Form]
  /// Bytes held, all forms together.
  let size: Int
  let lastModified: String?
  /// The same in seconds since 1970.
  let modifiedAt: Int64?
  private let fields: HTTPFields

  /// - Parameters:
  ///   - maxAge: seconds a browser may show it unasked; nil for what must not be kept.
  ///   - isPrivate: whether it was made for one reader, so that nobody between may keep it.
  ///   - rules: where it stands which pages the browser may fetch before they are opened.
  init(
    status: HTTPResponse.Status = .ok, contentType: String, body: [UInt8], maxAge: Int? = 30,
    lastModified: Int64? = nil, isPrivate: Bool = false, rules: String? = nil,
    care: Care = .whole
  ) {
    self.status = status
    self.lastModified = lastModified.map(HTTPDate.string)
    modifiedAt = lastModified
    var fields = SecurityHeaders.all
    fields[.contentType] = contentType
    fields[.cacheControl] =
      maxAge.map {
        isPrivate ? "private, max-age=\($0)" : "public, max-age=\($0), stale-while-revalidate=600"
      } ?? "no-store"
    if let date = self.lastModified { fields[.lastModified] = date }
    if let rules, let name = HTTPField.Name("Speculation-Rules") {
      fields[name] = "\"\(rules)\""
    }
    // Readers' choices of how pages look come by cookie.
    fields[.vary] =
      contentType.hasPrefix("text/html") ? "Accept-Encoding, Cookie" : "Accept-Encoding"
    self.fields = fields
    let tag = Self.tag(body)
    let packed: [(Coding?, [UInt8])]
    (packed, isQuick) =
      switch care {
      case .whole: (Self.packed(body), false)
      case .quickly(let codings): (Self.packedQuickly(body, codings), true)
      }
    // The same bytes packed in another way are another form.
    let manner = isQuick ? "1" : ""
    forms = packed.map { coding, bytes in
      let etag = "\"\(tag)\(coding.map { "-\($0.name)\(manner)" } ?? "")\""
      return Self.form(coding, bytes, etag: etag, fields, isTagged: status == .ok)
    }
    size = forms.reduce(0) { $0 + $1.wire.readableBytes + $1.notModified.readableBytes }
  }

  /// A picture: its address mostly changes when it does, so it may be kept for a year; opened by
  /// itself it can do nothing (THREATS T8).
  init(
    picture body: [UInt8], contentType: String,
    caching: String = "public, max-age=31536000, immutable"
  ) {
    status = .ok
    lastModified = nil
    modifiedAt = nil
    isQuick = false
    var fields = SecurityHeaders.all
    fields[.contentType] = contentType
    fields[.cacheControl] = caching
    fields[.contentSecurityPolicy] = "default-src 'none'; sandbox"
    self.fields = fields
    forms = [Self.form(nil, body, etag: "\"\(Self.tag(body))\"", fields, isTagged: true)]
    size = forms.reduce(0) { $0 + $1.wire.readableBytes + $1.notModified.readableBytes }
  }

  private static func tag(_ body: [UInt8]) -> String {
    Data(SHA256.hash(data: body).prefix(9)).base64EncodedString()
      .split(separator: "/").joined(separator: "_").split(separator: "+").joined(separator: "-")
  }

  private static func packed(_ body: [UInt8]) -> [(Coding?, [UInt8])] {
    guard body.count > 256 else { return [(nil, body)] }
    let packed: [(Coding?, [UInt8])] = [
      (.brotli, brotli(body)), (.zstd, zstd(body, level: 9)), (.gzip, gzip(body)),
    ]
    return packed.filter { !$0.1.isEmpty }.sorted { $0.1.count < $1.1.count } + [(nil, body)]
  }

  private static func packedQuickly(_ body: [UInt8], _ codings: Codings) -> [(Coding?, [UInt8])] {
    let coding = [Coding.zstd, .gzip, .brotli].first { codings.contains($0) }
    guard body.count > 256, let coding else { return [(nil, body)] }
    let packed =
      switch coding {
      case .zstd: zstd(body)
      case .gzip: gzip(body)
      case .brotli: brotli(body, quality: 3)
      }
    return packed.isEmpty ? [(nil, body)] : [(coding, packed), (nil, body)]
  }

  private static func form(
    _ coding: Coding?, _ body: [UInt8], etag: String, _ common: HTTPFields, isTagged: Bool
  ) -> Form {
    var fields = common
    if isTagged { fields[.eTag] = etag }
    var wire = ByteBuffer()
    var notModified = ByteBuffer()
    for field in fields {
      let line = "\(field.name.rawName): \(field.value)\r\n"
      wire.writeString(line)
      if field.name != .contentType { notModified.writeString(line) }
    }
    if let coding { wire.writeString("Content-Encoding: \(coding.name)\r\n") }
    wire.writeString("Content-Length: \(body.count)\r\n\r\n")
    notModified.writeString("\r\n")
    let headLength = wire.readableBytes
    wire.writeBytes(body)
    return Form(
      coding: coding, etag: etag, wire: wire, headLength: headLength, notModified: notModified)
  }

  /// The bytes that are not packed.
  private var plainBody: ByteBufferView { forms[forms.count - 1].body.readableBytesView }

  /// Whether it says the same.
  func isSame(_ status: HTTPResponse.Status, _ body: [UInt8]) -> Bool {
    self.status == status && plainBody.elementsEqual(body)
  }

  /// Whether a client can have it packed, if it was packed for another one.
  func suits(_ codings: Codings) -> Bool {
    !isQuick || codings == .none || form(accepting: codings).coding != nil
  }

  /// The smallest form a client accepts.
  func form(accepting codings: Codings) -> Form {
    for form in forms {
      guard let coding = form.coding else { return form }
      if codings.contains(coding) { return form }
    }
    return forms[forms.count - 1]
  }

  /// The answer to one request: the form it accepts, or 304 where it has that form already.
  func response(to request: Request) -> Response {
    var fields = self.fields
    let form = form(accepting: Codings(of: request))
    if status == .ok { fields[.eTag] = form.etag }
    if status == .ok, isKnown(form, to: request) {
      fields[.contentType] = nil
      return Response(status: .notModified, headers: fields)
    }
    if let coding = form.coding { fields[.contentEncoding] = coding.name }
    let body = form.body
    fields[.contentLength] = String(body.readableBytes)
    return Response(
      status: status, headers: fields,
      body: request.method == .head ? .init() : .init(byteBuffer: body))
  }

  /// Whether the client says it has a form (RFC 9110, section 13): by tag, weak ones too, or, where
  /// it names none, by the very date we gave.
  private func isKnown(_ form: Form, to request: Request) -> Bool {
    if let known = request.headers[.ifNoneMatch] {
      return Validators.lists(Array(known.utf8).span, form.etag)
    }
    guard let date = request.headers[.ifModifiedSince] else { return false }
    return date == lastModified
  }
}

/// What a request says of what it has.
enum Validators {
  static func isSame(_ bytes: Span<UInt8>, _ text: String) -> Bool {
    let text = text.utf8
    guard text.count == bytes.count else { return false }
    var index = 0
    for byte in text {
      guard bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }

  /// Whether `If-None-Match` lists a tag. The tag's own quotation marks bound it, so looking for its
  /// bytes is enough; `W/` before it does not matter (RFC 9110, section 13.1.2).
  static func lists(_ header: Span<UInt8>, _ etag: String) -> Bool {
    if header.count == 1 { return header[0] == UInt8(ascii: "*") }
    let tag = etag.utf8
    guard header.count >= tag.count else { return false }
    for start in 0...(header.count - tag.count) {
      var index = start
      var isSame = true
      for byte in tag {
        guard header[index] == byte else {
          isSame = false
          break
        }
        index += 1
      }
      if isSame { return true }
    }
    return false
  }
}
