import NIOCore
import Synchronization

/// What the shelf says to a plain request: two pieces that exist already, sent one after the other.
struct ShelfReply {
  /// Status and date.
  var lines: ByteBuffer
  /// The rest of the head, and the body where there is one.
  var rest: ByteBuffer

  /// Nil where the shelf has nothing for everybody at that address.
  init?(
    to request: PlainRequest, in bytes: Span<UInt8>, from shelf: Shelf, _ lines: DateLines.Lines
  ) {
    guard !request.isPersonal,
      let ready = shelf.ready(for: bytes.extracting(request.target), now: lines.second),
      ready.answer.suits(request.accepts)
    else { return nil }
    shelf.tally.ready.add(1, ordering: .relaxed)
    let form = ready.answer.form(accepting: request.accepts)
    guard Self.isKnown(form, ready.answer, request, bytes) else {
      self.lines = lines.ok
      rest = request.isHead ? form.head : form.wire
      return
    }
    shelf.tally.notModified.add(1, ordering: .relaxed)
    self.lines = lines.notModified
    rest = form.notModified
  }

  /// Whether the client says that it has the form (RFC 9110, section 13).
  private static func isKnown(
    _ form: Answer.Form, _ answer: Answer, _ request: PlainRequest, _ bytes: Span<UInt8>
  ) -> Bool {
    if let known = request.ifNoneMatch {
      return Validators.lists(bytes.extracting(known), form.etag)
    }
    guard let date = request.ifModifiedSince, let modified = answer.lastModified else {
      return false
    }
    return Validators.isSame(bytes.extracting(date), modified)
  }
}
