import Foundation
package import Storage

/// Why a picture is not shown, in words for the library's record.
package struct PictureFault: Error, Hashable, CustomStringConvertible {
  package var description: String
}

/// Makes what others call a picture into pictures of ours: decoded, turned upright, made smaller and
/// written anew, by libvips' own programs in processes that may take neither much time nor much
/// memory (THREATS T8). Nothing of the original's bytes is ever sent on.
package struct PictureMaker: Sendable {
  /// The widths that are made; none is wider than the original.
  package static let widths = [400, 800, 1_200]
  /// Smaller ones are logos and tracking pixels.
  static let least = (width: 240, height: 120)
  private static let mostPixels = 60_000_000
  private static let limits = OutsideProgram.Limits(seconds: 20, memory: 2 << 30, file: 32 << 20)

  private let thumbnail: OutsideProgram
  private let header: OutsideProgram

  /// The programs on this machine; nil where libvips' are not installed (Debian: libvips-tools).
  package init?(path: String? = nil) {
    guard let thumbnail = OutsideProgram("vipsthumbnail", path: path),
      let header = OutsideProgram("vipsheader", path: path)
    else { return nil }
    self.thumbnail = thumbnail
    self.header = header
  }

  /// The picture in up to three widths.
  ///
  /// - Throws: `PictureFault` where it is none, is too small or too large, or cannot be read.
  package func forms(of bytes: [UInt8]) async throws -> [PictureForm] {
    try await open(bytes, least: Self.least) { original, size, folder in
      let wanted = Self.widths.filter { $0 <= size.width }
      var forms: [PictureForm] = []
      for width in wanted.isEmpty ? [size.width] : wanted {
        forms.append(try await form(of: original, width: width, in: folder))
      }
      return forms
    }
  }

  /// The picture as an icon of 64 pixels at most, a PNG.
  package func icon(of bytes: [UInt8]) async throws -> [UInt8] {
    try await open(bytes, least: (16, 16)) { original, _, folder in
      let out = folder.appending(path: "icon.png")
      _ = try await run(
        thumbnail, [original.path, "--size", "64x64>", "-o", "\(out.path)[strip]"], in: folder)
      return [UInt8](try Data(contentsOf: out))
    }
  }

  /// Puts the bytes into a folder of their own, if they are a picture of a size we take.
  private func open<Result>(
    _ bytes: [UInt8], least: (width: Int, height: Int),
    _ work: (_ original: URL, _ size: (width: Int, height: Int), _ folder: URL) async throws ->
      Result
  ) async throws -> Result {
    guard let kind = PictureKind(bytes) else {
      throw PictureFault(description: "no JPEG, PNG, GIF, WebP or AVIF")
    }
    return try await OutsideProgram.inOwnFolder { folder in
      let original = folder.appending(path: "original.\(kind.rawValue)")
      try Data(bytes).write(to: original)
      let size = try await size(of: original, in: folder)
      guard size.width >= least.width, size.height >= least.height else {
        throw PictureFault(description: "only \(size.width) × \(size.height) pixels")
      }
      guard size.width <= Self.mostPixels / size.height, size.height <= 4 * size.width else {
        throw PictureFault(description: "\(size.width) × \(size.height) pixels")
      }
      return try await work(original, size, folder)
    }
  }

  private func size(of file: URL, in folder: URL) async throws -> (width: Int, height: Int) {
    let words = try await run(header, [file.path], in: folder)
    // `FILE: 2000x1333 uchar, 3 bands, srgb, jpegload`; the file's name is ours and has no space.
    guard let figure = words.split(separator: " ").dropFirst().first,
      case let parts = figure.split(separator: "x").compactMap({ Int($0) }), parts.count == 2,
      parts[0] > 0, parts[1] > 0
    else { throw PictureFault(description: "its size is unknown") }
    return (parts[0], parts[1])
  }

  private func form(of file: URL, width: Int, in folder: URL) async throws -> PictureForm {
    let out = folder.appending(path: "\(width).webp")
    _ = try await run(
      thumbnail, [file.path, "--size", "\(width)x>", "-o", "\(out.path)[Q=72,strip]"], in: folder)
    let bytes = [UInt8](try Data(contentsOf: out))
    guard let size = PictureKind.webPSize(bytes) else {
      throw PictureFault(description: "could not be written anew")
    }
    return PictureForm(width: size.width, height: size.height, bytes: bytes)
  }

  private func run(_ program: OutsideProgram, _ arguments: [String], in folder: URL) async throws
    -> String
  {
    do {
      return try await program.run(
        arguments, in: folder, limits: Self.limits,
        environment: [
          "VIPS_BLOCK_UNTRUSTED": "1", "VIPS_CONCURRENCY": "1", "VIPS_WARNING": "0",
        ])
    } catch is OutsideProgram.Failure {
      throw PictureFault(description: "cannot be read as a picture")
    }
  }
}
