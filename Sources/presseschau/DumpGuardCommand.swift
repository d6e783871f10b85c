import ArgumentParser
import Fetching
import Foundation

/// `dump guard`: what the guard says to addresses, names' answers and redirects, line by line.
struct DumpGuard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guard",
    abstract: "Say for every line of standard input whether it would be asked; nothing is sent.",
    shouldDisplay: false)

  @Argument(help: "A file of JSON lines, or - for standard input.")
  var path = "-"

  func run() throws {
    let guardian = AddressGuard()
    var failed = false
    for line in try JSONLines.read(path) {
      do {
        let row = try JSONDecoder().decode(Row.self, from: Data(line))
        let verdict = Journey.verdict(
          on: row.input, answers: row.dns ?? [],
          chain: (row.chain ?? []).map { ($0.status, $0.location) }, guardian: guardian)
        try JSONLines.print(Answer(verdict, id: row.id))
      } catch let error as DecodingError {
        failed = true
        try JSONLines.print(Answer(.reject("the line is not as expected: \(error)"), id: nil))
      }
    }
    if failed { throw ExitCode(1) }
  }

  private struct Row: Decodable {
    var id: String?
    var input: String
    var dns: [[String]]?
    var chain: [Hop]?
  }

  /// `[status, location]`
  private struct Hop: Decodable {
    var status: Int
    var location: String

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      status = try list.decode(Int.self)
      location = try list.decode(String.self)
    }
  }

  private struct Answer: Encodable {
    var id: String?
    var verdict: String
    var why: String

    init(_ verdict: Verdict, id: String?) {
      self.id = id
      switch verdict {
      case .allow: (self.verdict, why) = ("allow", "")
      case .block(let why): (self.verdict, self.why) = ("block", why)
      case .reject(let why): (self.verdict, self.why) = ("reject", why)
      }
    }
  }
}
