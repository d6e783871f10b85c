import Languages
import Press

/// Reads who wrote an article out of bylines.
enum BylineReader {
  static func flatByline(of page: Page) -> [Byline] { [] }
}
