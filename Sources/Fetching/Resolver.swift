import Dispatch
import Foundation
import NIOPosix
import Synchronization

/// Resolves names with the system's resolver. `getaddrinfo` blocks and has no timeout, so it runs on
/// a few threads of its own, and whoever waits can be called off while it goes on.
final class Resolver: Sendable {
  enum Failure: Error, Equatable {
    /// The name service says that there is none.
    case notFound
    /// The name service does not answer.
    case unanswered
    case overloaded, cancelled, closed
  }

  private let pool: NIOThreadPool
  private let fixed: [String: [IPAddress]]
  private let state = Mutex(State())
  private let lifetime: Duration = .seconds(60)
  private let waitingLimit = 512

  private struct State {
    var kept: [String: (addresses: [IPAddress], until: ContinuousClock.Instant)] = [:]
    var waiting = 0
  }

  private enum Known {
    case kept([IPAddress])
    case full, unknown
  }

  /// `hosts` are answers that are known beforehand; they are checked by the guard as all others.
  init(threads: Int = 8, hosts: [String: [String]] = [:]) {
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
    fixed = hosts.mapValues { $0.compactMap { IPAddress($0) } }
  }

  /// Takes no more names. It does not wait for those being looked up: nobody can call them off, and
  /// a dead name service takes its time.
  func shutdown() { pool.shutdownGracefully(queue: .global()) { _ in } }

  func addresses(of host: WebHost) async throws(Failure) -> [IPAddress] {
    if case .address(let address) = host { return [address] }
    let name = host.description
    if let known = fixed[name] {
      guard !known.isEmpty else { throw .notFound }
      return known
    }
    let now = ContinuousClock.now
    let known: Known = state.withLock { state in
      if let entry = state.kept[name], entry.until > now { return .kept(entry.addresses) }
      guard state.waiting < waitingLimit else { return .full }
      state.waiting += 1
      return .unknown
    }
    switch known {
    case .kept(let addresses): return addresses
    case .full: throw .overloaded
    case .unknown: break
    }
    let found = try await ask(name).get()
    state.withLock { state in
      if state.kept.count >= 4096 { state.kept = state.kept.filter { $0.value.until > now } }
      if state.kept.count < 4096 { state.kept[name] = (found, now + lifetime) }
    }
    return found
  }

  private typealias Found = Result<[IPAddress], Failure>

  private func ask(_ name: String) async -> Found {
    let answer = Answer()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        answer.wait(continuation)
        pool.submit { [self] state in
          let found = state == .active ? Self.systemAddresses(of: name) : .failure(.closed)
          self.state.withLock { $0.waiting -= 1 }
          answer.give(found)
        }
      }
    } onCancel: {
      answer.give(.failure(.cancelled))
    }
  }

  /// Gives the first answer to the one who waits, and forgets a later one.
  private final class Answer: Sendable {
    private enum State {
      case idle
      case waiting(CheckedContinuation<Found, Never>)
      case given(Found)
      case done
    }
    private let state = Mutex(State.idle)

    func wait(_ continuation: CheckedContinuation<Found, Never>) {
      let early: Found? = state.withLock { state in
        if case .given(let value) = state {
          state = .done
          return value
        }
        state = .waiting(continuation)
        return nil
      }
      if let early { continuation.resume(returning: early) }
    }

    func give(_ value: Found) {
      let continuation: CheckedContinuation<Found, Never>? = state.withLock { state in
        switch state {
        case .waiting(let continuation):
          state = .done
          return continuation
        case .idle:
          state = .given(value)
          return nil
        case .given, .done: return nil
        }
      }
      continuation?.resume(returning: value)
    }
  }

  private static func systemAddresses(of name: String) -> Found {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = socketType
    hints.ai_flags = AI_ADDRCONFIG
    var list: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(name, nil, &hints, &list)
    guard status == 0 else {
      return .failure(status == EAI_AGAIN || status == EAI_SYSTEM ? .unanswered : .notFound)
    }
    defer { freeaddrinfo(list) }
    var found: [IPAddress] = []
    var next = list
    while let info = next?.pointee, found.count < 32 {
      if let address = address(info), !found.contains(address) { found.append(address) }
      next = info.ai_next
    }
    return found.isEmpty ? .failure(.notFound) : .success(found)
  }

  private static var socketType: Int32 {
    #if canImport(Darwin)
    SOCK_STREAM
    #else
    Int32(SOCK_STREAM.rawValue)
    #endif
  }

  private static func address(_ info: addrinfo) -> IPAddress? {
    guard let raw = UnsafeRawPointer(info.ai_addr) else { return nil }
    // The addresses stand at bytes 4 and 8 of their structures, on Linux and on Darwin (POSIX
    // `sockaddr_in`, RFC 3493 `sockaddr_in6`).
    switch info.ai_family {
    case AF_INET where info.ai_addrlen >= 8:
      return .v4(UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    case AF_INET6 where info.ai_addrlen >= 24:
      return .v6(
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)))
    default: return nil
    }
  }
}
