package import Storage
import Synchronization

/// Answers kept ready. It follows the library's changes: what shows something that changed is put
/// away and made anew when it is next asked for.
package final class Shelf: Sendable {
  /// What an answer shows, and so what makes it old.
  package enum Subject: Sendable, Hashable {
    case everything
    case story(String)
    case article(String)
    case sources
  }

  private struct Item {
    var answer: Answer
    var subjects: Set<Subject>
    var madeAt: Int64
  }

  private struct State {
    var items: [String: Item] = [:]
    var size = 0
    var seen: Int64
    /// Counts clearings, so that what was made of an old state is not put on the shelf.
    var round = 0
  }

  private let state: Mutex<State>
  /// Seconds after which times such as "vor 3 Std." are no longer true.
  private let lifetime: Int64 = 60
  private let mostBytes = 64 << 20

  package init(seen: Int64) { state = Mutex(State(seen: seen)) }

  /// An answer that is still true, or one made now.
  package func answer(
    for key: String, now: Int64, make: () throws -> (answer: Answer, subjects: Set<Subject>)
  ) rethrows -> Answer {
    let (found, round) = state.withLock { state -> (Answer?, Int) in
      guard let item = state.items[key], now - item.madeAt < lifetime else {
        return (nil, state.round)
      }
      return (item.answer, state.round)
    }
    if let found { return found }
    let made = try make()
    state.withLock { state in
      guard state.round == round else { return }
      if state.size + made.answer.size > mostBytes {
        state.items.removeAll()
        state.size = 0
      }
      state.size += made.answer.size - (state.items[key]?.answer.size ?? 0)
      state.items[key] = Item(answer: made.answer, subjects: made.subjects, madeAt: now)
    }
    return made.answer
  }

  /// Puts away what shows something that changed.
  package func note(_ changes: [Change]) {
    guard let last = changes.last else { return }
    var old: Set<Subject> = [.everything]
    for change in changes {
      switch change.kind {
      case .story: old.insert(.story(change.id))
      case .article: old.insert(.article(change.id))
      case .sources: old.insert(.sources)
      }
    }
    state.withLock { state in
      state.seen = last.number
      state.round += 1
      state.items = state.items.filter { $0.value.subjects.isDisjoint(with: old) }
      state.size = state.items.values.reduce(0) { $0 + $1.answer.size }
    }
  }

  /// The number of the last change it has seen.
  package var seen: Int64 { state.withLock { $0.seen } }
}
