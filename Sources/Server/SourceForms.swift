import Editions
import HTTPTypes
import Hummingbird
import Newsroom
import Press
import Storage

/// The forms that change the list of sources: an address, an OPML file, a starter pack, a removal.
struct SourceForms: Sendable {
  let finder: SourceFinder
  let library: Library
  let token: String
  let clock: @Sendable () -> Int64

  private static let mostBytes = 4 << 20

  /// Whether a request comes from our own page: what it says of its origin must be us, and our
  /// host must be one that only this machine has (THREATS T10; DNS rebinding).
  func isOurs(_ request: Request) -> Bool {
    guard let authority = request.head.authority, Self.isLoopback(authority) else { return false }
    // Our own pages send no referrer, and so browsers say "null" where they send their forms.
    if let origin = request.headers[.origin], origin != "null", origin != "http://\(authority)" {
      return false
    }
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
      return site == "same-origin" || site == "none"
    }
    return true
  }

  /// Does what the form asks for and says what came of it.
  func carryOut(_ request: Request) async throws -> FormNotice {
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Self.mostBytes)
    } catch {
      return .failed("The form is larger than 4 MiB. Send a smaller file.")
    }
    let form = FormData(
      Array(body.readableBytesView), contentType: request.headers[.contentType] ?? "")
    guard form.text("csrf") == token else {
      return .failed("The page was open too long. Load it again and repeat the entry.")
    }
    do {
      if let url = form.text("remove") {
        _ = try library.removeSource(url: url)
        return .removed
      }
      if let file = form.fields["opml"], !file.isEmpty {
        return .added(count: try await finder.add(opml: file, at: clock()))
      }
      if let pack = form.text("pack") {
        return .added(count: try await finder.add(pack: pack, at: clock()))
      }
      if let address = form.text("address") ?? form.text("url") {
        return .added(count: try await finder.add(address: address, at: clock()).count)
      }
      return .failed("Nothing was entered.")
    } catch {
      return .failed("\(error)")
    }
  }

  private static func isLoopback(_ authority: String) -> Bool {
    let host =
      authority.hasPrefix("[")
      ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
    return host == "localhost" || host == "[::1]"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}
