import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Threads for what readers do not wait for; they yield to those that answer readers: where both want
/// a core, the readers get it.
final class QuietThreads: TaskExecutor {
  /// For reading and filing news.
  static let news = QuietThreads(
    count: max(2, ProcessInfo.processInfo.activeProcessorCount), niceness: 15)
  /// For laying out pages nobody waits for; what news are about must not be late for long.
  static let pages = QuietThreads(count: 2, niceness: 5)

  private let jobs = JobQueue()

  private init(count: Int, niceness: Int32) {
    let jobs = self.jobs
    let executor = asUnownedTaskExecutor()
    for _ in 0..<count {
      let thread = Thread {
        Self.yield(niceness)
        while true { jobs.next().runSynchronously(on: executor) }
      }
      thread.name = "quiet"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) { jobs.add(UnownedJob(job)) }

  /// Linux keeps priorities by thread; 0 is the one that asks.
  private static func yield(_ niceness: Int32) {
    #if canImport(Glibc)
    _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, niceness)
    #endif
  }
}

/// Jobs in the order in which they came.
private final class JobQueue: Sendable {
  private let waiting = Mutex<(jobs: [UnownedJob], start: Int)>(([], 0))
  private let count = DispatchSemaphore(value: 0)

  func add(_ job: UnownedJob) {
    waiting.withLock { $0.jobs.append(job) }
    count.signal()
  }

  /// The next job; waits where there is none.
  func next() -> UnownedJob {
    while true {
      count.wait()
      let job = waiting.withLock { waiting -> UnownedJob? in
        guard waiting.start < waiting.jobs.count else { return nil }
        let job = waiting.jobs[waiting.start]
        waiting.start += 1
        if waiting.start > 1_024 || waiting.start == waiting.jobs.count {
          waiting.jobs.removeFirst(waiting.start)
          waiting.start = 0
        }
        return job
      }
      if let job { return job }
    }
  }
}
