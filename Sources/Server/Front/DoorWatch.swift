import CDoor
import Glibc
import NIOCore
import Synchronization

/// What the threads of the door know together: how many connections there are, and when to stop.
final class DoorWatch: Sendable {
  /// Can be read from when the door closes.
  let bell: CInt
  private let open = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let most: Int

  /// - Parameter most: connections at a time; others wait in the kernel's queue.
  /// - Throws: `IOError` where there are no descriptors left.
  init(most: Int) throws {
    self.most = most
    bell = eventfd(0, CInt(EFD_CLOEXEC | EFD_NONBLOCK))
    if bell < 0 { throw IOError(errnoCode: errno, reason: "eventfd") }
  }

  deinit { close(bell) }

  func entered() { open.add(1, ordering: .relaxed) }
  func left() { open.subtract(1, ordering: .relaxed) }
  var isFull: Bool { open.load(ordering: .relaxed) >= most }

  /// Nothing new is taken; what has been asked is answered.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    eventfd_write(bell, 1)
  }

  var isOver: Bool { isStopped.load(ordering: .acquiring) }
}
