import Markup
import Press

extension DetailReader {
  /// The elements of modules, and those nobody knows: their text, or else their attributes.
  func readModule(
    _ node: XMLTree.NodeID, _ key: String, into properties: inout Properties, isEntry: Bool
  ) {
    let text = document.text(of: node)
    switch key {
    case "itunes_owner": readPublisher(node, into: &properties)
    case "itunes_block": properties[key] = .number(text.lowercased() == "yes" ? "1" : "0")
    case "itunes_explicit":
      switch text.lowercased() {
      case "yes", "true", "explicit": properties[key] = .bool(true)
      case "clean", "no", "false": properties[key] = .bool(false)
      default: properties[key] = .null
      }
    case "itunes_image":
      let address = document.attribute("href", of: node) ?? document.attribute("url", of: node)
      if let address {
        properties["image"] = .object(["href": .string(resolve(address, at: node))])
      }
    case "media_group":
      for child in document.tree.elements(of: node) {
        read(element: child, into: &properties, isEntry: isEntry)
      }
    case "media_content", "media_thumbnail", "media_credit", "media_restriction", "media_license":
      var part = attributes(of: node)
      if !text.isEmpty, document.tree.child(of: node) == nil { part["content"] = .string(text) }
      append(part, to: key, of: &properties)
      for child in document.tree.elements(of: node) {
        read(element: child, into: &properties, isEntry: isEntry)
      }
    case "media_player", "media_rating":
      var part = attributes(of: node)
      part["content"] = .string(text)
      properties[key] = .object(part)
    case "creativecommons_license", "cc_license", "media_licence":
      let address = document.attribute("resource", of: node) ?? text
      properties["license"] = .string(resolve(address, at: node))
      append(
        ["rel": .string("license"), "href": .string(resolve(address, at: node))], to: "links",
        of: &properties)
    case "admin_generatoragent":
      if let address = document.attribute("resource", of: node) {
        properties["generator"] = .string(address)
        properties["generator_detail"] = .object(["href": .string(resolve(address, at: node))])
      }
    case "admin_errorreportsto":
      properties["errorreportsto"] = document.attribute("resource", of: node).map(JSONValue.string)
    case "dcterms_valid": readValidity(text, into: &properties)
    case "feedburner_browserfriendly": set(text: node, "info", of: &properties)
    case "psc_chapters" where properties[key] != nil: return
    case "psc_chapters": readChapters(node, into: &properties)
    case "cloud":
      properties[key] = .object(attributes(of: node))
    case "wfw_comment", "wfw_commentrss", "docs":
      properties[key] = .string(resolve(text, at: node))
    default:
      if key.hasPrefix("georss_") || key.hasPrefix("gml_") || key == "geo_point" {
        if let place = place(node) { properties["where"] = .object(place) }
        return
      }
      let attributes = attributes(of: node)
      if attributes.isEmpty {
        properties[key] = .string(text)
      } else {
        properties[key] = .object(attributes)
      }
    }
  }

  /// All attributes but declarations.
  private func attributes(of node: XMLTree.NodeID) -> Properties {
    var found: Properties = [:]
    for attribute in document.tree.attributes(of: node) {
      let name = document.tree.names[Int(attribute.name)]
      guard name.prefix != "xmlns", name.local != "xmlns", name.prefix != "xml" else { continue }
      let value = document.tree.value(of: attribute)
      let key = name.local.lowercased()
      found[key] = .string(key == "href" || key == "url" ? resolve(value, at: node) : value)
    }
    return found
  }

  /// `start=2002-10-13T09:00+01:00;end=…`
  private func readValidity(_ text: String, into properties: inout Properties) {
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let name = PlainText.ofText(Array(pair[0].utf8))
      let value = PlainText.ofText(Array(pair[1].utf8))
      if name == "start" || name == "end" { set(date: value, "validity_" + name, of: &properties) }
    }
  }

  /// Podlove simple chapters.
  private func readChapters(_ node: XMLTree.NodeID, into properties: inout Properties) {
    var chapters: [JSONValue] = []
    for child in document.tree.elements(of: node).prefix(512) {
      var chapter = attributes(of: child)
      if let start = chapter["start"]?.text, let seconds = Self.seconds(start) {
        chapter["start_parsed"] = .number(String(seconds))
      }
      if let image = chapter["image"]?.text {
        chapter["image"] = .string(resolve(image, at: child))
      }
      chapters.append(.object(chapter))
    }
    var part: Properties = ["chapters": .array(chapters)]
    part["version"] = document.attribute("version", of: node).map(JSONValue.string)
    properties["psc_chapters"] = .object(part)
  }

  /// Normal play time: `1:02:03.5`, `02:03`, `63`.
  private static func seconds(_ text: String) -> Double? {
    var total = 0.0
    let parts = text.split(separator: ":")
    guard (1...3).contains(parts.count) else { return nil }
    for part in parts {
      guard let value = Double(part), value >= 0, value < 1_000_000 else { return nil }
      total = total * 60 + value
    }
    return total
  }

  // MARK: Places (GeoRSS, GML)

  /// A geometry as GeoJSON writes it: longitude first.
  private func place(_ node: XMLTree.NodeID) -> Properties? {
    let kind = document.locals[Int(document.tree[node].name)]
    switch kind {
    case "point", "line", "polygon", "box": return geometry(kind, document.text(of: node))
    case "where":
      for child in document.tree.elements(of: node) { return geometry(gml: child) }
      return nil
    default: return nil
    }
  }

  private func geometry(
    _ kind: String, _ text: String, dimensions: Int = 2, isLatitudeFirst: Bool = true
  ) -> Properties? {
    let numbers = text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
      .prefix(20_000).compactMap { Double($0) }
    var pairs: [JSONValue] = []
    for index in stride(from: 0, through: numbers.count - dimensions, by: dimensions) {
      var point = numbers[index..<index + dimensions].map { JSONValue.number("\($0)") }
      if isLatitudeFirst { point.swapAt(0, 1) }
      pairs.append(.array(point))
    }
    guard let first = pairs.first else { return nil }
    switch kind {
    case "point": return ["type": .string("Point"), "coordinates": first]
    case "line": return ["type": .string("LineString"), "coordinates": .array(pairs)]
    case "polygon": return ["type": .string("Polygon"), "coordinates": .array([.array(pairs)])]
    default: return ["type": .string("Box"), "coordinates": .array(pairs)]
    }
  }

  private func geometry(gml node: XMLTree.NodeID) -> Properties? {
    let kind: String
    switch document.locals[Int(document.tree[node].name)] {
    case "point": kind = "point"
    case "linestring": kind = "line"
    case "polygon": kind = "polygon"
    case "envelope": kind = "box"
    default: return nil
    }
    let isSpace = document.tree.elements(of: node).contains {
      document.attribute("srsdimension", of: $0) == "3"
    }
    return geometry(
      kind, PlainText.ofText(document.bytes(of: node)),
      dimensions: isSpace || document.attribute("srsdimension", of: node) == "3" ? 3 : 2,
      isLatitudeFirst: !(document.attribute("srsname", of: node) ?? "").hasPrefix("EPSG:269"))
  }
}
