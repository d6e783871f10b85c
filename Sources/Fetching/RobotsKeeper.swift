/// Keeps the robots.txt of every host that is asked, and reads it once however many wait for it.
actor RobotsKeeper {
  /// What a host's robots.txt says to us.
  enum Rules: Sendable {
    case read(Robots)
    case failed(FetchError)
  }

  private struct Entry {
    var task: Task<Rules, Never>
    var until: Duration
  }

  private var entries: [String: Entry] = [:]
  private let lifetime: Duration
  private var weight = 0
  private let limit = 4096
  /// Bytes of all rules together; beyond it they are read anew.
  private let weightLimit: Int
  private let clock: FetchClock

  init(
    lifetime: Duration, weightLimit: Int = 32 << 20, clock: FetchClock = .continuous
  ) {
    self.clock = clock
    self.lifetime = lifetime
    self.weightLimit = weightLimit
  }

  /// Hosts whose rules are kept.
  var count: Int { entries.count }

  /// The rules of an origin; `load` fetches `/robots.txt` there.
  func rules(
    of origin: String,
    load: @escaping @Sendable (String) async -> Result<Response, FetchError>
  ) async -> Rules {
    let now = clock.now()
    if let entry = entries[origin], entry.until > now { return await entry.task.value }
    if entries.count >= limit { entries = entries.filter { $0.value.until > now } }
    if entries.count >= limit || weight > weightLimit {
      entries = [:]
      weight = 0
    }
    let task = Task { Self.rules(from: await load(origin + "/robots.txt")) }
    entries[origin] = Entry(task: task, until: now + lifetime)
    let rules = await task.value
    switch rules {
    case .read(let robots): weight += robots.weight
    // What failed is tried again soon.
    case .failed: entries[origin]?.until = min(now + lifetime, clock.now() + .seconds(300))
    }
    return rules
  }

  /// RFC 9309, 2.3.1: no file or a redirect to nowhere allows all; a server that fails, nothing.
  private static func rules(from result: Result<Response, FetchError>) -> Rules {
    switch result {
    case .success(let response): return .read(Robots(response.body))
    case .failure(let error):
      switch error {
      case .refused(_, let status) where status < 500: return .read(Robots())
      case .gone, .empty, .tooManyRedirects, .badRedirect, .notAnAddress, .badCoding, .tooLarge,
        .headersTooLarge:
        return .read(Robots())
      default: return .failed(error)
      }
    }
  }
}
