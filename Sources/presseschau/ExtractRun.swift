import Documents
import Fetching
import Foundation

/// Reads inputs on all cores and gives what was read in the order of the inputs.
struct ExtractRun: Sendable {
  let format: ExtractFormat
  /// The address that holds for all inputs that name none.
  let url: String?
  let fetcher: Fetcher?
  /// Ids that are passed over.
  let done: Set<String>
  /// Batches read at a time.
  let width: Int

  /// Addresses asked for at a time; each host is asked more slowly.
  private static let atOnce = 8

  /// Whether one of the inputs failed.
  func read(_ paths: [String], into output: ExtractOutput) async throws -> Bool {
    let inputs = ExtractInputs(paths, ahead: 2 * width + 2, skipping: done)
    let progress = ExtractProgress()
    var output = output
    let hasFailed = try await withThrowingTaskGroup(of: (Int, [ExtractPart]).self) { group in
      var order = InOrder()
      var hasFailed = false
      var started = 0
      var running = 0
      func write(_ parts: [ExtractPart]) throws {
        for part in parts {
          if case .failure(let row) = part {
            hasFailed = true
            progress.clear()
            say(row.error)
          }
          progress.count(part)
          try output.write(part)
        }
      }
      for await batch in inputs.batches {
        inputs.wasTaken()
        let limit = batch.first.map(isAddress) == true ? max(width, Self.atOnce) : width
        while running >= limit || started - order.due >= 4 * limit {
          guard let (place, parts) = try await group.next() else { break }
          running -= 1
          for ready in order.add(parts, at: place) { try write(ready) }
        }
        let place = started
        group.addTask { (place, await read(batch)) }
        started += 1
        running += 1
      }
      while let (place, parts) = try await group.next() {
        for ready in order.add(parts, at: place) { try write(ready) }
      }
      return hasFailed
    }
    progress.finish()
    try output.finish()
    return hasFailed
  }

  private func isAddress(_ input: ExtractInput) -> Bool {
    if case .address = input { true } else { false }
  }

  private func read(_ batch: [ExtractInput]) async -> [ExtractPart] {
    var parts: [ExtractPart] = []
    parts.reserveCapacity(batch.count)
    for input in batch { parts.append(await part(of: input)) }
    return parts
  }

  private func part(of input: ExtractInput) async -> ExtractPart {
    if case .unreadable(let row) = input { return .failure(row) }
    do {
      return format.part(of: try await extraction(of: input))
    } catch {
      return .failure(FailureRow(id: input.id, error: "\(error)"))
    }
  }

  private func extraction(of input: ExtractInput) async throws -> Extraction {
    switch input {
    case .page(let page):
      return try Extraction(
        page.bytes, id: page.id, url: page.url ?? url, contentType: page.contentType,
        label: page.path)
    case .unreadable(let row): throw InputError.unreadable(row.id)
    case .address(let address):
      guard let fetcher else { throw InputError.missing(address) }
      let answer = try await fetcher.fetch(Request(url: address))
      return try Extraction(
        answer.body, id: address, url: answer.finalURL, contentType: answer.contentType,
        label: address)
    }
  }
}
