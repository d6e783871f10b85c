import Documents
import Foundation

/// Answers requests on standard input, line by line, so that another program can drive the
/// extractor: one row for each, at once.
struct ExtractRequests {
  private struct Request: Decodable {
    var id: String?
    var path: String
    var url: String?
  }

  /// Whether one of them failed.
  func answer() throws -> Bool {
    var hasFailed = false
    let decoder = JSONDecoder()
    for line in try JSONLines.read("-") {
      var row: [UInt8]
      do {
        let request = try decoder.decode(Request.self, from: Data(line))
        row = self.row(for: request, &hasFailed)
      } catch {
        hasFailed = true
        row = FailureRow(id: "", error: "the line is no request: \(error)").json
        say("A line is no request: it needs {\"id\",\"path\",\"url\"}.")
      }
      row.append(10)
      try FileHandle.standardOutput.write(contentsOf: row)
    }
    return hasFailed
  }

  private func row(for request: Request, _ hasFailed: inout Bool) -> [UInt8] {
    let file = InputFile(id: request.id ?? request.path, path: request.path)
    do {
      return try Extraction(
        try file.bytes(), id: file.id, url: request.url.flatMap { $0.isEmpty ? nil : $0 },
        label: file.path
      ).row.json
    } catch {
      hasFailed = true
      say("\(error)")
      return FailureRow(id: file.id, error: "\(error)").json
    }
  }
}
