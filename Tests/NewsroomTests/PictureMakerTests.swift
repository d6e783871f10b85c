import Foundation
import Samples
import Storage
import Testing

@testable import Newsroom

@Suite struct PictureMakerTests {
  private static let isHere = PictureMaker() != nil

  /// A picture of the sample press.
  private func picture() throws -> [UInt8] {
    let press = SamplePress(weeks: 0, port: 8181)
    for outlet in press.outlets {
      for path in outlet.articlePaths {
        let page = press.file(outlet: outlet.address, path: path)?.body ?? []
        let text = String(decoding: page, as: UTF8.self)
        guard let match = text.firstMatch(of: /src="(\/img\/[0-9]+\.png)"/) else { continue }
        return try #require(press.file(outlet: outlet.address, path: String(match.1))).body
      }
    }
    throw PictureFault(description: "no picture in the sample press")
  }

  @Test(.enabled(if: isHere, "libvips-tools is not installed"))
  func aPictureComesInThreeWidthsAsWebP() async throws {
    let maker = try #require(PictureMaker())
    let forms = try await maker.forms(of: try picture())
    // The original is 960 pixels wide: it is never made larger.
    #expect(forms.map(\.width) == [400, 800])
    #expect(forms.map(\.height) == [225, 450])
    for form in forms {
      #expect(PictureKind(form.bytes) == .webp)
      #expect(
        PictureKind.webPSize(form.bytes).map { [$0.width, $0.height] } == [form.width, form.height])
    }
  }

  @Test(.enabled(if: isHere, "libvips-tools is not installed"))
  func whatIsNoPictureIsRefused() async throws {
    let maker = try #require(PictureMaker())
    let png = try picture()
    let refused: [[UInt8]] = [
      [], Array("<svg xmlns='http://www.w3.org/2000/svg' width='900' height='900'/>".utf8),
      Array("<html><script>alert(1)</script></html>".utf8), Array(png.prefix(40)),
      [0xFF, 0xD8, 0xFF] + Array("<script>".utf8), Array("GIF89a<script>".utf8),
    ]
    for bytes in refused {
      await #expect(throws: PictureFault.self) { try await maker.forms(of: bytes) }
    }
  }

  @Test(.enabled(if: isHere, "libvips-tools is not installed"))
  func aTrackingPixelIsNoPicture() async throws {
    let maker = try #require(PictureMaker())
    let pixel = try #require(
      Data(
        base64Encoded:
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
      ))
    await #expect(throws: PictureFault(description: "only 1 × 1 pixels")) {
      try await maker.forms(of: [UInt8](pixel))
    }
  }

  @Test func withoutTheProgramsThereIsNoMaker() {
    #expect(PictureMaker(path: "/nowhere:/neither") == nil)
  }

  @Test func kindsAreToldByTheirBytes() {
    #expect(PictureKind(Array("RIFF0000WEBPVP8 ".utf8)) == .webp)
    #expect(PictureKind(Array("0000ftypavif".utf8)) == .avif)
    #expect(PictureKind([0xFF, 0xD8, 0xFF, 0xE0]) == .jpg)
    #expect(PictureKind(Array("<?xml version='1.0'?><svg/>".utf8)) == nil)
    #expect(PictureKind(Array("BM".utf8)) == nil)
    #expect(PictureKind.webPSize(Array("RIFF0000WEBPVP8X".utf8)) == nil)
    let extended =
      Array("RIFF0000WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x8F, 1, 0, 0xE0, 0, 0]
    #expect(PictureKind.webPSize(extended).map { [$0.width, $0.height] } == [400, 225])
  }
}

@Suite struct OutsideProgramTests {
  @Test func aProgramRunsInItsFolderWithLittle() async throws {
    let shell = try #require(OutsideProgram("sh"))
    try await OutsideProgram.inOwnFolder { folder in
      let words = try await shell.run(
        ["-c", "pwd; echo \"$HOME $SECRET $GIVEN\""], in: folder,
        limits: .init(seconds: 5, memory: nil, file: 1 << 20), environment: ["GIVEN": "yes"])
      #expect(words.contains(folder.lastPathComponent))
      #expect(words.hasSuffix("  yes\n"))
      await #expect(throws: OutsideProgram.Failure.self) {
        try await shell.run(
          ["-c", "exit 3"], in: folder, limits: .init(seconds: 5, memory: nil, file: 1 << 20))
      }
      await #expect(throws: OutsideProgram.Failure.self) {
        try await shell.run(
          ["-c", "sleep 60"], in: folder, limits: .init(seconds: 1, memory: nil, file: 1 << 20))
      }
    }
    #expect(OutsideProgram("no-such-program-of-ours") == nil)
  }
}
