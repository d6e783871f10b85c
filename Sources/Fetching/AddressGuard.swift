/// What the guard says about an address.
package enum Verdict: Sendable, Equatable {
  case allow
  /// It leads to a place we must not ask.
  case block(String)
  /// It is no address on the web.
  case reject(String)
}

/// What the guard lets pass beyond the public web.
package struct GuardSettings: Sendable, Equatable {
  /// A range of loopback addresses and ports that may be asked, as the sample press needs.
  package struct Loopback: Sendable, Equatable {
    package var first: IPAddress
    package var last: IPAddress
    package var ports: ClosedRange<Int>

    /// nil unless both ends are loopback addresses of one family: nothing else can be opened.
    package init?(from first: IPAddress, to last: IPAddress, ports: ClosedRange<Int>) {
      guard SpecialRanges.isLoopback(first), SpecialRanges.isLoopback(last) else { return nil }
      self.first = first
      self.last = last
      self.ports = ports
    }

    package init?(_ address: String, ports: ClosedRange<Int>) {
      guard let address = IPAddress(address) else { return nil }
      self.init(from: address, to: address, ports: ports)
    }

    func contains(_ address: IPAddress, port: Int) -> Bool {
      guard ports.contains(port) else { return false }
      switch (first, last, address) {
      case (.v4(let low), .v4(let high), .v4(let value)): return low <= value && value <= high
      case (.v6, .v6, .v6): return address == first || address == last
      default: return false
      }
    }
  }

  package var allowedLoopback: [Loopback]
  package var allowedPorts: Set<Int>

  package init(
    allowedLoopback: [Loopback] = [], allowedPorts: Set<Int> = [80, 443, 8080, 8443]
  ) {
    self.allowedLoopback = allowedLoopback
    self.allowedPorts = allowedPorts
  }
}

/// Says whether an address may be asked for anything. Every outgoing request passes it twice:
/// with its URL, and with every address its name was resolved to.
package struct AddressGuard: Sendable {
  package let settings: GuardSettings

  package init(settings: GuardSettings = GuardSettings()) { self.settings = settings }

  /// The verdict on a URL and all addresses its name resolves to; with none, only the URL counts.
  package func verdict(url text: String, addresses: [String]) -> Verdict {
    guard let url = WebURL(text) else { return .reject("is no URL") }
    let verdict = verdict(url: url)
    guard verdict == .allow else { return verdict }
    for text in addresses {
      guard let address = IPAddress(text) else {
        return .block("the name has an answer that is no address: \(text)")
      }
      let verdict = self.verdict(address: address, port: url.effectivePort)
      guard verdict == .allow else { return verdict }
    }
    return .allow
  }

  /// The verdict on a URL before its name is resolved: scheme, host, port.
  package func verdict(url: WebURL) -> Verdict {
    guard url.isWeb else { return .reject("has the scheme \(url.scheme)") }
    switch url.host {
    case .domain(let name):
      if let reason = SpecialNames.reason(name) { return .block(reason) }
      guard SpecialNames.fitsDNS(name) else { return .reject("has a name DNS does not allow") }
    case .address(let address): return verdict(address: address, port: url.effectivePort)
    default: return .reject("has no host")
    }
    guard settings.allowedPorts.contains(url.effectivePort) || isOpenLoopback(url.effectivePort)
    else { return .block("port \(url.effectivePort) is not open to sources") }
    return .allow
  }

  /// The verdict on one resolved address.
  package func verdict(address: IPAddress, port: Int) -> Verdict {
    if settings.allowedLoopback.contains(where: { $0.contains(address, port: port) }) {
      return .allow
    }
    if let reason = SpecialRanges.reason(address) { return .block("\(address): \(reason)") }
    guard settings.allowedPorts.contains(port) else {
      return .block("port \(port) is not open to sources")
    }
    return .allow
  }

  /// A name may resolve to the open loopback, whose ports are checked once the address is known.
  private func isOpenLoopback(_ port: Int) -> Bool {
    settings.allowedLoopback.contains { $0.ports.contains(port) }
  }
}

/// Names that stand for machines of the inner network (RFC 6761, RFC 6762, RFC 8375, RFC 9476 and
/// the habits of routers and clouds).
enum SpecialNames {
  private static let endings: Set<String> = [
    "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan",
    "test", "invalid", "onion", "alt", "arpa", "i2p", "kubernetes", "consul", "docker", "svc",
    "cluster", "workgroup", "dhcp", "router",
  ]

  static func reason(_ name: String) -> String? {
    let labels = name.split(separator: ".", omittingEmptySubsequences: true)
    guard let last = labels.last else { return "no name" }
    guard labels.count > 1 else { return "a name without a dot is one of the inner network" }
    return endings.contains(String(last)) ? "names below .\(last) are of the inner network" : nil
  }

  /// Labels of 1…63 bytes, 253 in all (RFC 1035, 2.3.4).
  static func fitsDNS(_ name: String) -> Bool {
    let name = name.hasSuffix(".") ? name.dropLast() : name[...]
    return name.utf8.count <= 253
      && name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { (1...63).contains($0.count) }
  }
}
