import ArgumentParser
import Foundation
import Newsroom
import Press
import Storage

/// A word of a fixed list, or an error that names the list.
private func choice<Value: RawRepresentable<String> & CaseIterable>(_ word: String) throws -> Value
{
  guard let value = Value(rawValue: word) else {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("\(word): say one of \(words).")
  }
  return value
}

extension Sources {
  /// `presseschau sources set URL …`
  struct Settings: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Changes what is said of a source; an empty word takes out what stood there.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The source's address.") var url: String
    @Option(help: "Its name.") var title: String?
    @Option(help: "The folder it stands in.") var folder: String?
    @Option(
      help: "What a public edition may show: full, excerpt or headline.", transform: choice)
    var rights: Source.Rights?
    @Option(help: "Who publishes it.") var owner: String?
    @Option(help: "publicBroadcaster, press, agency, official or blog.", transform: choice)
    var ownerKind: Source.OwnerKind?
    @Option(help: "Where the article stands on its pages, as a CSS selector.") var content: String?
    @Option(help: "What is not part of the article, as a CSS selector.") var remove: String?
    @Option(
      help: "Stories that only this source tells go so many days after; 0: as the settings say.")
    var keepDays: Int?

    func validate() throws {
      if let keepDays, !(0...36_500).contains(keepDays) {
        throw ValidationError("\(keepDays): say a number of days from 0 to 36500.")
      }
      for text in [content, remove].compactMap({ $0 }) where !text.isEmpty {
        guard Selector(text) != nil else {
          throw ValidationError(
            "\(text): this selector cannot be read. Names, #id, .class, [attribute=value], spaces, > and commas can."
          )
        }
      }
    }

    func run() throws {
      let library = try library.open()
      guard var source = try library.source(url: url)?.source else { throw NoSuchSource(url: url) }
      if let title, !title.isEmpty { source.title = title }
      if let folder { source.category = folder.isEmpty ? nil : folder }
      if let owner { source.owner = owner.isEmpty ? nil : owner }
      source.rights = rights ?? source.rights
      source.ownerKind = ownerKind ?? source.ownerKind
      source.selectors.content = content ?? source.selectors.content
      source.selectors.removal = remove ?? source.selectors.removal
      if let keepDays { source.keepDays = keepDays == 0 ? nil : keepDays }
      _ = try library.edit(source)
    }
  }

  /// `presseschau sources access URL …`
  struct AccessData: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "access",
      abstract: "Says what a source's server is sent: for one's own subscription.",
      discussion:
        "Secrets are read from files, or from standard input as -, so that no list of processes shows them. They are sent to the source's host and those named only, and shown nowhere."
    )
    @OptionGroup var library: LibraryOption
    @Argument(help: "The source's address.") var url: String
    @Option(help: "The user name.") var login: String?
    @Option(help: "A file with the password.") var passwordFile: String?
    @Option(help: "A file with the cookie, as browsers send it: name=value; name=value.")
    var cookieFile: String?
    @Option(help: "A file with one header a line, such as X-Token: abc.") var headerFile: String?
    @Option(help: "The user agent.") var userAgent: String?
    @Option(name: .customLong("host"), help: "A host to which all this is sent, too.")
    var hosts: [String] = []
    @Flag(help: "Forgets all of it.") var forget = false

    func run() throws {
      let library = try library.open()
      guard let source = try library.source(url: url)?.source else { throw NoSuchSource(url: url) }
      if forget { return try library.set(SourceAccess(), of: source.url) }
      var access = try library.access(of: source.url) ?? SourceAccess()
      access.login = login ?? access.login
      access.userAgent = userAgent ?? access.userAgent
      if let passwordFile { access.password = try Self.lines(of: passwordFile).first }
      if let cookieFile { access.cookie = try Self.lines(of: cookieFile).first }
      if let headerFile {
        access.headers = try Self.lines(of: headerFile).map { line in
          guard let header = SourceAccess.Header(line: line) else {
            throw ValidationError("\(headerFile): a header has the form Name: value.")
          }
          return header
        }
      }
      if !hosts.isEmpty { access.hosts = hosts.map { $0.lowercased() } }
      try library.set(access, of: source.url)
      let sent = access.summary.joined(separator: ", ")
      say("\(source.url): \(sent.isEmpty ? "nothing is sent along" : "sent along: \(sent)").")
    }

    private static func lines(of path: String) throws -> [String] {
      String(decoding: try InputFile(id: path, path: path).bytes(), as: UTF8.self)
        .split(whereSeparator: \.isNewline).map(String.init)
    }
  }
}
