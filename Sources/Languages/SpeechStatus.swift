import Press

/// How surely something is said.
struct SpeechStatus {
  let text: SpeechText
  private var rules: SpeechStatusRules { text.lexicon.statuses }

  init(_ text: SpeechText) { self.text = text }

  /// The status of something said, from its verb, the words around it, and its own.
  func status(of spoken: SpokenWords) -> Speech.Status {
    if spoken.kind == .direct {
      return spoken.status == .asked ? .asked : .stated
    }
    if let status = spoken.status, status == .denied || status == .asked || status == .unconfirmed {
      return status
    }
    if let status = rules.status(
      text, spoken.sentence, wanted: [.unconfirmed, .denied])
    {
      return status
    }
    if spoken.kind == .freeIndirect { return .hearsay }
    if let status = spoken.status { return status }
    for span in spoken.spans {
      if let status = rules.status(text, span, wanted: [.hedged]) { return status }
    }
    return .claimed
  }

  /// The status of a sentence, spoken or not.
  func status(of sentence: Range<Int>) -> Speech.Status {
    let parts = SpeechSentence(sentence, in: text, paragraph: 0)
    let cues = SpeechCueFinder(text, parts).cues()
    let verbs = Set(cues.compactMap(\.verb.status))
    if let status = rules.status(text, sentence, wanted: [.unconfirmed, .denied]) {
      return status
    }
    for status in [Speech.Status.denied, .asked, .confirmed, .estimated]
    where verbs.contains(status) {
      return status
    }
    if let status = rules.status(text, sentence, wanted: [.estimated, .hearsay]) {
      return status
    }
    if verbs.contains(.announced) {
      return rules.status(text, sentence, wanted: [.hedged]) ?? .announced
    }
    var reader = SpeechInSentence(text, parts)
    reader.read()
    let isReported = reader.found.contains { $0.kind == .indirect || $0.kind == .reported }
    if verbs.contains(.hedged) { return .hedged }
    if isReported { return .claimed }
    if reader.found.contains(where: { $0.kind == .freeIndirect }) { return .hearsay }
    if let status = rules.status(text, sentence, wanted: [.hedged, .announced]) {
      return status
    }
    return isIntended(parts) ? .announced : .stated
  }

  /// "will … vorlegen", "soll … fließen": told as a plan.
  private func isIntended(_ sentence: SpeechSentence) -> Bool {
    sentence.clauses.contains { clause in
      clause.dropFirst().contains { text.has($0, [.will, .should]) && !text.isHidden($0) }
    }
  }
}
