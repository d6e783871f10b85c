import CDoor
import Glibc
import NIOCore

/// What the kernel tells of many sockets at once (epoll(7)), level-triggered.
final class Epoll: Sendable {
  private let descriptor: CInt

  /// What is waited for.
  enum Interest {
    case reading, writing
    /// One thread of several is woken for a new connection.
    case connections

    fileprivate var events: UInt32 {
      switch self {
      case .reading: EPOLLIN.rawValue
      case .writing: EPOLLOUT.rawValue
      case .connections: EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue
      }
    }
  }

  /// - Throws: `IOError` where there are no descriptors left.
  init() throws {
    descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))
    if descriptor < 0 { throw IOError(errnoCode: errno, reason: "epoll_create1") }
  }

  deinit { close(descriptor) }

  /// - Parameter name: comes with each event.
  func add(_ socket: CInt, _ interest: Interest, name: UInt64) -> Bool {
    control(EPOLL_CTL_ADD, socket, interest.events, name)
  }

  func change(_ socket: CInt, _ interest: Interest, name: UInt64) -> Bool {
    control(EPOLL_CTL_MOD, socket, interest.events, name)
  }

  func remove(_ socket: CInt) { _ = control(EPOLL_CTL_DEL, socket, 0, 0) }

  private func control(_ change: CInt, _ socket: CInt, _ events: UInt32, _ name: UInt64) -> Bool {
    var event = epoll_event()
    event.events = events
    event.data.u64 = name
    return epoll_ctl(descriptor, change, socket, &event) == 0
  }

  /// Waits for events and writes them to a buffer.
  /// - Returns: how many there are; none where the time is over.
  func wait(_ events: UnsafeMutableBufferPointer<epoll_event>, milliseconds: CInt) -> Int {
    max(0, Int(epoll_wait(descriptor, events.baseAddress, CInt(events.count), milliseconds)))
  }
}
