import Foundation
import Storage
import Testing

@testable import presseschau

@Suite struct SettingsTests {
  private func settings(_ file: String, _ environment: [String: String] = [:]) throws -> Settings {
    var settings = Settings()
    try settings.read(file: file, named: "a.conf")
    try settings.read(environment: environment)
    return settings
  }

  @Test func fileEnvironmentAndCommandLineAreReadInThisOrder() throws {
    var read = try settings(
      "# mine\nlisten = 127.0.0.1:9000\ntitle = Abendblatt # evening\n\nkeep-disk=20G\n",
      ["PRESSESCHAU_TITLE": "Morgenblatt", "HOME": "/x"])
    #expect(try read.place.port == 9_000)
    #expect(read.text(.title) == "Morgenblatt")
    #expect(read.bytes(.keepDisk) == 20 << 30)
    try read.set("title", to: "Mittag", place: "--set")
    #expect(read.text(.title) == "Mittag")
  }

  @Test(arguments: [
    ("listn = 127.0.0.1:1", "a.conf:1: no setting `listn`. Did you mean `listen`?"),
    ("\nlisten", "a.conf:2: no `=`."), ("listen = somewhere", "a.conf:1: `somewhere` is no value"),
    ("audience = all", "no value for `audience`"), ("keep-days = -1", "no value for `keep-days`"),
    ("keep-disk = 20X", "no value for `keep-disk`"), ("base = news.example", "no value for `base`"),
    ("trusted-proxies = me", "no value for `trusted-proxies`"), ("metrics = yes", "no value"),
    ("connections = 0", "no value"),
  ])
  func whatIsWrongIsNamedWithItsPlace(_ file: String, _ words: String) {
    do {
      _ = try settings(file)
      Issue.record("\(file) was taken")
    } catch {
      #expect("\(error)".contains(words), "\(error)")
    }
  }

  @Test func anUnknownVariableOfOursIsNamed() {
    #expect(throws: SettingError.self) { try settings("", ["PRESSESCHAU_LISTN": "x"]) }
  }

  @Test func everySettingIsInTheOperatorsGuide() throws {
    let guide = try String(
      contentsOf: RoomsTests.sources.deletingLastPathComponent()
        .appending(path: "Documentation/Operating.md"), encoding: .utf8)
    for setting in Setting.allCases {
      #expect(guide.contains("`\(setting.rawValue)`"), "\(setting.rawValue) is not documented")
    }
  }

  @Test func thePaperIsNotServedToTheWorldUnasked() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ready-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: folder.appending(path: "library.sqlite").path)
    func obstacle(_ file: String) throws -> String? {
      try PublicReadiness.obstacle(try settings(file), library: library)
    }
    #expect(try obstacle("") == nil)
    #expect(try obstacle("listen = 0.0.0.0:80")?.contains("audience") == true)
    #expect(try obstacle("listen = 0.0.0.0:80\naudience = private") == nil)
    let world = "listen = 0.0.0.0:80\naudience = public\nbase = https://news.example"
    #expect(try obstacle("audience = public")?.contains("base") == true)
    #expect(try obstacle(world)?.contains("imprint") == true)
    for page in ["imprint", "privacy", "corrections"] { try library.set("page.\(page)", to: "x") }
    #expect(try obstacle(world) == nil)
  }
}

@Suite struct MCPTests {
  private func answer(_ line: String) throws -> [String: Any]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mcp-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: folder.appending(path: "library.sqlite").path)
    return try MCPDesk(tools: MCPTools(library: library)).answer(Data(line.utf8)).map {
      try JSONSerialization.jsonObject(with: $0) as? [String: Any] ?? [:]
    }
  }

  @Test func requestsAreAnsweredAndNotificationsNot() throws {
    let start = try #require(
      try answer(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#
      ))
    #expect((start["result"] as? [String: Any])?["protocolVersion"] as? String == "2025-03-26")
    #expect(try answer(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
    let list = try #require(try answer(#"{"jsonrpc":"2.0","id":"a","method":"tools/list"}"#))
    #expect(((list["result"] as? [String: Any])?["tools"] as? [Any])?.count == 4)
    #expect(list["id"] as? String == "a")
  }

  @Test func whatIsWrongIsTold() throws {
    for line in ["", "no json", "[]", #"{"id":1}"#] {
      #expect(try #require(try answer(line))["error"] != nil)
    }
    #expect(try #require(try answer(#"{"id":1,"method":"nothing"}"#))["error"] != nil)
    let call = try #require(
      try answer(
        #"{"id":1,"method":"tools/call","params":{"name":"story","arguments":{"id":"x"}}}"#))
    #expect((call["result"] as? [String: Any])?["isError"] as? Bool == true)
  }
}
