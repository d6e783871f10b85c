package import Hypertext
import Press

/// The one style sheet of all pages.
package enum Stylesheet {
  /// The sheet as it is inlined.
  package static let css = CSS(
    EmbeddedFile.all.filter { $0.path.hasSuffix(".css") && !$0.path.contains("/desk") }
      .map(\.text))

  /// Exactly what stands between `<style>` and `</style>`: its SHA-256 in base64 goes into the
  /// policy `style-src 'sha256-…'`.
  package static let text = css.text
}

extension Stylesheet {
  /// The sheet without what only fronts, stories and forms need: a long article then stays within
  /// the first TCP window. Used where `Edition.hasLeanSheets` is set, as are the next two.
  package static let article = without("3-front", "4-story", "6-forms", "/desk")

  /// The sheet of fronts, sections, days and outlets.
  package static let front = without("4-story", "5-article", "6-forms", "/desk")

  /// The sheet of stories.
  package static let story = without("5-article", "6-forms", "/desk")

  /// The sheet of the reader's desk.
  package static let desk = CSS(
    EmbeddedFile.all.filter { file in
      file.path.hasSuffix(".css")
        && !["3-front", "4-story", "5-article"].contains { file.path.contains($0) }
    }.sorted { !$0.path.contains("/desk") && $1.path.contains("/desk") }.map(\.text))

  /// All sheets that public pages may carry, for a policy that allows each of them by its hash.
  package static let texts = [text, article.text, front.text, story.text]

  private static func without(_ parts: String...) -> CSS {
    CSS(
      EmbeddedFile.all.filter { file in
        file.path.hasSuffix(".css") && !parts.contains { file.path.contains($0) }
      }.map(\.text))
  }
}

/// Files of ours that are served beside the pages.
package enum Asset: String, Sendable, CaseIterable {
  /// Keys, for readers who want a script.
  case script = "paper.js"
  /// The worker that keeps the pages read last for the way.
  case worker = "offline.js"
  /// What a browser needs to put the paper among its apps (W3C Web Application Manifest).
  case manifest = "paper.webmanifest"
  /// Which pages a browser may fetch before they are opened (Speculation Rules, WICG): for readers
  /// with the script only, for it is a request of its own.
  case speculation = "speculation.json"

  package var contentType: String {
    switch self {
    case .script, .worker: "text/javascript; charset=utf-8"
    case .manifest: "application/manifest+json"
    case .speculation: "application/speculationrules+json"
    }
  }

  /// The file; the manifest tells the paper's name.
  /// - Parameter root: the path all our paths begin with.
  package func bytes(title: String, root: String = "") -> [UInt8] {
    switch self {
    case .script, .worker:
      return Array(
        (EmbeddedFile.all.first { $0.path == "Assets/\(rawValue)" }?.text.description ?? "").utf8)
    case .manifest:
      var bytes = Array(#"{"start_url":"./","scope":"./","display":"minimal-ui","name":"#.utf8)
      bytes.append(jsonString: title)
      bytes += Array(
        #"""
        ,"background_color":"#fffefb","theme_color":"#fffefb",
        "icons":[{"src":"icon.svg","sizes":"any","type":"image/svg+xml"}]}
        """#.utf8)
      return bytes
    case .speculation:
      return Array(
        #"""
        {"prefetch":[{"where":{"and":[{"href_matches":"\#(root)/*"},
        {"not":{"href_matches":["\#(root)/desk*","\#(root)/en/desk*","\#(root)/signin*",
        "\#(root)/search*","\#(root)/passage/*"]}}]},"eagerness":"moderate"}]}
        """#.utf8)
    }
  }

  /// The icon at `/icon.svg`, media type `image/svg+xml`.
  package static let icon: String =
    EmbeddedFile.all.first { $0.path == "Assets/icon.svg" }?.text.description ?? ""

  /// The desk's keyboard at `/desk/desk.js`, media type `text/javascript`; nothing needs it.
  package static let deskScript: String =
    EmbeddedFile.all.first { $0.path == "Assets/desk.js" }?.text.description ?? ""
}
