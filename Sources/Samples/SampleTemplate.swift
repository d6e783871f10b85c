import Hypertext

/// An outlet's page with places to fill: `{{headline}}`. A line whose place stays empty is left
/// out, as such pages leave out what they do not have.
struct SampleTemplate: Sendable {
  /// What goes into a place.
  enum Filling {
    case text(String)
    case markup(HTML)
    /// JSON inside a script element.
    case json(String)

    var bytes: [UInt8] {
      switch self {
      case .text(let text): ("\(text)" as HTML).bytes
      case .markup(let piece): piece.bytes
      case .json(let text): [UInt8](text.utf8)
      }
    }
  }

  private let lines: [[Part]]

  private enum Part {
    case literal([UInt8])
    case place(String)
  }

  init(_ text: String) {
    lines = text.split(separator: "\n").map { line in
      var parts: [Part] = []
      var rest = line
      while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
        parts.append(.literal([UInt8](rest[..<open.lowerBound].utf8)))
        parts.append(.place(String(rest[open.upperBound..<close.lowerBound])))
        rest = rest[close.upperBound...]
      }
      return parts + [.literal([UInt8](rest.utf8) + [10])]
    }
  }

  func filled(_ fillings: [String: Filling]) -> [UInt8] {
    var out: [UInt8] = []
    for line in lines {
      var bytes: [UInt8] = []
      var isEmpty = false
      for part in line {
        switch part {
        case .literal(let literal): bytes += literal
        case .place(let name):
          let filling = fillings[name]?.bytes ?? []
          isEmpty = isEmpty || filling.isEmpty
          bytes += filling
        }
      }
      if !isEmpty { out += bytes }
    }
    return out
  }
}
