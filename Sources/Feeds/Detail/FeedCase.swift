import Markup

/// Reads one case of a feed test suite: a line of JSON with the document in Base64 and the headers
/// it came with; answers with a line that holds every detail.
package enum FeedCase {
  /// `{"id":…,"result":{…}}`, or `{"id":…,"error":…}` for what is no case.
  package static func answer(_ line: [UInt8]) -> [UInt8] {
    var writer = JSONWriter()
    guard let value = JSONValue(line), let data = value["data_b64"]?.text else {
      writer.write(
        .object([
          "id": JSONValue(line)?["id"] ?? .null,
          "error": .string("no case: the key data_b64 is missing"),
        ]))
      return writer.bytes
    }
    guard let bytes = Base64.decode(data.utf8) else {
      writer.write(
        .object(["id": value["id"] ?? .null, "error": .string("data_b64 is no Base64")]))
      return writer.bytes
    }
    writer.write(
      .object(["id": value["id"] ?? .null, "result": .object(result(bytes, http: value["http"]))]))
    return writer.bytes
  }

  /// Every detail of a document that came with the given address and headers.
  static func result(_ bytes: [UInt8], http: JSONValue?) -> [String: JSONValue] {
    var headers: [String: JSONValue] = [:]
    if case .object(let given)? = http?["headers"] {
      for (name, value) in given { headers[name.lowercased()] = value }
    }
    var url = http?["url"]?.text
    if let location = headers["content-location"]?.text {
      let address = Address.resolve(location, against: url)
      if Address.isWeb(address) { url = address }
    }
    var result: [String: JSONValue] = [
      "headers": .object(headers), "feed": .object([:]), "entries": .array([]),
    ]
    result["etag"] = headers["etag"]
    result["modified"] = headers["last-modified"].flatMap { $0.text == nil ? nil : $0 }
    if JSONFeedReader.isJSON(bytes) {
      JSONDetail.read(bytes, url: url, into: &result)
      return result
    }
    let tree = XMLReader.tree(of: bytes, contentType: headers["content-type"]?.text)
    result["bozo"] = .bool(tree.isDamaged)
    result["encoding"] = .string(tree.encoding)
    result["version"] = .string("")
    var namespaces: [String: JSONValue] = [:]
    for namespace in tree.namespaces { namespaces[namespace.prefix] = .string(namespace.address) }
    result["namespaces"] = .object(namespaces)
    guard let document = try? FeedDocument(tree, url: url) else { return result }
    let reader = DetailReader(document: document, language: headers["content-language"]?.text)
    result["version"] = .string(document.version)
    result["feed"] = .object(reader.feed())
    result["entries"] = .array(reader.entries())
    return result
  }
}
