import NIOCore
import Synchronization

/// The first lines of answers, made once a second: status and `Date`.
final class DateLines: Sendable {
  struct Lines: Sendable {
    var second: Int64
    var ok: ByteBuffer
    var notModified: ByteBuffer
  }

  private let lines: Mutex<Lines>
  private let clock: @Sendable () -> Int64

  init(clock: @escaping @Sendable () -> Int64) {
    self.clock = clock
    lines = Mutex(Self.lines(at: clock()))
  }

  var now: Lines {
    let second = clock()
    return lines.withLock { lines in
      if lines.second != second { lines = Self.lines(at: second) }
      return lines
    }
  }

  private static func lines(at second: Int64) -> Lines {
    let date = "Date: \(HTTPDate.string(second))\r\n"
    return Lines(
      second: second, ok: ByteBuffer(string: "HTTP/1.1 200 OK\r\n" + date),
      notModified: ByteBuffer(string: "HTTP/1.1 304 Not Modified\r\n" + date))
  }
}
