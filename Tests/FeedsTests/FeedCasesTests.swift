import Foundation
import Testing

@testable import Feeds

private enum FeedCases {
  static let path: String? = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "shared/data/feeds/dev.jsonl.gz")
      if FileManager.default.fileExists(atPath: file.path) { return file.path }
    }
    return nil
  }()
}

/// The development cases beside the repository; skipped where they are missing.
@Suite(
  .enabled(
    if: FeedCases.path != nil, "no shared/data/feeds/dev.jsonl.gz beside the repository"))
struct FeedCasesTests {
  private func lines() throws -> [[UInt8]] {
    let gunzip = Process()
    gunzip.executableURL = URL(filePath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "-dc", FeedCases.path ?? ""]
    let pipe = Pipe()
    gunzip.standardOutput = pipe
    try gunzip.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    return data.split(separator: 10).map(Array.init)
  }

  @Test func nearlyAllCoreCasesHold() throws {
    var held = 0
    var all = 0
    for line in try lines() {
      guard let row = JSONValue(line), let checks = row["checks"] else { continue }
      let answer = JSONValue(FeedCase.answer(line))
      #expect(answer?["result"] != nil)
      guard row["core"] == .bool(true) else { continue }
      all += 1
      if checks.elements.allSatisfy({ holds($0, answer?["result"] ?? .null) }) { held += 1 }
    }
    #expect(held * 100 >= all * 98, "\(held) of \(all)")
  }

  private func holds(_ check: JSONValue, _ result: JSONValue) -> Bool {
    let paths = [check["path"]] + (check["alt"]?.elements ?? [])
    let value = paths.lazy.compactMap { $0?.text }.compactMap { find($0, in: result) }.first
    switch check["op"]?.text {
    case "no_crash": return true
    case "absent": return value == nil
    case "falsy":
      return [nil, .null, .bool(false), .string(""), .number("0"), .array([])].contains(value)
    case "truthy", "present": return value != nil && value != .bool(false)
    case "eq": return value == check["value"]
    case "len_eq":
      return value.map { $0.elements.count } == check["value"]?.text.flatMap { Int($0) }
    case "time_eq":
      return value?.text.flatMap { FeedDate.read($0) }
        == check["value"]?.text.flatMap { FeedDate.read($0) }
    case "ord_eq":
      return value?.text?.unicodeScalars.first.map { String($0.value) } == check["value"]?.text
    default: return true
    }
  }

  private func find(_ path: String, in value: JSONValue) -> JSONValue? {
    var value = value
    for step in path.split(separator: "/").map(String.init) {
      if step == "license", value[step] == nil { return nil }
      if case .array(let elements) = value {
        guard let index = Int(step) else { return nil }
        let place = index < 0 ? elements.count + index : index
        guard elements.indices.contains(place) else { return nil }
        value = elements[place]
      } else if let next = value[step] {
        value = next
      } else {
        return nil
      }
    }
    return value
  }
}
