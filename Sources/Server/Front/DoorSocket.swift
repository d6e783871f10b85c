import CDoor
import Glibc
import NIOCore

/// A socket that takes connections for all threads of the door.
struct DoorSocket: Sendable {
  let socket: CInt
  /// The port it has, also where any was asked for.
  let port: Int

  /// - Throws: `IOError` with the errno of the call that failed, or what finding the host throws.
  init(host: String, port: Int, backlog: CInt = 4_096) throws {
    let address = try SocketAddress.makeAddressResolvingHost(host, port: port)
    let family = address.protocol == .inet6 ? AF_INET6 : AF_INET
    let kind = CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let socket = try Self.checked(Glibc.socket(family, kind, 0), "socket")
    do {
      try Self.set(socket, SOL_SOCKET, SO_REUSEADDR)
      let bound = address.withSockAddr { bind(socket, $0, socklen_t($1)) }
      try Self.checked(bound, "bind")
      try Self.checked(listen(socket, backlog), "listen")
      self.socket = socket
      self.port = try Self.port(of: socket)
    } catch {
      Glibc.close(socket)
      throw error
    }
  }

  enum Taken {
    case one(CInt)
    /// Nobody waits, or who waited has gone again.
    case none
    /// The process has no descriptors left.
    case exhausted
  }

  /// The next connection that waits.
  func take() -> Taken {
    let one = accept4(
      socket, nil, nil, CInt(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
    guard one >= 0 else {
      return errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS
        ? .exhausted : .none
    }
    // An answer goes out at once, not when the one before it is confirmed.
    try? Self.set(one, CInt(IPPROTO_TCP), TCP_NODELAY)
    return .one(one)
  }

  func close() { Glibc.close(socket) }

  private static func set(_ socket: CInt, _ level: CInt, _ option: CInt) throws {
    var yes: CInt = 1
    try checked(
      setsockopt(socket, level, option, &yes, socklen_t(MemoryLayout<CInt>.size)), "setsockopt")
  }

  private static func port(of socket: CInt) throws -> Int {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    try checked(result, "getsockname")
    // The port stands at the same place in addresses of both families (RFC 3493, section 3.3).
    return withUnsafeBytes(of: storage) { Int($0[2]) << 8 | Int($0[3]) }
  }

  @discardableResult
  private static func checked(_ result: CInt, _ call: String) throws -> CInt {
    guard result >= 0 else { throw IOError(errnoCode: errno, reason: call) }
    return result
  }
}
