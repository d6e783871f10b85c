import Foundation
import Synchronization

/// Progress of long work: one line that renews itself on a terminal, nothing in a pipe.
final class Progress: Sendable {
  private let isTerminal = isatty(2) == 1
  private let width = Mutex(0)

  func show(_ words: String) {
    guard isTerminal else { return }
    width.withLock { width in
      let padding = String(repeating: " ", count: max(0, width - words.count))
      try? FileHandle.standardError.write(contentsOf: Data("\r\(words)\(padding)".utf8))
      width = words.count
    }
  }

  /// Takes the line away.
  func clear() {
    guard isTerminal else { return }
    width.withLock { width in
      let blank = String(repeating: " ", count: width)
      try? FileHandle.standardError.write(contentsOf: Data("\r\(blank)\r".utf8))
      width = 0
    }
  }
}
