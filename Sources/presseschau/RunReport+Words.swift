import Editions
import Newsroom
import Press
import Storage

extension RunReport {
  /// What a round did and what failed, so that a person understands it: failures of one kind stand
  /// together.
  func lines(after time: Duration, counts: LibraryCounts) -> [String] {
    var asked = ["\(unchangedSources) unchanged"]
    if notModified > 0 { asked[0] += " (\(notModified) said so by 304)" }
    if failedSources > 0 { asked.append("\(failedSources) failed") }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    var lines = [
      "\(sources) sources asked in \((seconds * 10).rounded() / 10) s: "
        + asked.joined(separator: ", ") + ".", brought(counts),
    ]
    lines += failureLines(failures.filter(\.isSource), "source")
    lines += failureLines(failures.filter { !$0.isSource }, "page")
    return lines
  }

  private func brought(_ counts: LibraryCounts) -> String {
    var parts = ["\(newArticles) new articles"]
    if copies > 0 { parts[0] += " (\(copies) of them copies)" }
    if newVersions > 0 { parts.append("\(newVersions) new versions") }
    if standIns > 0 { parts.append("\(standIns) with their teaser only") }
    if postponed > 0 { parts.append("\(postponed) entries left for later") }
    return parts.joined(separator: ", ") + "; the library holds \(counts.articles) articles"
      + " of \(counts.outlets) outlets in \(counts.stories) stories."
  }

  /// Failures with the same cause on one line, the most frequent first; a few of each by name, each
  /// once, however often it failed.
  private func failureLines(_ failures: [Failure], _ what: String) -> [String] {
    Dictionary(grouping: failures) { failure in
      failure.fault.map { HandlingWords.english.fault($0) } ?? failure.why
    }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { words, failures in
      var seen: Set<String> = []
      let names = failures.map(\.what).filter { seen.insert($0).inserted }
      let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
      let times = failures.count > names.count ? ", \(failures.count) times" : ""
      return "  \(names.count) \(what)\(names.count == 1 ? "" : "s")\(times): \(words)"
        + " \(names.prefix(3).joined(separator: ", "))\(rest)"
    }
  }
}
