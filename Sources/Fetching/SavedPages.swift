import Foundation
import Packing

/// A page that was kept as a file or in an archive.
package struct SavedPage: Sendable {
  /// The path below the folder that was named, without its last extension; a WARC record's id.
  package var id: String
  /// Where it came from, if that is known.
  package var url: String?
  /// The file it was read from.
  package var path: String
  package var bytes: [UInt8]
  /// What the server said it is, if that is known.
  package var contentType: String?
}

/// Why a kept page could not be read.
package struct SavedPageError: Error, Equatable, CustomStringConvertible {
  /// The id the page would have had.
  package var id: String
  package var path: String
  package var why: String

  package var description: String { "\(path) cannot be read: \(why)" }
}

/// Walks files, folders and archives and gives the pages in them, one at a time.
package enum SavedPages {
  package typealias Visit = (Result<SavedPage, SavedPageError>) -> Bool

  /// Bytes of one kept page.
  package static let sizeLimit = 64 << 20

  /// Calls `visit` with every page below the paths, in the order of their names, or with the reason
  /// why one could not be read; one bad file does not stop the rest. `visit` says whether to go on.
  ///
  /// A file that is named is read whatever it is called; in folders those that can hold a page are.
  /// `-` is standard input: an archive or one page. Links to folders are not followed.
  package static func walk(_ paths: [String], visit: Visit) {
    for path in paths {
      var isFolder: ObjCBool = false
      let exists =
        path == "-" || FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard exists else {
        let why = "there is no such file or folder; check the path."
        guard visit(.failure(SavedPageError(id: path, path: path, why: why))) else { return }
        continue
      }
      let goesOn =
        isFolder.boolValue
        ? walk(folder: path, below: "", depth: 0, visit: visit)
        : read(path, id: id(String(path.split(separator: "/").last ?? "")), visit: visit)
      guard goesOn else { return }
    }
  }

  private static let extensions: Set<String> = [
    "html", "htm", "xhtml", "shtml", "php", "asp", "aspx", "txt", "text", "md", "warc", "gz",
  ]

  private static func walk(folder: String, below: String, depth: Int, visit: Visit) -> Bool {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      let why = "the folder cannot be listed; check its rights."
      return visit(.failure(SavedPageError(id: below, path: folder, why: why)))
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      let place = below.isEmpty ? name : "\(below)/\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        guard !isLink, depth < 64 else { continue }
        guard walk(folder: path, below: place, depth: depth + 1, visit: visit) else { return false }
      } else if extensions.contains(lastExtension(name)) {
        guard read(path, id: id(place), visit: visit) else { return false }
      }
    }
    return true
  }

  private static func lastExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// A place without its last extension; `.gz` comes off before it.
  private static func id(_ place: String) -> String {
    var place = place[...]
    for _ in 0..<2 {
      guard let dot = place.lastIndex(of: "."), place[dot...].firstIndex(of: "/") == nil,
        dot != place.startIndex, place[place.index(before: dot)] != "/"
      else { break }
      let isPacked = place[dot...].lowercased() == ".gz"
      place = place[..<dot]
      if !isPacked { break }
    }
    return String(place)
  }
}

// Reading one file.
extension SavedPages {
  private static func read(_ path: String, id: String, visit: Visit) -> Bool {
    func failed(_ why: String) -> Bool {
      visit(.failure(SavedPageError(id: id, path: path, why: why)))
    }
    do {
      var file = try FileBytes(path: path)
      let first = try file.read(atMost: 1 << 16)
      if isArchive(first) {
        // Read record by record: archives are larger than memory.
        return records(WARCReader(PrefixedBytes(first, then: file)), path, id, visit)
      }
      var bytes = first
      while true {
        let piece = try file.read(atMost: 1 << 20)
        if piece.isEmpty { break }
        bytes += piece
        guard bytes.count <= sizeLimit else {
          return failed("it is larger than \(sizeLimit) bytes; split it or keep it as an archive.")
        }
      }
      if bytes.starts(with: [0x1F, 0x8B]) { bytes = try gunzip(bytes, limit: sizeLimit) }
      return page(bytes, path, id, visit)
    } catch let error as ByteSourceError {
      return failed(error.why)
    } catch let error as PackingError {
      return failed(error.description)
    } catch {
      return failed("\(error)")
    }
  }

  /// Whether a file begins as an archive, packed or not.
  private static func isArchive(_ first: [UInt8]) -> Bool {
    let mark = Array("WARC/".utf8)
    guard first.starts(with: [0x1F, 0x8B]), let stream = try? GunzipStream() else {
      return first.starts(with: mark)
    }
    var at = 0
    var head: [UInt8] = []
    while head.count < mark.count, at < first.count {
      guard (try? stream.unpack(first, from: &at, into: &head, atMost: 64)) == true else { break }
    }
    return head.starts(with: mark)
  }

  private static func page(_ bytes: [UInt8], _ path: String, _ id: String, _ visit: Visit) -> Bool {
    visit(.success(SavedPage(id: id, url: address(in: bytes), path: path, bytes: bytes)))
  }

  /// The pages among an archive's records: answers of status 200, and resources, that are markup
  /// or text.
  private static func records<Source: ByteSource & ~Copyable>(
    _ reader: consuming WARCReader<Source>, _ path: String, _ id: String, _ visit: Visit
  ) -> Bool {
    do {
      while let record = try reader.next() {
        guard !record.isCut, record.type == "response" || record.type == "resource" else {
          continue
        }
        guard let message = record.page(limit: sizeLimit) else {
          let why = "the answer at byte \(record.offset) cannot be unpacked."
          let error = SavedPageError(id: record.id, path: path, why: why)
          guard visit(.failure(error)) else { return false }
          continue
        }
        let type = message.header("content-type")
        guard message.status == 200, isText(type) else { continue }
        let page = SavedPage(
          id: record.id, url: record.url, path: path, bytes: message.body, contentType: type)
        guard visit(.success(page)) else { return false }
      }
      return true
    } catch {
      return visit(.failure(SavedPageError(id: id, path: path, why: error.description)))
    }
  }

  private static func isText(_ type: String?) -> Bool {
    guard let type = type?.lowercased(), !type.isEmpty else { return true }
    return type.hasPrefix("text/html") || type.hasPrefix("text/plain")
      || type.hasPrefix("application/xhtml")
  }

  /// The address a browser wrote into a page it saved: `<!-- saved from url=(0023)https://… -->`,
  /// or SingleFile's `url: https://…` in its first comment.
  static func address(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let open = head.firstRange(of: "<!--") else { return nil }
    let comment = head[open.upperBound...]
    let end = comment.firstRange(of: "-->")?.lowerBound ?? comment.endIndex
    for mark in ["saved from url=(", "url: "] {
      guard let found = comment[..<end].firstRange(of: mark) else { continue }
      var text = comment[found.upperBound..<end]
      if mark.hasSuffix("(") {
        text = text.drop { $0 != ")" }.dropFirst()
      }
      text = text.prefix { !$0.isWhitespace }
      if let url = WebURL(String(text)), url.isWeb { return url.description }
    }
    return nil
  }
}
