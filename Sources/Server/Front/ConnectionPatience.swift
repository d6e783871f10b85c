package import NIOCore

/// How long a client may take.
package struct ConnectionLimits: Sendable {
  /// Until a request's head is whole, from its first byte.
  package var head = TimeAmount.seconds(10)
  /// Until a request's body is whole, from its head.
  package var body = TimeAmount.seconds(120)
  /// Between requests.
  package var idle = TimeAmount.seconds(60)
  /// Without reading anything of what we send.
  package var stall = TimeAmount.seconds(60)
  /// How often is looked.
  package var tick = TimeAmount.seconds(5)
  /// Connections at a time; more wait in the kernel's queue.
  package var connections = 20_000

  package init() {}
}

/// Tells when a connection has used up our patience. It reads the clock once an event.
struct ConnectionPatience {
  let limits: ConnectionLimits
  private var quietSince = NIODeadline.now()
  private var headSince: NIODeadline?
  private var bodySince: NIODeadline?
  private var stalledSince: NIODeadline?
  private var open = 0

  init(_ limits: ConnectionLimits) { self.limits = limits }

  /// - Parameter isHeadStart: whether the bytes begin a head, if none is being read.
  mutating func cameIn(isHeadStart: Bool) {
    let now = NIODeadline.now()
    quietSince = now
    if isHeadStart, headSince == nil, bodySince == nil { headSince = now }
  }

  mutating func requestBegan() {
    headSince = nil
    bodySince = NIODeadline.now()
    open += 1
  }

  mutating func requestEnded() { bodySince = nil }

  mutating func responseEnded() {
    quietSince = NIODeadline.now()
    open = max(0, open - 1)
  }

  mutating func writabilityChanged(isWritable: Bool) {
    stalledSince = isWritable ? nil : stalledSince ?? NIODeadline.now()
  }

  var isOver: Bool {
    let now = NIODeadline.now()
    func isPast(_ since: NIODeadline?, _ limit: TimeAmount) -> Bool {
      since.map { now - $0 >= limit } ?? false
    }
    return isPast(headSince, limits.head) || isPast(bodySince, limits.body)
      || isPast(stalledSince, limits.stall) || open == 0 && isPast(quietSince, limits.idle)
  }
}
