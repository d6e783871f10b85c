import Markup

extension DetailReader {
  /// Name, mail address and page of a person element, or of a person written as text.
  func person(_ node: XMLTree.NodeID) -> Properties {
    var person: Properties = [:]
    guard document.tree.child(of: node) != nil else {
      let parsed = Person(document.text(of: node))
      if !parsed.name.isEmpty { person["name"] = .string(parsed.name) }
      if let email = parsed.email { person["email"] = .string(email) }
      return person
    }
    for child in document.tree.elements(of: node) {
      let text = document.text(of: child)
      switch document.field(child) {
      case .name: person["name"] = .string(text)
      case .email: person["email"] = .string(text)
      case .uri, .url: person["href"] = .string(resolve(text, at: child))
      default: break
      }
    }
    return person
  }

  /// A person as one text: `name (email)`.
  func line(_ person: Properties) -> String {
    switch (person["name"]?.text, person["email"]?.text) {
    case (let name?, let email?): "\(name) (\(email))"
    case (let name?, nil): name
    case (nil, let email?): email
    case (nil, nil): ""
    }
  }

  func readAuthor(_ node: XMLTree.NodeID, into properties: inout Properties) {
    let detail = person(node)
    let isElement = document.tree.child(of: node) != nil
    guard !detail.isEmpty || isElement else { return }
    let text = isElement ? line(detail) : document.text(of: node)
    properties["author"] = .string(text)
    properties["author_detail"] = .object(detail)
    append(detail, to: "authors", of: &properties)
  }

  func readContributor(_ node: XMLTree.NodeID, into properties: inout Properties) {
    append(person(node), to: "contributors", of: &properties)
  }

  func readPublisher(_ node: XMLTree.NodeID, into properties: inout Properties) {
    let detail = person(node)
    properties["publisher"] = .string(
      document.tree.child(of: node) == nil ? document.text(of: node) : line(detail))
    properties["publisher_detail"] = .object(detail)
  }
}
