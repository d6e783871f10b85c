import Editions
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Storage

/// A stream of stories that are new or have changed (server-sent events, HTML Living Standard 9.2).
/// Each event's id is the number of its change, so a client that comes back misses nothing.
struct Events: Sendable {
  let library: Library
  /// Between two looks, and after so many without news a sign of life.
  private static let rest = Duration.seconds(1)
  private static let looksToSign = 20

  func response(to request: Request, shelf: Shelf) -> Response {
    var fields = SecurityHeaders.all
    fields[.contentType] = "text/event-stream"
    fields[.cacheControl] = "no-store"
    guard request.method == .get else { return Response(status: .ok, headers: fields) }
    let start =
      HTTPField.Name("Last-Event-ID").flatMap { request.headers[$0] }
      .flatMap { Int64($0) } ?? shelf.seen
    return Response(
      status: .ok, headers: fields,
      body: ResponseBody { writer in
        var seen = start
        var quiet = 0
        try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
          let changes = try library.changes(after: seen)
          var text = ""
          var told: Set<String> = []
          for change in changes.reversed() where change.kind == .story {
            guard told.insert(change.id).inserted, told.count <= 200,
              let filed = try library.story(change.id)
            else { continue }
            text = try event(change.number, filed) + text
          }
          seen = changes.last?.number ?? seen
          quiet = text.isEmpty ? quiet + 1 : 0
          if quiet >= Self.looksToSign {
            text = ": still here\n\n"
            quiet = 0
          }
          if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
          try await Task.sleep(for: Self.rest)
        }
        try await writer.finish(nil)
      })
  }

  private func event(_ number: Int64, _ filed: FiledStory) throws -> String {
    let data = String(decoding: try API.bytes(APIStory(filed.summary)), as: UTF8.self)
    return "id: \(number)\nevent: story\ndata: \(data)\n\n"
  }
}
