import Editions
import Press
import Storage

extension PageRenderer {
  /// The sources with their health, and the settings of one where they are asked for.
  func sourcesPage(
    _ edition: Edition, csrf: String?, notice: FormNotice? = nil, editing: Source.ID? = nil
  ) throws -> SourcesPage {
    let outlets = try outletNames()
    let output = try library.sourceOutput(at: edition.now)
    let rows = try library.sources().map { state in
      let made = output[state.source.url] ?? SourceOutput()
      return SourceRow(
        source: state.source, outlet: outlets[state.source.outlet], health: state.health,
        articleCount: made.articles, lastFetched: state.checkedAt, lastReached: state.succeededAt,
        rhythm: state.rhythm, articlesPerDay: made.perDay, copyShare: made.copyShare)
    }
    return SourcesPage(
      edition: edition, rows: rows, packs: settings.packs, csrf: csrf, notice: notice,
      editing: try editing.flatMap { try sourceSettings($0) })
  }

  private func sourceSettings(_ url: Source.ID) throws -> SourceSettings? {
    guard let source = try library.source(url: url)?.source else { return nil }
    let access = try library.access(of: source.url)
    return SourceSettings(
      source: source, access: (access?.summary ?? []).joined(separator: ", "),
      hosts: access?.hosts ?? [])
  }
}

extension SourceState {
  fileprivate var health: SourceRow.Health {
    if let fault { return .failing(fault, since: succeededAt) }
    guard let succeededAt else { return .new }
    if let newsAt, succeededAt - newsAt > 7 * 86_400 { return .quiet(since: newsAt) }
    return .fine
  }

  /// Seconds from the last check to the next.
  fileprivate var rhythm: Int? {
    guard let checkedAt, nextCheckAt > checkedAt else { return nil }
    return Int(clamping: nextCheckAt - checkedAt)
  }
}
