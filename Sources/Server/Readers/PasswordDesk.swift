import Storage
import Synchronization

/// Checks passwords, one after the other: a check takes 32 MiB and a tenth of a second, and many at
/// once would be a way to stop the house.
actor PasswordDesk {
  enum Verdict: Sendable {
    case right(Account)
    case wrong
    /// Too many failures; seconds until the next try.
    case barred(Int64)
    /// Too many others wait.
    case busy
  }

  private static let mostWaiting = 16

  private let library: Library
  private let failures = SignInFailures()
  private nonisolated let waiting = Mutex(0)
  /// Checked against where there is no such account, so that it takes as long.
  private var decoy: PasswordHash?
  /// Passwords that were right a while ago, by hash: apps send them with every request.
  private var known: [[UInt8]: (account: Account.ID, kept: String, until: Int64)] = [:]

  init(library: Library) { self.library = library }

  nonisolated func check(name: String, password: String, from address: String, at now: Int64)
    async throws -> Verdict
  {
    let isFull = waiting.withLock { count in
      count += 1
      return count > Self.mostWaiting
    }
    defer { waiting.withLock { $0 -= 1 } }
    return isFull ? .busy : try await look(name, password, address, now)
  }

  /// The hash of a new password.
  func hash(_ password: String) throws -> PasswordHash { try PasswordHash(of: password) }

  private func look(_ name: String, _ password: String, _ address: String, _ now: Int64) throws
    -> Verdict
  {
    let found = try library.credentials(of: name)
    let key = Secret("\(name):\(password)").hash
    if let found, let entry = known[key], entry.until > now, entry.kept == found.password,
      entry.account == found.account.id
    {
      return .right(found.account)
    }
    let person = name.lowercased()
    if let wait = failures.bar(person, from: address, at: now) { return .barred(wait) }
    let isRight: Bool
    if let found {
      isRight = try PasswordHash(kept: found.password).matches(password)
    } else {
      if decoy == nil { decoy = try PasswordHash(of: Secret().text) }
      _ = try decoy?.matches(password)
      isRight = false
    }
    guard isRight, let found else {
      failures.note(person, from: address, at: now)
      return .wrong
    }
    failures.clear(person, from: address)
    if known.count > 1_000 { known.removeAll() }
    known[key] = (found.account.id, found.password, now + 600)
    return .right(found.account)
  }
}

/// Counts failed sign-ins: after five within a quarter of an hour an account, and an address, has to
/// wait. An address that an account signed in from before is not kept out by the failures of others.
final class SignInFailures: Sendable {
  private static let most = 5
  private static let span: Int64 = 900

  private struct State {
    var failures: [String: [Int64]] = [:]
    var trusted: Set<String> = []
  }
  private let state = Mutex(State())

  /// Seconds to wait; nil where a try is allowed.
  func bar(_ person: String, from address: String, at now: Int64) -> Int64? {
    state.withLock { state in
      var keys = ["from \(address)"]
      if !state.trusted.contains("\(person) \(address)") { keys.append("to \(person)") }
      var wait: Int64?
      for key in keys {
        let recent = (state.failures[key] ?? []).filter { $0 > now - Self.span }
        state.failures[key] = recent.isEmpty ? nil : recent
        if recent.count >= Self.most, let first = recent.first {
          wait = max(wait ?? 0, first + Self.span - now)
        }
      }
      return wait
    }
  }

  func note(_ person: String, from address: String, at now: Int64) {
    state.withLock { state in
      if state.failures.count > 20_000 { state.failures.removeAll() }
      state.failures["from \(address)", default: []].append(now)
      state.failures["to \(person)", default: []].append(now)
    }
  }

  func clear(_ person: String, from address: String) {
    state.withLock { state in
      if state.trusted.count > 20_000 { state.trusted.removeAll() }
      state.trusted.insert("\(person) \(address)")
      state.failures["to \(person)"] = nil
    }
  }
}
