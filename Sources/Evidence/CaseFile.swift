package import Press

/// A story's exhibits, each read once, so that a new article costs only its own reading and the
/// laying out anew.
package struct CaseFile: Sendable {
  private var digests: [Article.ID: ExhibitDigest] = [:]

  package init() {}

  /// Takes an article in; a new version takes the place of the old one.
  package mutating func add(_ exhibit: Exhibit) {
    digests[exhibit.article.id] = ExhibitDigest(exhibit)
  }

  package mutating func remove(_ article: Article.ID) {
    digests[article] = nil
  }

  /// The dossier of all that is in the file.
  package func dossier() -> Dossier {
    let all = digests.values.sorted {
      ($0.exhibit.arrived, $0.article.id) < ($1.exhibit.arrived, $1.article.id)
    }
    let own = all.filter { !$0.exhibit.isSibling && $0.exhibit.copyOf == nil }
    var dossier = Dossier()
    var draft = KeyPointDraft(digests: own)
    dossier.keyPoints = draft.pick(6).map {
      KeyPoint(citation: own[$0.exhibit].citation(ofSentence: $0.sentence))
    }
    return dossier
  }
}
