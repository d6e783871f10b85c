import Foundation

/// Counts what was read, and says so on a terminal a few times a second.
final class ExtractProgress {
  private let line = Progress()
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var pages = 0
  private var failures = 0

  func count(_ part: ExtractPart) {
    if case .failure = part { failures += 1 } else { pages += 1 }
    let now = ContinuousClock.now
    guard now - shown > .milliseconds(200) else { return }
    shown = now
    let seconds = Double((now - start).components.seconds) + 0.5
    line.show(
      "\(pages) articles read, \(failures) failed, \(Int(Double(pages) / seconds)) a second")
  }

  func clear() { line.clear() }

  func finish() { line.clear() }
}
