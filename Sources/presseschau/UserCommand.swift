import ArgumentParser
import Foundation
import Server
import Storage

/// `presseschau user add|list|password|remove|invite`
struct User: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds, lists and removes accounts of readers; none is needed to read.",
    subcommands: [
      Add.self, List.self, Password.self, Remove.self, Rights.self, Token.self, Invite.self,
    ],
    defaultSubcommand: List.self)

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds an account; its password is read from standard input.")
    @OptionGroup var library: LibraryOption
    @Flag(name: .customLong("operator"), help: "It may change sources and accounts.")
    var isOperator = false
    @Argument(help: "The name to sign in with.") var name: String

    func run() throws {
      guard let name = AccountName(name) else {
        throw ValidationError(
          "\(name): a name has 1 to 64 characters, without colon, slash and controls.")
      }
      let password = try NewPassword.read()
      let library = try library.open()
      guard
        try library.addAccount(
          name: name.text, password: password.text, isOperator: isOperator, at: secondsNow())
          != nil
      else {
        throw CommandFailure(
          "\(name.text): there is such an account already. Choose another name.")
      }
      say("\(name.text): the account is there. Sign in at /signin.")
      try library.close()
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the accounts.")
    @OptionGroup var library: LibraryOption

    func run() throws {
      for account in try library.open().accounts() {
        print("\(account.id)\t\(account.name)\t\(account.isOperator ? "operator" : "reader")")
      }
    }
  }

  struct Password: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sets a new password, read from standard input; browsers and apps are signed out.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The account's name.") var name: String

    func run() throws {
      let library = try library.open()
      let account = try library.named(name)
      try library.setPassword(try NewPassword.read().text, of: account.id)
      say("\(account.name): the password is changed; browsers and apps have to sign in again.")
      try library.close()
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes an account with everything it has marked.")
    @OptionGroup var library: LibraryOption
    @Argument(help: "The account's name.") var name: String

    func run() throws {
      let library = try library.open()
      let account = try library.named(name)
      _ = try library.removeAccount(account.id)
      say("\(account.name): removed.")
      try library.close()
    }
  }

  struct Rights: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes an account an operator's, or a reader's.")
    @OptionGroup var library: LibraryOption
    @Flag(help: "Take the rights away.") var remove = false
    @Argument(help: "The account's name.") var name: String

    func run() throws {
      let library = try library.open()
      let account = try library.named(name)
      try library.setOperator(!remove, of: account.id)
      say("\(account.name): now \(remove ? "a reader" : "an operator").")
      try library.close()
    }
  }

  struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a password for one reader app and prints it.")
    @OptionGroup var library: LibraryOption
    @Option(help: "What the app or device is called.") var device = "App"
    @Flag(help: "It may also use the Fever interface.") var fever = false
    @Argument(help: "The account's name.") var name: String

    func run() throws {
      let library = try library.open()
      let account = try library.named(name)
      let secret = Secret()
      _ = try library.addDevice(
        secret.hash, fever: fever ? secret.feverHash(name: account.name) : nil, of: account.id,
        name: device, at: secondsNow())
      print(secret.text)
      try library.close()
    }
  }

  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a link by which one account can be made within seven days.")
    @OptionGroup var library: LibraryOption
    @Flag(name: .customLong("operator"), help: "The account may change sources and accounts.")
    var isOperator = false
    @Option(help: "Where the paper is served.") var base = "http://127.0.0.1:8080"

    func run() throws {
      let library = try library.open()
      print(try Invitation.link(library, base: base, isOperator: isOperator))
      try library.close()
    }
  }
}

/// What kept a command from its work, with the remedy.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension Library {
  /// The account of a name.
  func named(_ name: String) throws -> Account {
    guard let found = try credentials(of: name) else {
      throw CommandFailure(
        "\(name): there is no such account. List them with: presseschau user list")
    }
    return found.account
  }
}

/// A password from standard input, so that it stands in no list of processes.
enum NewPassword {
  static func read() throws -> PasswordHash {
    if isatty(0) == 1 { say("New password (10 characters or more), then Enter:") }
    guard let line = readLine() else {
      throw CommandFailure("No password came on standard input. Type it, or pipe it in.")
    }
    if let objection = PasswordHash.objection(to: line) {
      throw CommandFailure(objection.description)
    }
    return try PasswordHash(of: line)
  }
}

/// The link by which an account is made once.
enum Invitation {
  private static let span: Int64 = 7 * 86_400

  static func link(_ library: Library, base: String, isOperator: Bool) throws -> String {
    let secret = Secret()
    if isOperator { try library.removeOperatorInvitations() }
    try library.addInvitation(
      secret.hash, isOperator: isOperator, expiresAt: secondsNow() + span)
    return "\(base)/welcome/\(secret.text)"
  }

  /// Where nobody has an account yet, says how the first is made: there is no default password.
  static func announce(_ library: Library, base: String) {
    do {
      guard try library.accounts().isEmpty else { return }
      let link = try link(library, base: base, isOperator: true)
      say("Nobody has an account yet. Make the operator's with this link, good once: \(link)")
    } catch {
      say("\(error)")
    }
  }
}
