struct TreeConstruction {
  static func arena(of source: [UInt8], context: String?, limits: Limits) -> Arena {
    Arena(
      source: source, extra: [], nodes: [NodeRecord(code: NodeCode(.document))], attributes: [],
      names: [], doctype: Doctype(), isQuirky: false)
  }
}
