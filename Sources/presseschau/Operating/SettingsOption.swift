import ArgumentParser
import Foundation

/// Where the settings come from: a file, the environment, the command line.
struct SettingsOption: ParsableArguments {
  static let fileVariable = "PRESSESCHAU_SETTINGS"

  @Option(
    help:
      "The settings file (default: presseschau.conf in /etc/presseschau or ~/.config/presseschau).")
  var settings: String?
  @Option(
    name: .customLong("set"),
    help: "A setting, such as --set title=Abendblatt; `presseschau settings` lists all.")
  var changes: [String] = []

  /// The settings as they stand for this command.
  func settings(environment: [String: String] = ProcessInfo.processInfo.environment) throws
    -> Settings
  {
    var read = try Self.standing(file: settings, environment: environment)
    for change in changes {
      guard let equals = change.firstIndex(of: "=") else {
        throw SettingError(place: "--set \(change)", what: "no `=`. Write --set name=value.")
      }
      try read.set(
        String(change[..<equals]), to: String(change[change.index(after: equals)...]),
        place: "--set")
    }
    return read
  }

  /// The settings of file and environment.
  static func standing(
    file: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Settings {
    var settings = Settings()
    if let path = file ?? environment[fileVariable] {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw SettingError(place: path, what: "the settings file cannot be read.")
      }
      try settings.read(file: text, named: path)
    } else if let path = usual(environment).first(where: FileManager.default.fileExists) {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw SettingError(place: path, what: "the settings file cannot be read.")
      }
      try settings.read(file: text, named: path)
    }
    try settings.read(environment: environment)
    return settings
  }

  private static func usual(_ environment: [String: String]) -> [String] {
    let home =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].map { $0 + "/.config" }
    return (home.map { ["\($0)/presseschau/presseschau.conf"] } ?? [])
      + ["/etc/presseschau/presseschau.conf"]
  }
}

/// `presseschau settings`
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Lists all settings, what they mean and what holds now.")

  @OptionGroup var choices: SettingsOption

  func run() throws {
    let settings: Settings
    do {
      settings = try choices.settings()
    } catch {
      say("\(error)")
      throw ExitCode(1)
    }
    for setting in Setting.allCases {
      let help = setting.help
      print("# \(help.words)")
      print("# \(help.value); standard: \(help.standard); environment: \(setting.variable)")
      if let value = settings.text(setting) {
        print("\(setting.rawValue) = \(value)\n")
      } else {
        print("# \(setting.rawValue) =\n")
      }
    }
  }
}
