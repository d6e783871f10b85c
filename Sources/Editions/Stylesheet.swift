package import Hypertext

/// The one style sheet of all pages.
package enum Stylesheet {
  /// The sheet as it is inlined.
  package static let css = CSS(
    EmbeddedFile.all.filter { $0.path.hasSuffix(".css") }.map(\.text))

  /// Exactly what stands between `<style>` and `</style>`: its SHA-256 in base64 goes into the
  /// policy `style-src 'sha256-…'`.
  package static let text = css.text
}

/// Files of ours that are served beside the pages.
package enum Asset {
  /// The icon at `/icon.svg`, media type `image/svg+xml`.
  package static let icon: String =
    EmbeddedFile.all.first { $0.path == "Assets/icon.svg" }?.text.description ?? ""
}
