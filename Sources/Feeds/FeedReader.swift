import Markup

/// Reads feeds of every kind: RSS 0.90–2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, RSS in JSON.
package enum FeedReader {
  /// Reads what a server sent.
  ///
  /// Damage is repaired and named in `Feed.problems`; only what is no feed at all throws.
  /// - Parameters:
  ///   - contentType: the HTTP header, for the encoding.
  ///   - url: the address it came from, for relative addresses.
  package static func read(
    _ bytes: [UInt8], contentType: String? = nil, url: String? = nil
  ) throws(FeedError) -> Feed {
    if JSONFeedReader.isJSON(bytes) { return try JSONFeedReader(url: url).feed(bytes) }
    let document = try FeedDocument(XMLReader.tree(of: bytes, contentType: contentType), url: url)
    return FeedDrawing(document: document).feed()
  }
}
