import Synchronization

/// How much each client may ask of what costs: a bucket of tokens that fills again with time.
final class Admission: Sendable {
  private struct Bucket {
    var tokens: Double
    var at: Int64
  }

  private let buckets = Mutex<[String: Bucket]>([:])
  private let perMinute: Double
  private let burst: Double
  private static let mostClients = 20_000

  init(perMinute: Int) {
    self.perMinute = Double(max(perMinute, 1))
    burst = max(self.perMinute / 4, 10)
  }

  /// Nil where the client may go on; else the seconds to wait.
  func wait(_ client: String, now: Int64, cost: Double = 1) -> Int? {
    buckets.withLock { buckets in
      if buckets.count >= Self.mostClients {
        // A minute's silence fills a bucket, so such clients need none.
        buckets = buckets.filter { now - $0.value.at < 60 }
        if buckets.count >= Self.mostClients { buckets.removeAll(keepingCapacity: true) }
      }
      var bucket = buckets[client] ?? Bucket(tokens: burst, at: now)
      bucket.tokens = min(
        burst, bucket.tokens + Double(max(0, now - bucket.at)) * perMinute / 60)
      bucket.at = now
      let isAllowed = bucket.tokens >= cost
      if isAllowed { bucket.tokens -= cost }
      buckets[client] = bucket
      return isAllowed ? nil : max(1, Int(((cost - bucket.tokens) * 60 / perMinute).rounded(.up)))
    }
  }
}
