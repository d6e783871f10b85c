import Foundation
import PackagePlugin

/// Writes a target's resource folders (every folder below it that holds no Swift) into one Swift
/// file, so that the binary carries them and may be moved.
@main struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SwiftSourceModuleTarget else { return [] }
    let folder = target.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding the files of \(target.name)",
        executable: try context.tool(named: "embed").url,
        arguments: [folder.path, output.path],
        inputFiles: resources(below: folder), outputFiles: [output])
    ]
  }

  private func resources(below folder: URL) -> [URL] {
    guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath && $0.pathExtension != "swift" }
      .sorted { $0.path < $1.path }
  }
}
