import Dispatch
import Fetching
import Foundation

/// One thing to read an article out of.
enum ExtractInput: Sendable {
  case page(SavedPage)
  case unreadable(FailureRow)
  /// Still to be fetched.
  case address(String)

  /// The id its row carries.
  var id: String {
    switch self {
    case .page(let page): page.id
    case .unreadable(let row): row.id
    case .address(let url): url
    }
  }

  /// Whether a word of the command line is an address of the web.
  static func isAddress(_ path: String) -> Bool {
    let start = path.prefix(8).lowercased()
    return start.hasPrefix("http://") || start == "https://"
  }
}

/// Walks files, folders and archives on a thread of its own and stays a little ahead of the
/// reading, so that an archive of any size takes little memory.
struct ExtractInputs: Sendable {
  /// Inputs of one batch, and the bytes after which it is full.
  private static let most = 16
  private static let mostBytes = 4 << 20

  let batches: AsyncStream<[ExtractInput]>
  private let room = DispatchSemaphore(value: 0)
  private let ahead: Int

  init(_ paths: [String], ahead: Int, skipping done: Set<String>) {
    self.ahead = ahead
    let room = room
    // Counted up from 0: a semaphore that ends below the value it began with is a trap.
    for _ in 0..<ahead { room.signal() }
    batches = AsyncStream { continuation in
      let thread = Thread {
        var batch: [ExtractInput] = []
        var bytes = 0
        func send() -> Bool {
          if batch.isEmpty { return true }
          room.wait()
          defer { batch = [] }
          bytes = 0
          if case .terminated = continuation.yield(batch) { return false }
          return true
        }
        func add(_ input: ExtractInput, _ count: Int) -> Bool {
          if done.contains(input.id) { return true }
          batch.append(input)
          bytes += count
          return batch.count < Self.most && bytes < Self.mostBytes || send()
        }
        Self.walk(paths, add: add, send: send)
        _ = send()
        continuation.finish()
      }
      // Folders are walked by recursion.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  /// To be called when a batch was taken.
  func wasTaken() { room.signal() }

  private static func walk(
    _ paths: [String], add: (ExtractInput, Int) -> Bool, send: () -> Bool
  ) {
    for path in paths {
      if ExtractInput.isAddress(path) {
        // A batch of its own: it waits for the network.
        guard send(), add(.address(path), 0), send() else { return }
        continue
      }
      var found = false
      var goesOn = true
      SavedPages.walk([path]) { result in
        found = true
        switch result {
        case .success(let page): goesOn = add(.page(page), page.bytes.count)
        case .failure(let error):
          goesOn = add(.unreadable(FailureRow(id: error.id, error: error.description)), 0)
        }
        return goesOn
      }
      guard goesOn else { return }
      if !found {
        let row = FailureRow(id: path, error: InputError.empty(path).description)
        guard add(.unreadable(row), 0) else { return }
      }
    }
  }
}
