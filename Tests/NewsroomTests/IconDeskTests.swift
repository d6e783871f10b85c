import Foundation
import Samples
import Testing

@testable import Newsroom

@Suite struct IconDeskTests {
  @Test func theBestIconComesFirst() {
    let page = """
      <head><base href="/assets/"><link rel="shortcut icon" href="/favicon.ico">
      <link rel="icon" type="image/svg+xml" href="/logo.svg"><link rel="stylesheet" href="a.css">
      <link rel="icon" sizes="512x512" href="big.png"><link rel="icon" sizes="96x96" href="96.png">
      <link rel="apple-touch-icon" href="touch.png"><link rel="icon" sizes="32x32" href="32.png">
      <link rel="icon" href="javascript:alert(1)"><link rel="icon" href="//cdn.example/icon.png">
      </head>
      """
    #expect(
      IconDesk.icons(inPage: Array(page.utf8), url: "https://bote.example/x/") == [
        "https://bote.example/assets/96.png", "https://bote.example/assets/touch.png",
        "https://bote.example/assets/big.png", "https://bote.example/assets/32.png",
        "https://bote.example/favicon.ico", "https://cdn.example/icon.png",
      ])
  }

  @Test func aFileOfIconsGivesItsLargestPNG() {
    let small = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 1, count: 8)
    let large = small + [2, 3]
    func entry(_ length: Int, _ start: Int) -> [UInt8] {
      [0, 0, 0, 0, 1, 0, 32, 0, UInt8(length), 0, 0, 0, UInt8(start), 0, 0, 0]
    }
    let head: [UInt8] = [0, 0, 1, 0, 3, 0]
    let file =
      head + entry(small.count, 54) + entry(large.count, 70) + entry(200, 60) + small + large
    #expect(IconFile.largestPNG(in: file) == large)
    #expect(IconFile.largestPNG(in: Array(file.prefix(60))) == nil)
    #expect(IconFile.largestPNG(in: head + [UInt8](repeating: 255, count: 60)) == nil)
    #expect(IconFile.largestPNG(in: large) == nil)
  }

  @Test(.enabled(if: PictureMaker() != nil, "libvips-tools is not installed"))
  func anIconIsWrittenAnew() async throws {
    let maker = try #require(PictureMaker())
    let press = SamplePress(weeks: 0, port: 8181)
    let outlet = try #require(press.outlets.first)
    let original = try #require(press.file(outlet: outlet.address, path: "/icon.png")).body
    let icon = try await maker.icon(of: original)
    #expect(PictureKind(icon) == .png)
    #expect(icon != original && icon.count < original.count)
    await #expect(throws: PictureFault.self) { try await maker.icon(of: Array("<svg/>".utf8)) }
  }
}
