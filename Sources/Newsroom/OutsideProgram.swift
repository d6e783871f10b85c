package import Foundation

/// A program of others that works on a file for us, in a process with nothing of ours but a folder.
package struct OutsideProgram: Sendable {
  /// What a run may take.
  package struct Limits: Sendable {
    /// Seconds of processor; on the clock twice as many.
    package var seconds: Int
    /// Bytes of address space; nil for programs that reserve more than they use.
    package var memory: Int?
    /// Bytes of the largest file it writes.
    package var file: Int

    package init(seconds: Int, memory: Int?, file: Int) {
      self.seconds = seconds
      self.memory = memory
      self.file = file
    }
  }

  /// Why a run failed.
  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  private let file: String
  private let limiter: String?

  /// The first of some names that is found; nil where none is installed.
  package init?(_ names: String..., path: String? = nil) {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    func find(_ name: String) -> String? {
      path.split(separator: ":").map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    guard let file = names.lazy.compactMap(find).first else { return nil }
    self.file = file
    limiter = find("prlimit")
  }

  /// Runs it and returns what it printed.
  ///
  /// - Parameter folder: one that is ours alone; it is all the program's home.
  /// - Throws: `Failure` where it does not start, takes too much or ends badly.
  package func run(
    _ arguments: [String], in folder: URL, limits: Limits, environment: [String: String] = [:]
  ) async throws -> String {
    let process = Process()
    if let limiter {
      process.executableURL = URL(filePath: limiter)
      process.arguments =
        (limits.memory.map { ["--as=\($0)"] } ?? [])
        + ["--cpu=\(limits.seconds)", "--fsize=\(limits.file)", "--", file] + arguments
    } else {
      process.executableURL = URL(filePath: file)
      process.arguments = arguments
    }
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path,
    ].merging(environment) { $1 }
    let words = folder.appending(path: "words.txt")
    try Data().write(to: words)
    process.standardOutput = try FileHandle(forWritingTo: words)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let status = try await Self.status(of: process, within: .seconds(limits.seconds * 2))
    guard status == 0 else { throw Failure(description: "\(file) ended with \(status)") }
    return String(decoding: try Data(contentsOf: words), as: UTF8.self)
  }

  /// Starts a process and waits for its end; one that takes too long is ended.
  private static func status(of process: Process, within limit: Duration) async throws -> Int32 {
    let watch = Task {
      try await Task.sleep(for: limit)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    defer { watch.cancel() }
    return try await withCheckedThrowingContinuation { end in
      process.terminationHandler = { end.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        end.resume(
          throwing: Failure(description: "\(process.executableURL?.path ?? "") did not start"))
      }
    }
  }

  /// A folder only we can enter, for as long as the work lasts.
  package static func inOwnFolder<Result>(
    _ work: (URL) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "presseschau-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await work(folder)
  }
}
