import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(4))) struct HostQueuesTests {
  @Test func spacingHoldsWhereAllPlacesAreShort() async {
    let queues = HostQueues(perHost: 4, inAll: 1)
    let start = ContinuousClock.now
    let times = await withTaskGroup(of: ContinuousClock.Instant.self) { group in
      for index in 0..<6 {
        group.addTask {
          let host = index % 2 == 0 ? "a" : "b"
          #expect(await queues.enter(host, spacing: .milliseconds(100)))
          let now = ContinuousClock.now
          try? await Task.sleep(for: .milliseconds(10))
          await queues.leave(host)
          return now
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let last = times.max() ?? start
    #expect(last - start >= .milliseconds(200))
  }

  @Test func whoIsCalledOffLeavesNoHole() async throws {
    let queues = HostQueues(perHost: 1, inAll: 1)
    #expect(await queues.enter("a", spacing: .zero))
    let waiting = Task { await queues.enter("a", spacing: .zero) }
    let other = Task { await queues.enter("b", spacing: .zero) }
    try await Task.sleep(for: .milliseconds(50))
    waiting.cancel()
    other.cancel()
    #expect(await !waiting.value)
    #expect(await !other.value)
    await queues.leave("a")
    #expect(await queues.enter("a", spacing: .seconds(60)))
    await queues.leave("a")
    // The next turn is a minute away; calling it off does not take as long.
    let late = Task { await queues.enter("a", spacing: .zero) }
    try await Task.sleep(for: .milliseconds(50))
    late.cancel()
    #expect(await !late.value)
    #expect(await queues.enter("b", spacing: .zero))
  }

  @Test func hostsAreForgotten() async {
    let queues = HostQueues(perHost: 2, inAll: 10)
    for index in 0..<3000 {
      #expect(await queues.enter("host\(index)", spacing: .zero))
      await queues.leave("host\(index)")
    }
    #expect(await queues.count <= 1025)
  }
}

@Suite(.timeLimit(.minutes(4))) struct ResolverTests {
  @Test func knownHostsAndAddressesNeedNoLookUp() async throws {
    let resolver = Resolver(threads: 1, hosts: ["a.example": ["192.0.2.1", "::1", "Unsinn"]])
    #expect(
      try await resolver.addresses(of: .domain("a.example")).map(\.description) == [
        "192.0.2.1", "::1",
      ])
    #expect(try await resolver.addresses(of: .address(.v4(1))) == [.v4(1)])
    resolver.shutdown()
  }

  @Test func theSystemKnowsItself() async throws {
    let resolver = Resolver(threads: 1)
    let addresses = try await resolver.addresses(of: .domain("localhost"))
    #expect(!addresses.isEmpty)
    #expect(addresses.allSatisfy { SpecialRanges.reason($0) != nil })
    resolver.shutdown()
  }

  @Test func aClosedResolverFindsNothing() async throws {
    let resolver = Resolver(threads: 1)
    resolver.shutdown()
    await #expect(throws: Resolver.Failure.closed) {
      try await resolver.addresses(of: .domain("localhost"))
    }
  }
}
