import Foundation
import Server

/// The operator's decisions, read and checked.
struct Settings {
  private var values: [Setting: (text: String, place: String)] = [:]

  func text(_ setting: Setting) -> String? { values[setting]?.text }

  // MARK: Reading

  /// Reads lines `name = value`; `#` begins a comment.
  mutating func read(file: String, named name: String) throws {
    for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let place = "\(name):\(index + 1)"
      let content = Self.trimmed(line.prefix { $0 != "#" })
      if content.isEmpty { continue }
      guard let equals = content.firstIndex(of: "=") else {
        throw SettingError(place: place, what: "no `=`. A line is `name = value`.")
      }
      try set(
        Self.trimmed(content[..<equals]),
        to: Self.trimmed(content[content.index(after: equals)...]),
        place: place)
    }
  }

  /// Reads what begins with `PRESSESCHAU_`.
  mutating func read(environment: [String: String]) throws {
    let known = Dictionary(Setting.allCases.map { ($0.variable, $0) }) { first, _ in first }
    for (name, value) in environment.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("PRESSESCHAU_") && name != SettingsOption.fileVariable {
      guard let setting = known[name] else {
        throw SettingError(
          place: name,
          what: "no such setting. `presseschau settings` lists all.")
      }
      try set(setting.rawValue, to: value, place: name)
    }
  }

  mutating func set(_ name: String, to value: String, place: String) throws {
    guard let setting = Setting(rawValue: name) else {
      let near = Setting.nearest(to: name).map { " Did you mean `\($0.rawValue)`?" } ?? ""
      throw SettingError(
        place: place, what: "no setting `\(name)`.\(near) `presseschau settings` lists all.")
    }
    values[setting] = (value, place)
    if let wrong = wrong(setting) {
      throw SettingError(place: place, what: "`\(value)` is no value for `\(name)`. \(wrong)")
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  // MARK: Checking

  private func wrong(_ setting: Setting) -> String? {
    let isRight: Bool
    switch setting {
    case .listen: isRight = (try? place) != nil
    case .audience: isRight = audience != nil
    case .trustedProxies: isRight = (try? proxies) != nil
    case .proxyUser:
      // Anybody could write it where no proxy takes it away.
      isRight = isFieldName(text(setting) ?? "") && text(.trustedProxies) != nil
    case .metrics: isRight = metricsAudience != nil
    case .logLevel:
      isRight = ["trace", "debug", "info", "notice", "warning", "error"].contains(text(setting))
    case .logFormat: isRight = ["text", "json"].contains(text(setting))
    case .pictures: isRight = ["on", "off"].contains(text(setting))
    case .connections, .searchRate: isRight = number(setting).map { $0 > 0 } ?? false
    case .keepDays, .keepArticles: isRight = number(setting) != nil
    case .keepDisk: isRight = bytes(.keepDisk) != nil
    case .base: isRight = isBase(text(.base) ?? "")
    case .library, .title: isRight = text(setting)?.isEmpty == false
    }
    if !isRight, setting == .base, Site.hasPlace(below: text(.base) ?? "") {
      return "Its path is one of the paper's own. Choose another, such as /presse."
    }
    return isRight ? nil : "Give \(setting.help.value)."
  }

  private func isFieldName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  private func isBase(_ text: String) -> Bool {
    guard let url = URL(string: text), let host = url.host(), !host.isEmpty else { return false }
    return (url.scheme == "https" || url.scheme == "http") && !text.hasSuffix("/")
      && url.query() == nil && !Site.hasPlace(below: text)
  }

  func number(_ setting: Setting) -> Int? {
    guard let text = text(setting), let number = Int(text), number >= 0 else { return nil }
    return number
  }

  /// `20G`, `500M`, or bytes.
  func bytes(_ setting: Setting) -> Int? {
    guard let text = text(setting) else { return nil }
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    guard let number = Int(unit == nil ? text : String(text.dropLast())), number >= 0 else {
      return nil
    }
    let (bytes, isTooMuch) = number.multipliedReportingOverflow(by: unit ?? 1)
    return isTooMuch ? nil : bytes
  }

  // MARK: Meaning

  var place: ListenPlace {
    get throws { try ListenPlace(text(.listen) ?? Setting.listen.help.standard) }
  }

  var audience: Audience? { Audience(rawValue: text(.audience) ?? "self") }
  var metricsAudience: MetricsAudience? { MetricsAudience(rawValue: text(.metrics) ?? "local") }
  var proxies: TrustedProxies { get throws { try TrustedProxies(text(.trustedProxies) ?? "") } }

  /// What stands where, for people.
  var summary: String {
    values.isEmpty
      ? "the standards hold"
      : values.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "\($0.key.rawValue) = \($0.value.text) (\($0.value.place))" }
        .joined(separator: ", ")
  }
}

/// Who reads the paper.
enum Audience: String {
  case oneself = "self"
  case `private`
  case `public`
}
