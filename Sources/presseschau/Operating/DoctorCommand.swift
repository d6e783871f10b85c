import ArgumentParser
import Editions
import Foundation
import Newsroom
import Press
import Storage

/// `presseschau doctor`
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks the library, the settings and the machine over and says what helps.")

  @OptionGroup var library: LibraryOption
  @OptionGroup var choices: SettingsOption
  @Flag(help: "Read every page of the library; takes minutes for large ones.") var thorough = false

  func run() throws {
    var checks: [LibraryCheck] = []
    do {
      let settings = try choices.settings()
      checks.append(LibraryCheck("settings", .fine, settings.summary))
      checks += PublicReadiness.checks(settings, library: nil)
    } catch {
      checks.append(LibraryCheck("settings", .broken, "\(error)"))
    }
    checks.append(
      LibraryCheck(
        "pictures", .fine,
        PictureMaker() == nil
          ? "libvips' programs are not there, so articles have none; install libvips-tools"
          : "libvips' programs are there"))
    checks += libraryChecks()
    for check in checks { print("\(check.outcome.mark)\t\(check.what)\t\(check.words)") }
    if checks.contains(where: { $0.outcome == .broken }) { throw ExitCode(1) }
  }

  private func libraryChecks() -> [LibraryCheck] {
    do {
      let path = try library.file()
      guard FileManager.default.fileExists(atPath: path) else {
        return [LibraryCheck("library", .fine, "\(path) is not there yet; the first run makes it")]
      }
      let library = try Library(path: path)
      var checks = [LibraryCheck("library", .fine, "\(path), \(Self.size(path))")]
      checks += try library.check(isThorough: thorough)
      checks += [Self.room(path), Self.rights(path)]
      checks += try Self.sources(library)
      try library.close()
      return checks
    } catch {
      return [LibraryCheck("library", .broken, "\(error)")]
    }
  }

  private static func size(_ path: String) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return "\(((attributes?[.size] as? Int) ?? 0) >> 20) MiB"
  }

  /// A copy and the log of changes need as much room again.
  private static func room(_ path: String) -> LibraryCheck {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = ((system?[.systemFreeSize] as? Int) ?? 0) >> 20
    let size =
      ((try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0) >> 20
    return LibraryCheck(
      "disk", free > size + 500 ? .fine : .doubtful,
      "\(free) MiB are free"
        + (free > size + 500
          ? "" : "; an update needs as much as the library has (\(size) MiB) and 500 MiB more"))
  }

  private static func rights(_ path: String) -> LibraryCheck {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes?[.posixPermissions] as? Int) ?? 0
    return LibraryCheck(
      "rights", mode & 0o007 == 0 ? .fine : .doubtful,
      mode & 0o007 == 0
        ? "only you read the file" : "others may read the file; `chmod o= \(path)` ends that")
  }

  private static func sources(_ library: Library) throws -> [LibraryCheck] {
    let sources = try library.sources()
    let failing = sources.filter { $0.failures >= 3 }
    var checks = [
      LibraryCheck(
        "sources", failing.isEmpty ? .fine : .doubtful,
        "\(sources.count) sources"
          + (failing.isEmpty ? "" : ", \(failing.count) fail for some time"))
    ]
    checks += failing.prefix(10).map {
      LibraryCheck(
        "source", .doubtful,
        "\($0.source.url): \($0.fault.map(HandlingWords.english.fault) ?? "fails")")
    }
    return checks
  }
}

extension LibraryCheck.Outcome {
  fileprivate var mark: String {
    switch self {
    case .fine: "fine"
    case .doubtful: "LOOK"
    case .broken: "BROKEN"
    }
  }
}
