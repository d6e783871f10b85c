/// What came back: an answer of status 2xx with its body, or the word that nothing is new.
package struct Response: Sendable {
  /// Where the answer came from after all redirects.
  package var finalURL: String
  package var status: Int
  /// The header fields in their order, names as they came.
  package var headers: [(name: String, value: String)]
  /// Decoded: no content coding is left.
  package var body: [UInt8]
  /// Bytes of the body as they came over the wire.
  package var wireBytes: Int
  /// Status 304: what is kept is still right, and the body is empty.
  package var notModified: Bool
  /// The redirects followed, in order, each with the address it led to.
  package var redirects: [(status: Int, location: String)]
  /// The address to ask from now on: set when all redirects up to it were permanent (301, 308).
  package var movedPermanentlyTo: String?
  /// How long the server wants to be left alone, in seconds.
  package var retryAfterSeconds: Int?
  /// Seconds since 1970.
  package var fetchedAt: Int64
  /// The major version of HTTP the answer came by.
  package var httpVersion: Int

  package init(
    finalURL: String, status: Int, headers: [(name: String, value: String)] = [],
    body: [UInt8] = [], wireBytes: Int = 0, notModified: Bool = false,
    redirects: [(status: Int, location: String)] = [], movedPermanentlyTo: String? = nil,
    retryAfterSeconds: Int? = nil, fetchedAt: Int64, httpVersion: Int = 1
  ) {
    self.httpVersion = httpVersion
    self.finalURL = finalURL
    self.status = status
    self.headers = headers
    self.body = body
    self.wireBytes = wireBytes
    self.notModified = notModified
    self.redirects = redirects
    self.movedPermanentlyTo = movedPermanentlyTo
    self.retryAfterSeconds = retryAfterSeconds
    self.fetchedAt = fetchedAt
  }

  /// The first field of a name, in any case.
  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  package var etag: String? { header("etag") }
  package var lastModified: String? { header("last-modified") }
  package var contentType: String? { header("content-type") }
}
