import ArgumentParser
import Foundation
import Press
import Server
import Storage

/// `presseschau hook add|list|remove`
struct Hook: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Calls addresses of yours when stories are new or have changed (webhooks).",
    subcommands: [Add.self, List.self, Remove.self], defaultSubcommand: List.self)

  struct Topic: ParsableArguments {
    @Option(help: "A section's id, such as politik; all stories if left out.")
    var section: String?

    func name() throws -> String {
      guard let section else { return Messenger.allStories }
      guard Section(rawValue: section) != nil else {
        throw ValidationError(
          "\(section): there is no such section. Sections are "
            + Section.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return section
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds an address and prints the secret that what it gets is signed with.")
    @OptionGroup var library: LibraryOption
    @OptionGroup var topic: Topic
    @Argument(help: "An http or https address that takes JSON by POST.") var url: String

    func run() throws {
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
        throw ValidationError("\(url): a hook is an http or https address.")
      }
      let topic = try topic.name()
      let library = try library.open()
      let secret = Secret().text
      try library.keep(
        Listener(
          id: Secret().text, kind: .hook, topic: topic, callback: url, secret: secret,
          told: String(try library.lastChange())))
      try library.close()
      say("\(url): is called from now on. It can check X-Presseschau-Signature with this secret:")
      print(secret)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists hooks and subscribers of feeds, and how often each has failed in a row.")
    @OptionGroup var library: LibraryOption

    func run() throws {
      let library = try library.open()
      for listener in try library.listeners() {
        print(
          "\(listener.kind.rawValue)\t\(listener.topic)\t\(listener.callback)\t\(listener.failures)"
        )
      }
      try library.close()
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Removes an address.")
    @OptionGroup var library: LibraryOption
    @OptionGroup var topic: Topic
    @Argument(help: "The address as it was added.") var url: String

    func run() throws {
      let topic = try topic.name()
      let library = try library.open()
      let isGone = try library.removeListener(topic: topic, callback: url)
      try library.close()
      guard isGone else {
        throw CommandFailure(
          "\(url): no hook of this address hears of \(topic). `presseschau hook` lists all.")
      }
      say("\(url): removed.")
    }
  }
}
