import Fetching
package import HTTPTypes
package import NIOCore

/// The proxies whose word about a client's address is believed. Without any, the other end of the
/// connection is the client, whatever headers say.
package struct TrustedProxies: Sendable, Hashable {
  private struct Range: Sendable, Hashable {
    var base: IPAddress
    var bits: Int

    func contains(_ address: IPAddress) -> Bool {
      switch (base, address) {
      case (.v4(let base), .v4(let other)):
        bits == 0 || (base ^ other) >> (32 - UInt32(bits)) == 0
      case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
        bits <= 64
          ? bits == 0 || (high ^ otherHigh) >> (64 - UInt64(bits)) == 0
          : high == otherHigh && (low ^ otherLow) >> (128 - UInt64(bits)) == 0
      default: false
      }
    }
  }

  /// Words that are no address and no range.
  package struct Unread: Error, Sendable { package var text: String }

  private var ranges: [Range] = []

  package init() {}

  /// Reads `127.0.0.1, 10.0.0.0/8, ::1`.
  package init(_ text: String) throws(Unread) {
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let pieces = part.split(separator: "/", omittingEmptySubsequences: false)
      guard pieces.count <= 2, let base = IPAddress(pieces[0]) else {
        throw Unread(text: String(part))
      }
      let most: Int = if case .v4 = base { 32 } else { 128 }
      guard let bits = pieces.count == 2 ? Int(pieces[1]) : most, (0...most).contains(bits) else {
        throw Unread(text: String(part))
      }
      ranges.append(Range(base: base, bits: bits))
    }
  }

  func isTrusted(_ address: IPAddress) -> Bool { ranges.contains { $0.contains(address) } }

  /// Who asks: the other end, or, where that is a proxy of ours, the last address in
  /// X-Forwarded-For that is not one too. What stands before it, anybody can have written.
  package func client(_ remote: SocketAddress?, _ headers: HTTPFields) -> String {
    guard let text = remote?.ipAddress else { return "local" }
    guard let peer = IPAddress(text), isTrusted(peer), let name = HTTPField.Name("X-Forwarded-For")
    else { return text }
    let chain = headers[values: name].joined(separator: ",").split(separator: ",")
      .map { $0.drop { $0 == " " }.prefix { $0 != " " } }
    for hop in chain.reversed() {
      guard let address = IPAddress(hop) else { return text }
      if !isTrusted(address) { return address.description }
    }
    return chain.first.flatMap { IPAddress($0)?.description } ?? text
  }

  /// Who has signed in at the proxy, by the field in which it says so; nil where the other end is no
  /// proxy of ours, whatever it says.
  func user(_ field: String?, _ remote: SocketAddress?, _ headers: HTTPFields) -> String? {
    guard let name = field.flatMap({ HTTPField.Name($0) }), let text = remote?.ipAddress,
      let peer = IPAddress(text), isTrusted(peer)
    else { return nil }
    let values = headers[values: name]
    // Twice means that somebody before the proxy has written one.
    return values.count == 1 ? values[0] : nil
  }
}
