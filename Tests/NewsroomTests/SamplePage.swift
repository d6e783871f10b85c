import Storage

@testable import Newsroom

/// A page with an article of ours.
enum SamplePage {
  static let now: Int64 = 1_795_240_000

  static func read(_ path: String, _ headline: String, _ paragraphs: [String]) -> ReadPage {
    let body = paragraphs.map { "<p>\($0)</p>" }.joined()
    let html =
      "<!DOCTYPE html><html lang=\"de\"><head><title>\(headline)</title>"
      + "<meta property=\"article:published_time\" content=\"2026-11-20T10:00:00+01:00\">"
      + "<link rel=\"canonical\" href=\"https://\(path)\"></head>"
      + "<body><article><h1>\(headline)</h1>\(body)</article></body></html>"
    let bytes = Array(html.utf8)
    return ReadPage(
      RawPage(
        form: .html, bytes: bytes, url: "https://\(path)", label: "https://\(path)",
        capture: Capture(url: "https://\(path)", fetchedAt: now, status: 200, body: bytes)))
  }
}
