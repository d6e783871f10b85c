import Markup

extension DetailReader {
  func readLink(_ node: XMLTree.NodeID, into properties: inout Properties) {
    guard let href = document.attribute("href", of: node) else {
      let text = document.text(of: node)
      guard !text.isEmpty else { return }
      let address = JSONValue.string(resolve(text, at: node))
      properties["link"] = address
      append(
        ["rel": .string("alternate"), "type": .string("text/html"), "href": address], to: "links",
        of: &properties)
      return
    }
    let rel = document.attribute("rel", of: node) ?? "alternate"
    var link: Properties = ["rel": .string(rel), "href": .string(resolve(href, at: node))]
    let type = mediaType(document.attribute("type", of: node) ?? defaultType(rel: rel))
    link["type"] = .string(type)
    for key in ["title", "hreflang", "length"] {
      if let value = document.attribute(key, of: node) { link[key] = .string(value) }
    }
    if rel == "alternate", type == "text/html" || type == "application/xhtml+xml" {
      properties["link"] = link["href"]
    }
    append(link, to: "links", of: &properties)
    if rel == "enclosure" {
      link["rel"] = nil
      append(link, to: "enclosures", of: &properties)
    }
  }

  private func defaultType(rel: String) -> String {
    rel == "self" ? "application/atom+xml" : "text/html"
  }

  private func mediaType(_ type: String) -> String {
    switch type.lowercased() {
    case "text": "text/plain"
    case "html": "text/html"
    case "xhtml": "application/xhtml+xml"
    default: type
    }
  }

  func readIdentifier(_ node: XMLTree.NodeID, into properties: inout Properties) {
    let text = document.text(of: node)
    guard document.key(node) == "guid" else {
      properties["id"] = .string(document.key(node) == "id" ? resolve(text, at: node) : text)
      return
    }
    let isLink = document.attribute("ispermalink", of: node)?.lowercased() ?? "true" == "true"
    let identifier = JSONValue.string(isLink ? resolve(text, at: node) : text)
    properties["id"] = identifier
    properties["guidislink"] = .bool(isLink && properties["link"] == nil)
    if isLink, properties["link"] == nil { properties["link"] = identifier }
  }

  func readEnclosure(_ node: XMLTree.NodeID, into properties: inout Properties) {
    var enclosure: Properties = [:]
    for attribute in document.tree.attributes(of: node) {
      let key = document.locals[Int(attribute.name)]
      let value = document.tree.value(of: attribute)
      if key == "url" || key == "href" {
        enclosure["href"] = .string(resolve(value, at: node))
      } else {
        enclosure[key] = .string(value)
      }
    }
    append(enclosure, to: "enclosures", of: &properties)
    enclosure["rel"] = .string("enclosure")
    append(enclosure, to: "links", of: &properties)
  }

  /// RSS names a feed by address and title; Atom gives its head.
  func readSource(_ node: XMLTree.NodeID, into properties: inout Properties) {
    var source: Properties = [:]
    if let url = document.attribute("url", of: node) {
      source["href"] = .string(resolve(url, at: node))
    }
    if document.tree.child(of: node) == nil {
      source["title"] = .string(document.text(of: node))
    } else {
      read(node, into: &source, isEntry: false)
    }
    properties["source"] = .object(source)
  }

  func readGenerator(_ node: XMLTree.NodeID, into properties: inout Properties) {
    let name = document.text(of: node)
    var detail: Properties = ["name": .string(name)]
    if let address = document.attribute("uri", of: node) ?? document.attribute("url", of: node) {
      detail["href"] = .string(resolve(address, at: node))
    }
    if let version = document.attribute("version", of: node) {
      detail["version"] = .string(version)
    }
    properties["generator"] = .string(name)
    properties["generator_detail"] = .object(detail)
  }

  func readTags(_ node: XMLTree.NodeID, into properties: inout Properties) {
    let key = document.key(node)
    let text = document.text(of: node)
    func add(_ term: String?, _ scheme: String?, _ label: String?) {
      append(
        [
          "term": term.map(JSONValue.string) ?? .null,
          "scheme": scheme.map(JSONValue.string) ?? .null,
          "label": label.map(JSONValue.string) ?? .null,
        ], to: "tags", of: &properties)
    }
    switch key {
    case "itunes_keywords", "media_keywords", "keywords":
      if key != "itunes_keywords" { properties[key] = .string(text) }
      let words = text.split { $0 == "," }
      for word in words {
        let term = PlainText.ofText(Array(word.utf8))
        if !term.isEmpty {
          add(term, key.hasPrefix("itunes") ? "http://www.itunes.com/" : nil, nil)
        }
      }
    case "tags":
      for word in text.split(separator: ",") { add(PlainText.ofText(Array(word.utf8)), nil, nil) }
    case "itunes_category":
      if let name = document.attribute("text", of: node) {
        add(name, "http://www.itunes.com/", nil)
      }
      for child in document.tree.elements(of: node) { readTags(child, into: &properties) }
    default:
      let term = document.attribute("term", of: node)
      let scheme = document.attribute("scheme", of: node) ?? document.attribute("domain", of: node)
      let label = document.attribute("label", of: node)
      let habit = key == "media_category" ? "http://search.yahoo.com/mrss/category_schema" : nil
      if term != nil || !text.isEmpty {
        add(term.flatMap { $0.isEmpty ? nil : $0 } ?? text, scheme ?? habit, label)
      }
    }
  }
}
