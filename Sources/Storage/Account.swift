/// Somebody who reads here, signed in.
package struct Account: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var name: String
  /// May change sources and accounts.
  package var isOperator: Bool
  package var createdAt: Int64
  /// Copies of what was read are read, too.
  package var copiesTogether: Bool
  /// Has the feed of stories.
  package var hasStories: Bool
  /// Subscribes to every source that is added.
  package var joinsSources: Bool
}

/// A browser that is signed in.
package struct ReaderSession: Sendable, Hashable {
  /// SHA-256 of the secret the browser keeps.
  package var hash: [UInt8]
  package var agent: String
  package var createdAt: Int64
  package var usedAt: Int64
}

/// A reader app with a secret of its own.
package struct Device: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var name: String
  package var createdAt: Int64
  package var usedAt: Int64?
  /// Whether it may use the Fever interface.
  package var speaksFever: Bool
}
