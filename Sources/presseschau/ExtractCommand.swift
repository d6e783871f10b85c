import ArgumentParser
import Documents
import Foundation

/// `extract`: pages or flattened texts in, clean articles out.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads the articles out of saved pages and texts.",
    discussion: "Rows come in the order of the files; one that fails is named and the rest goes on."
  )

  /// How articles are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json, jsonl
  }

  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = []
  @Option(help: "How to print: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = Format.text
  @Flag(help: "Answer lines {\"id\",\"path\",\"url\"} on standard input, one row for each at once.")
  var requests = false
  @Option(help: "The address the page was read from, for relative links and the outlet.")
  var url: String?

  func validate() throws {
    if paths.isEmpty && !requests {
      throw ValidationError("Name files or folders, - for standard input, or --requests.")
    }
  }

  func run() async throws {
    let failed = requests ? try answerRequests() : try await readFiles()
    if failed { throw ExitCode(1) }
  }

  // MARK: Requests

  private struct Request: Decodable {
    var id: String?
    var path: String
    var url: String?
  }

  private struct Failure: Encodable {
    var id: String
    var error: String
  }

  private func answerRequests() throws -> Bool {
    var failed = false
    let decoder = JSONDecoder()
    for line in try JSONLines.read("-") {
      do {
        let request = try decoder.decode(Request.self, from: Data(line))
        let file = InputFile(id: request.id ?? request.path, path: request.path)
        do {
          try JSONLines.print(Extraction(file, url: request.url).row)
        } catch {
          failed = true
          try JSONLines.print(Failure(id: file.id, error: "\(error)"))
          say("\(error)")
        }
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(Failure(id: "", error: "the line is no request: \(error)"))
        say("A line is no request: it needs {\"id\",\"path\",\"url\"}.")
      }
    }
    return failed
  }

  // MARK: Files

  /// Whether one of the files failed.
  private func readFiles() async throws -> Bool {
    let files = try InputFile.all(below: paths)
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    var failed = false
    var printed = 0
    if format == .json { write("[") }
    for start in stride(from: 0, to: files.count, by: 32 * width) {
      let batch = Array(files[start..<min(start + 32 * width, files.count)])
      for (file, result) in zip(batch, await read(batch, width: width)) {
        switch result {
        case .success(let lines):
          if format == .json, printed > 0 { write(",\n") }
          write(lines)
          printed += 1
        case .failure(let error):
          failed = true
          say("\(error)")
          if format == .jsonl { try JSONLines.print(Failure(id: file.id, error: "\(error)")) }
        }
      }
    }
    if format == .json { write("]\n") }
    return failed
  }

  /// The outputs of a batch, in its order; the cores share the files.
  private func read(_ batch: [InputFile], width: Int) async -> [Result<Data, any Error>] {
    await withTaskGroup(of: [(Int, Result<Data, any Error>)].self) { group in
      for worker in 0..<width {
        group.addTask {
          stride(from: worker, to: batch.count, by: width).map { index in
            (index, Result { try output(of: batch[index]) })
          }
        }
      }
      var results: [Result<Data, any Error>?] = Array(repeating: nil, count: batch.count)
      for await found in group {
        for (index, result) in found { results[index] = result }
      }
      return results.compactMap { $0 }
    }
  }

  private func output(of file: InputFile) throws -> Data {
    let extraction = try Extraction(file, url: url)
    switch format {
    case .text: return Data((extraction.article.plainText + "\n\n").utf8)
    case .markdown: return Data((extraction.article.markdown + "\n\n").utf8)
    case .html: return Data((extraction.article.markup + "\n").utf8)
    case .json, .jsonl:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.withoutEscapingSlashes]
      var line = try encoder.encode(extraction.row)
      if format == .jsonl { line.append(10) }
      return line
    }
  }

  private func write(_ words: String) { write(Data(words.utf8)) }

  private func write(_ data: Data) {
    try? FileHandle.standardOutput.write(contentsOf: data)
  }
}
