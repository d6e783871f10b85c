/// The words and phrases by which the parts of news pages are told apart: German and English, from
/// `furniture-*.txt` (lines that are no news) and `page-*.txt` (words that rules look for).
public enum PageWords {
  /// The entries of a list, each with a line feed behind it, the German ones first. Lines that begin
  /// with `#` are left out. Empty where there is no such list.
  public static func text(of list: StaticString) -> [UInt8] {
    var out: [UInt8] = []
    for file in EmbeddedFile.all.reversed() where file.path.utf8.hasName(list) {
      file.text.withUTF8Buffer { append(linesOf: $0, to: &out) }
    }
    return out
  }

  /// The entries of a list as texts.
  public static func entries(of list: StaticString) -> [String] {
    text(of: list).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func append(linesOf text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    out.reserveCapacity(out.count + text.count)
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 10) ?? text.count
      if end > start, text[start] != UInt8(ascii: "#") {
        out.append(contentsOf: text[start..<end])
        out.append(10)
      }
      start = end + 1
    }
  }
}

extension String.UTF8View {
  /// Whether a path names the file `NAME.txt` of some folder.
  fileprivate func hasName(_ name: StaticString) -> Bool {
    let behind = count - name.utf8CodeUnitCount - 5
    guard behind >= 0 else { return false }
    return name.withUTF8Buffer { name in
      let tail = dropFirst(behind)
      return tail.first == UInt8(ascii: "/") && tail.dropFirst().starts(with: name)
        && tail.dropFirst(1 + name.count).elementsEqual(".txt".utf8)
    }
  }
}
