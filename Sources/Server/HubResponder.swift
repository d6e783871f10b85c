import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom

/// Answers hubs that call us (W3C WebSub): `GET` asks whether we want to be called, `POST` brings a
/// feed. Everything else is not for it.
struct HubResponder: Sendable {
  let desk: HubDesk

  /// The answer to a hub's call; nil for requests that are none.
  func response(to request: Request, now: Int64) async -> Response? {
    let path = request.uri.path
    guard path.hasPrefix(HubDesk.path) else { return nil }
    let id = String(path.dropFirst(HubDesk.path.count))
    switch request.method {
    case .get:
      let query = FormData(Array((request.uri.query ?? "").utf8), contentType: "")
      var values: [String: String] = [:]
      for name in query.fields.keys { values[name] = query.text(name) }
      return answer(desk.verify(id: id, query: values, now: now))
    case .post:
      guard let body = try? await request.body.collect(upTo: HubDesk.bodyLimit) else {
        return .plain(.contentTooLarge, "")
      }
      let headers = request.headers.map { (name: $0.name.rawName, value: $0.value) }
      return answer(
        await desk.deliver(
          id: id, body: Array(body.readableBytesView), headers: headers, now: now))
    default: return .plain(.methodNotAllowed, "")
    }
  }

  private func answer(_ answer: HubDesk.Answer) -> Response {
    switch answer {
    case .echo(let words): .plain(.ok, words)
    case .taken: .plain(.accepted, "")
    case .unknown: .plain(.notFound, "")
    }
  }
}

extension Response {
  /// A few words of ours that nobody may keep.
  static func plain(_ status: HTTPResponse.Status, _ words: String) -> Response {
    var fields = SecurityHeaders.all
    fields[.contentType] = "text/plain; charset=utf-8"
    fields[.cacheControl] = "no-store"
    return Response(
      status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(string: words)))
  }
}
