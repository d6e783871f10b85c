import ArgumentParser
import Fetching
import Samples

extension FetchSettings {
  /// The usual settings, with these loopback places (`127.0.0.11:8181`) open to the fetcher.
  init(allowing places: [String]) throws {
    self.init()
    for place in places {
      let listen = try ListenPlace(place)
      try allow(listen.host, port: listen.port)
    }
  }

  /// Opens the addresses and the port of a sample press, and nothing else.
  mutating func allow(_ press: SamplePress) throws {
    for outlet in press.outlets { try allow(outlet.address, port: press.port) }
  }

  private mutating func allow(_ host: String, port: Int) throws {
    guard let loopback = GuardSettings.Loopback(host, ports: port...port) else {
      throw ValidationError("\(host): only addresses that begin with 127. or ::1 may be opened.")
    }
    guardSettings.allowedLoopback.append(loopback)
  }
}
