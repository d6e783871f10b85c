import CDoor
import Glibc
import NIOCore

/// One thread of the door: takes connections and answers plain requests from the shelf.
///
/// A request takes two calls of the kernel, one to read it and one to send two buffers that exist
/// already. What is not plain, not whole or not on the shelf leaves with its connection for the HTTP
/// pipeline, so the door knows neither half heads nor bodies. It belongs to the thread that runs it.
final class DoorLoop {
  /// A connection.
  private struct Visit {
    let socket: CInt
    /// When something last came in or went out.
    var since: NIODeadline
    var rest: Rest?
  }

  /// What a client has not taken yet, and what it has asked after that.
  private struct Rest {
    var reply: ShelfReply
    var sent: Int
    var held: [UInt8]
  }

  private let entrance: DoorSocket
  private let shelf: Shelf
  private let dates: DateLines
  private let limits: ConnectionLimits
  private let watch: DoorWatch
  private let handOver: (HandedOver) -> Void
  private let epoll: Epoll

  private var visits: [Visit?] = []
  private var free: [Int] = []
  private var isListening = false
  private var lines: DateLines.Lines
  private var now = NIODeadline.now()
  private let input = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 16 << 10)

  private static let entranceName = UInt64.max
  private static let bellName = UInt64.max - 1
  /// Connections taken before others are served, so that threads share them.
  private static let mostTaken = 32

  init(
    entrance: DoorSocket, shelf: Shelf, dates: DateLines, limits: ConnectionLimits,
    watch: DoorWatch, epoll: Epoll, handOver: @escaping (HandedOver) -> Void
  ) {
    self.entrance = entrance
    self.shelf = shelf
    self.dates = dates
    self.limits = limits
    self.watch = watch
    self.handOver = handOver
    self.epoll = epoll
    lines = dates.now
  }

  deinit { input.deallocate() }

  /// Serves until the watch ends and every answer that has begun is sent.
  func run() {
    let events = UnsafeMutableBufferPointer<epoll_event>.allocate(capacity: 256)
    defer { events.deallocate() }
    _ = epoll.add(watch.bell, .reading, name: Self.bellName)
    let tick = max(1, limits.tick.nanoseconds / 1_000_000)
    var nextLook = NIODeadline.now() + limits.tick
    while !watch.isOver {
      let mayTake = !watch.isFull
      if mayTake != isListening { listen(mayTake) }
      // Where no more are taken, others may end in another thread, which tells nothing.
      let count = epoll.wait(events, milliseconds: CInt(isListening ? tick : min(tick, 50)))
      refresh()
      for event in events[..<count] { handle(event) }
      if now >= nextLook {
        closeWhoOverstays()
        nextLook = now + limits.tick
      }
    }
    end(events)
  }

  private func refresh() {
    lines = dates.now
    now = .now()
  }

  private func handle(_ event: epoll_event) {
    switch event.data.u64 {
    case Self.entranceName: takeConnections()
    case Self.bellName: break
    default:
      let place = Int(event.data.u64)
      if event.events & (EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0,
        visits[place]?.rest == nil
      {
        read(place)
      } else if event.events & (EPOLLOUT.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
        goOn(place)
      }
    }
  }

  // MARK: Coming and going

  private func listen(_ mayTake: Bool) {
    if mayTake {
      isListening = epoll.add(entrance.socket, .connections, name: Self.entranceName)
    } else {
      epoll.remove(entrance.socket)
      isListening = false
    }
  }

  private func takeConnections() {
    for _ in 0..<Self.mostTaken where !watch.isFull {
      switch entrance.take() {
      case .one(let socket): welcome(socket)
      case .none: return
      case .exhausted:
        // No descriptors: the next look is after the pause of those who do not listen.
        listen(false)
        return
      }
    }
  }

  private func welcome(_ socket: CInt) {
    let place = free.popLast() ?? visits.count
    if place == visits.count { visits.append(nil) }
    guard epoll.add(socket, .reading, name: UInt64(place)) else {
      Glibc.close(socket)
      free.append(place)
      return
    }
    watch.entered()
    visits[place] = Visit(socket: socket, since: now)
  }

  /// Forgets a connection and returns its socket, which the kernel no longer watches for us.
  private func dismiss(_ place: Int) -> CInt? {
    guard let visit = visits[place] else { return nil }
    epoll.remove(visit.socket)
    visits[place] = nil
    free.append(place)
    return visit.socket
  }

  private func close(place: Int) {
    guard let socket = dismiss(place) else { return }
    Glibc.close(socket)
    watch.left()
  }

  private func closeWhoOverstays() {
    for place in visits.indices {
      guard let visit = visits[place] else { continue }
      let limit = visit.rest == nil ? limits.idle : limits.stall
      if now - visit.since >= limit { close(place: place) }
    }
  }

  /// What has been asked is answered; then connections end.
  private func end(_ events: UnsafeMutableBufferPointer<epoll_event>) {
    if isListening { listen(false) }
    epoll.remove(watch.bell)
    for place in visits.indices where visits[place]?.rest == nil { read(place, isLast: true) }
    while visits.contains(where: { $0 != nil }) {
      let count = epoll.wait(events, milliseconds: 200)
      refresh()
      for event in events[..<count] { handle(event) }
      for place in visits.indices {
        if let visit = visits[place], visit.rest == nil || now - visit.since >= limits.stall {
          close(place: place)
        }
      }
    }
  }

  // MARK: Reading and answering

  private func read(_ place: Int, isLast: Bool = false) {
    guard let socket = visits[place]?.socket else { return }
    let count = recv(socket, input.baseAddress, input.count, 0)
    if count > 0 {
      visits[place]?.since = now
      answer(place, UnsafeBufferPointer(input.extracting(..<count)))
      if isLast, visits[place]?.rest != nil { return }
    } else if !isLast, count < 0, errno == EAGAIN || errno == EINTR {
      return
    }
    if isLast || count <= 0 { close(place: place) }
  }

  /// Answers the requests one after the other, as far as the door may.
  private func answer(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard let socket = visits[place]?.socket else { return }
    var start = 0
    while start < bytes.count {
      let rest = bytes.extracting(start...)
      guard case .plain(let request) = PlainRequest.read(rest.span),
        let reply = ShelfReply(to: request, in: rest.span, from: shelf, lines)
      else {
        guard dismiss(place) != nil else { return }
        handOver(HandedOver(socket: socket, said: ByteBuffer(bytes: rest)))
        return
      }
      start += request.length
      guard let sent = reply.send(to: socket, from: 0) else {
        close(place: place)
        return
      }
      guard sent == reply.count else {
        visits[place]?.rest = Rest(
          reply: reply, sent: sent, held: Array(bytes.extracting(start...)))
        _ = epoll.change(socket, .writing, name: UInt64(place))
        return
      }
    }
  }

  /// Sends on what a client has not taken, and then answers what it asked meanwhile.
  private func goOn(_ place: Int) {
    guard let visit = visits[place], var rest = visit.rest else { return }
    guard let sent = rest.reply.send(to: visit.socket, from: rest.sent) else {
      close(place: place)
      return
    }
    if sent > 0 { visits[place]?.since = now }
    rest.sent += sent
    guard rest.sent == rest.reply.count else {
      visits[place]?.rest = rest
      return
    }
    visits[place]?.rest = nil
    _ = epoll.change(visit.socket, .reading, name: UInt64(place))
    rest.held.withUnsafeBufferPointer { answer(place, $0) }
  }
}

extension ShelfReply {
  /// Bytes in all.
  fileprivate var count: Int { lines.readableBytes + rest.readableBytes }

  /// Sends what is behind the first bytes.
  /// - Returns: how many bytes went; none where the client has to take some first; nil where the
  ///   connection is gone.
  fileprivate func send(to socket: CInt, from start: Int) -> Int? {
    lines.withUnsafeReadableBytes { first in
      rest.withUnsafeReadableBytes { second in
        withUnsafeTemporaryAllocation(of: iovec.self, capacity: 2) { pieces in
          let skipped = min(start, first.count)
          pieces[0] = Self.piece(first, from: skipped)
          pieces[1] = Self.piece(second, from: start - skipped)
          var message = msghdr()
          message.msg_iov = pieces.baseAddress
          message.msg_iovlen = 2
          let sent = sendmsg(socket, &message, CInt(MSG_NOSIGNAL))
          if sent >= 0 { return sent }
          return errno == EAGAIN || errno == EINTR ? 0 : nil
        }
      }
    }
  }

  private static func piece(_ bytes: UnsafeRawBufferPointer, from start: Int) -> iovec {
    iovec(
      iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress.map { $0 + start }),
      iov_len: bytes.count - start)
  }
}
