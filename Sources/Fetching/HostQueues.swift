/// Lets requests to one host start one after the other, with a pause between, and few at a time.
actor HostQueues {
  private struct Queue {
    var running = 0
    /// When the next request may start.
    var next: Duration
    var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
  }

  private let perHost: Int
  private let inAll: Int
  private let clock: FetchClock
  private var queues: [String: Queue] = [:]
  private var running = 0
  private var waitingInAll: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
  private var lastID = 0

  init(perHost: Int, inAll: Int, clock: FetchClock = .continuous) {
    self.clock = clock
    self.perHost = max(1, perHost)
    self.inAll = max(1, inAll)
  }

  /// Waits for the turn of a request; false if it was called off. Each `true` wants a `leave`.
  func enter(_ host: String, spacing: Duration) async -> Bool {
    guard await enterQueue(host) else { return false }
    while true {
      let next = queues[host]?.next ?? clock.now()
      if next > clock.now() {
        do {
          try await clock.sleep(next)
        } catch {
          leaveQueue(host)
          return false
        }
        continue
      }
      guard await enterAll() else {
        leaveQueue(host)
        return false
      }
      // While this one waited for a place among all, another of the host may have started.
      let now = clock.now()
      if let next = queues[host]?.next, next > now {
        leaveAll()
        continue
      }
      queues[host]?.next = now + spacing
      return true
    }
  }

  func leave(_ host: String) {
    leaveAll()
    leaveQueue(host)
  }

  /// Hosts that are remembered.
  var count: Int { queues.count }

  private func enterQueue(_ host: String) async -> Bool {
    let queue = queues[host] ?? Queue(next: clock.now())
    guard queue.running >= perHost else {
      queues[host] = queue
      queues[host]?.running += 1
      return !Task.isCancelled || giveBack(host)
    }
    lastID += 1
    let id = lastID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          queues[host]?.waiting.append((id, continuation))
        }
      }
    } onCancel: {
      Task { await self.callOff(id, at: host) }
    }
  }

  private func giveBack(_ host: String) -> Bool {
    leaveQueue(host)
    return false
  }

  private func callOff(_ id: Int, at host: String) {
    guard let index = queues[host]?.waiting.firstIndex(where: { $0.id == id }) else { return }
    queues[host]?.waiting.remove(at: index).continuation.resume(returning: false)
  }

  private func leaveQueue(_ host: String) {
    guard var queue = queues[host] else { return }
    if queue.waiting.isEmpty {
      queue.running -= 1
    } else {
      // The place goes to the next in line.
      queue.waiting.removeFirst().continuation.resume(returning: true)
    }
    queues[host] = queue
    if queues.count > 1024 { forget() }
  }

  private func forget() {
    let now = clock.now()
    queues = queues.filter {
      $0.value.running > 0 || !$0.value.waiting.isEmpty || $0.value.next > now
    }
  }

  private func enterAll() async -> Bool {
    guard running >= inAll else {
      running += 1
      return true
    }
    lastID += 1
    let id = lastID
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          waitingInAll.append((id, continuation))
        }
      }
    } onCancel: {
      Task { await self.callOffInAll(id) }
    }
  }

  private func callOffInAll(_ id: Int) {
    guard let index = waitingInAll.firstIndex(where: { $0.id == id }) else { return }
    waitingInAll.remove(at: index).continuation.resume(returning: false)
  }

  private func leaveAll() {
    if waitingInAll.isEmpty {
      running -= 1
    } else {
      waitingInAll.removeFirst().continuation.resume(returning: true)
    }
  }
}
