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

  /// What came of a form, and the source whose settings are asked for.
  struct Outcome: Sendable {
    var notice: FormNotice?
    var editing: Source.ID?
  }

  /// Does what the form asks for and says what came of it.
  func carryOut(_ request: Request) async throws -> Outcome {
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Self.mostBytes)
    } catch {
      return Outcome(notice: .failed(SourceFault(.formTooLarge)))
    }
    let form = FormData(
      Array(body.readableBytesView), contentType: request.headers[.contentType] ?? "")
    guard form.text("csrf") == token else {
      return Outcome(notice: .failed(SourceFault(.formTooOld)))
    }
    if let url = form.text("edit") { return Outcome(editing: url) }
    do {
      return Outcome(notice: try await notice(on: form))
    } catch {
      return Outcome(notice: .failed(SourceFault(error)), editing: form.text("save"))
    }
  }

  private func notice(on form: FormData) async throws -> FormNotice {
    if let url = form.text("remove") {
      _ = try library.removeSource(url: url)
      return .removed
    }
    if let url = form.text("save") {
      try SourceSettingsEntry(form: form).keep(for: url, in: library)
      return .saved
    }
    if let url = form.text("forget") {
      try library.set(SourceAccess(), of: url)
      return .saved
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
    throw SourceFault(.nothingEntered)
  }

  private static func isLoopback(_ authority: String) -> Bool {
    let host =
      authority.hasPrefix("[")
      ? String(authority.prefix { $0 != "]" }) + "]" : String(authority.prefix { $0 != ":" })
    return host == "localhost" || host == "[::1]"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }
}
