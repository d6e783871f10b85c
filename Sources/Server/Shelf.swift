package import Press
package import Storage
package import Synchronization

/// Answers kept ready. It follows the library's changes: what shows something that changed is put
/// away, or, where readers ask for it often, marked old and made anew by the `ShelfKeeper` while
/// readers still get the old bytes for a moment.
package final class Shelf: Sendable {
  /// What an answer shows, and so what makes it old.
  package enum Subject: Sendable, Hashable {
    /// Everything there is.
    case everything
    /// Stories in general, as fronts show them.
    case stories
    case section(Section)
    case story(String)
    case article(String)
    case sources
  }

  /// An object, so that answering copies nothing of it; only touched under the lock.
  private final class Item {
    let key: String
    let ready: Ready
    let subjects: Set<Subject>
    let madeAt: Int64
    /// When something in it changed.
    var oldSince: Int64?
    /// Requests since it was made.
    var asked: Int

    var answer: Answer { ready.answer }

    init(
      key: String, answer: Answer, subjects: Set<Subject>, madeAt: Int64, oldSince: Int64?,
      asked: Int
    ) {
      self.key = key
      ready = Ready(answer)
      self.subjects = subjects
      self.madeAt = madeAt
      self.oldSince = oldSince
      self.asked = asked
    }

    func isTrue(at now: Int64, lifetime: Int64, grace: Int64) -> Bool {
      now - madeAt < lifetime && (oldSince.map { now - $0 <= grace } ?? true)
    }
  }

  /// An answer that is handed out without copying it.
  final class Ready: Sendable {
    let answer: Answer
    init(_ answer: Answer) { self.answer = answer }
  }

  private struct State {
    /// By the hash of the key's bytes.
    var items: [UInt64: Item] = [:]
    var size = 0
    var seen: Int64
    /// Counts changes, so that what was made of an old state is not taken for a new one.
    var round = 0
  }

  private let state: Mutex<State>
  /// Seconds after which times such as "vor 3 Std." are no longer true.
  private static let lifetime: Int64 = 60
  /// Seconds for which readers get the old bytes while new ones are being made.
  private static let grace: Int64 = 3
  private static let mostBytes = 64 << 20

  /// What was served from here and what had to be made.
  package let tally = ShelfTally()

  /// What targets may begin with besides our paths, where the paper lies below a path of its host.
  private let root: [UInt8]

  /// - Parameters:
  ///   - seen: the number of the last change it has seen.
  ///   - root: the path of the public address, such as `/presse`.
  package init(seen: Int64, root: String = "") {
    state = Mutex(State(seen: seen))
    self.root = Array(root.utf8)
  }

  // MARK: Asking

  /// An answer that is still true, or one made now.
  /// - Parameter codings: what the client accepts.
  func answer(
    for key: String, _ codings: Codings = .none, now: Int64,
    make: () throws -> (answer: Answer, subjects: Set<Subject>)
  ) rethrows -> Answer {
    let hash = Self.hash(Array(key.utf8).span)
    let (found, round) = state.withLock { state -> (Answer?, Int) in
      guard let item = state.items[hash], item.key == key, item.oldSince == nil,
        now - item.madeAt < Self.lifetime, item.answer.suits(codings)
      else { return (nil, state.round) }
      item.asked += 1
      return (item.answer, state.round)
    }
    if let found { return found }
    tally.made.add(1, ordering: .relaxed)
    let made = try make()
    put(made, for: key, asked: 1, now: now, round: round)
    return made.answer
  }

  /// What is ready for the bytes of a target. It may be old by a moment: somebody is making it anew.
  func ready(for whole: Span<UInt8>, now: Int64) -> Ready? {
    let target = whole.extracting(droppingFirst: rootLength(of: whole))
    let hash = Self.hash(target)
    return state.withLock { state -> Ready? in
      guard let item = state.items[hash], Validators.isSame(target, item.key),
        item.isTrue(at: now, lifetime: 2 * Self.lifetime, grace: Self.grace)
      else { return nil }
      item.asked += 1
      return item.ready
    }
  }

  private func rootLength(of target: Span<UInt8>) -> Int {
    guard !root.isEmpty, target.count > root.count, target[root.count] == UInt8(ascii: "/") else {
      return 0
    }
    for index in root.indices where root[index] != target[index] { return 0 }
    return root.count
  }

  // MARK: Following changes

  /// Puts away what shows something that changed.
  package func note(_ changes: [Change]) {
    note(changes, touching: [.stories, .everything], allSections: true, now: 0)
  }

  /// Notes changes: what nobody asks for goes; what is asked for stays for a moment, marked old.
  func note(_ changes: [Change], touching: Set<Subject>, allSections: Bool = false, now: Int64) {
    guard let last = changes.last else { return }
    var old = touching
    for change in changes {
      switch change.kind {
      case .story: old.insert(.story(change.id))
      case .article: old.insert(.article(change.id))
      case .sources: old.insert(.sources)
      }
    }
    let sourcesChanged = old.contains(.sources)
    state.withLock { state in
      state.seen = max(state.seen, last.number)
      state.round += 1
      for (hash, item) in state.items {
        let isOld =
          !item.subjects.isDisjoint(with: old)
          || allSections && item.subjects.contains { if case .section = $0 { true } else { false } }
        guard isOld else { continue }
        let stays =
          now > 0 && item.asked > 0 && !(sourcesChanged && item.subjects.contains(.sources))
        if stays {
          if item.oldSince == nil { item.oldSince = now }
        } else {
          state.size -= item.answer.size
          state.items[hash] = nil
        }
      }
    }
  }

  /// What is to be made anew, the most asked first: old things, those that will soon be, and those
  /// that were packed for one client and asked for by more.
  func due(now: Int64, limit: Int) -> [String] {
    state.withLock { state in
      let due = state.items.values.filter { item in
        item.asked > 0 && (item.oldSince != nil || now - item.madeAt >= Self.lifetime - 10)
          || item.asked > 1 && item.answer.isQuick
      }
      return due.sorted { ($0.asked, $1.key) > ($1.asked, $0.key) }.prefix(limit).map(\.key)
    }
  }

  /// Which of these are not there.
  func missing(_ keys: [String]) -> [String] {
    state.withLock { state in
      keys.filter { state.items[Self.hash(Array($0.utf8).span)] == nil }
    }
  }

  /// Makes an answer anew, given the one before.
  func prepare(
    _ key: String, now: Int64, make: (Answer?) throws -> (answer: Answer, subjects: Set<Subject>)?
  ) rethrows {
    let hash = Self.hash(Array(key.utf8).span)
    let (round, before) = state.withLock { state in
      (state.round, state.items[hash].flatMap { $0.key == key ? $0.answer : nil })
    }
    guard let made = try make(before) else {
      state.withLock { state in
        if let gone = state.items.removeValue(forKey: hash) {
          state.size -= gone.answer.size
        }
      }
      return
    }
    tally.prepared.add(1, ordering: .relaxed)
    put(made, for: key, asked: 0, now: now, round: round)
  }

  private func put(
    _ made: (answer: Answer, subjects: Set<Subject>), for key: String, asked: Int, now: Int64,
    round: Int
  ) {
    let hash = Self.hash(Array(key.utf8).span)
    state.withLock { state in
      let isOfNow = state.round == round
      let before = state.items[hash]
      if !isOfNow && before == nil { return }
      if state.size + made.answer.size > Self.mostBytes {
        state.items = state.items.filter { $0.value.asked > 1 }
        state.size = state.items.values.reduce(0) { $0 + $1.answer.size }
        if state.size + made.answer.size > Self.mostBytes {
          state.items.removeAll()
          state.size = 0
        }
      }
      state.size += made.answer.size - (state.items[hash]?.answer.size ?? 0)
      state.items[hash] = Item(
        key: key, answer: made.answer, subjects: made.subjects, madeAt: now,
        oldSince: isOfNow ? nil : before?.oldSince ?? now, asked: asked)
    }
  }

  /// The number of the last change it has seen.
  package var seen: Int64 { state.withLock { $0.seen } }

  /// Answers and bytes on the shelf.
  package var fill: (answers: Int, bytes: Int) { state.withLock { ($0.items.count, $0.size) } }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
    return hash
  }
}

/// What the shelf did since the start.
package final class ShelfTally: Sendable {
  /// Answers sent before the router, and those of them that were 304.
  package let ready = Atomic<Int>(0)
  package let notModified = Atomic<Int>(0)
  /// Answers laid out while a reader waited, and those made before anybody asked.
  package let made = Atomic<Int>(0)
  package let prepared = Atomic<Int>(0)
}
