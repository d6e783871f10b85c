/// Reads XML, well-formed or not, into an `XMLTree`.
///
/// Hostile input is bounded: 256 levels, 256 attributes an element, 4096 names, 128 open namespace
/// declarations, 1 MiB of expanded entities. Nothing outside the input is ever read: no external
/// entity, no document type, no stylesheet. Time is linear in the size of the input.
public enum XMLReader {
  /// Reads a document as it came over the wire.
  public static func tree(of bytes: [UInt8], contentType: String? = nil) -> XMLTree {
    let decoded = XMLEncoding.utf8(from: bytes, contentType: contentType)
    var tree = tree(ofUTF8: decoded.bytes)
    tree.encoding = decoded.encoding
    if let problem = decoded.problem {
      tree.isDamaged = true
      tree.problems.insert(XMLTree.Problem(message: problem, offset: 0), at: 0)
    }
    if let type = contentType?.lowercased(), !type.isEmpty,
      !type.utf8.contains(where: { $0 == 58 }),
      !XMLEncoding.isXML(type)
    {
      tree.isDamaged = true
      tree.problems.append(XMLTree.Problem(message: "sent as \(type), which is not XML", offset: 0))
    }
    return tree
  }

  /// Reads a document that is UTF-8 already.
  public static func tree(ofUTF8 bytes: [UInt8]) -> XMLTree {
    var source = bytes.count > Int(Int32.max) / 2 ? Array(bytes.prefix(Int(Int32.max) / 2)) : bytes
    let doctype = XMLDoctype(of: source)
    var overrun = false
    if !doctype.entities.isEmpty {
      overrun = XMLEntityExpansion.expand(&source, with: doctype)
    }
    var scanner = XMLScanner()
    scanner.scan(source.span)
    if overrun { scanner.note("entities expand to more than allowed", at: 0) }
    var tree = scanner.tree
    tree.names = scanner.names.names
    tree.namespaces = scanner.names.declared
    tree.bytes = source
    tree.publicID = doctype.publicID
    return tree
  }
}
