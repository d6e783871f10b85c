import Editions
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

/// The pictures other sites show beside links to stories.
@Suite struct CardTests {
  private static let drawsHere = CardMaker() != nil

  @Test(.enabled(if: drawsHere, "libvips' programs are not installed here"))
  func aStoryHasACardThatItsPageNames() async throws {
    let sample = try await SampleSite(base: "https://paper.example", cards: CardMaker())
    let id = try #require(try sample.library.stories(limit: 10).first { $0.articleCount > 2 }).id
    let card = Address(.card(id)).path
    try await sample.test { client in
      try await client.execute(uri: Address(.story(id)).path, method: .get) {
        #expect(
          String(buffer: $0.body).contains(
            "<meta property=\"og:image\" content=\"https://paper.example\(card)\">"))
      }
      for _ in 0..<2 {
        try await client.execute(uri: card, method: .get) {
          #expect($0.status == .ok)
          #expect($0.headers[.contentType] == "image/png")
          #expect($0.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
          let size = CardMaker.size(ofPNG: Array($0.body.readableBytesView))
          #expect(size?.width == StoryCard.width && size?.height == StoryCard.height)
          #expect($0.body.readableBytes < 200_000)
        }
      }
      try await client.execute(uri: "/story/nosuchstory/card.png", method: .get) {
        #expect($0.status == .notFound)
      }
    }
  }

  @Test func withoutTheProgramThereIsNone() async throws {
    #expect(CardMaker(path: "/nowhere") == nil)
    let sample = try await SampleSite(base: "https://paper.example")
    let id = try #require(try sample.library.stories(limit: 1).first).id
    try await sample.test { client in
      try await client.execute(uri: Address(.story(id)).path, method: .get) {
        #expect(!String(buffer: $0.body).contains("og:image"))
      }
      try await client.execute(uri: Address(.card(id)).path, method: .get) {
        #expect($0.status == .notFound)
      }
    }
  }

  @Test func whatPangoReadsAsMarkupIsNone() {
    #expect(CardMaker.markup("A & B <b>\u{7}\n\"x\"") == "A &amp; B &lt;b&gt;  \"x\"")
    #expect(CardMaker.size(ofPNG: []) == nil)
    #expect(CardMaker.size(ofPNG: [UInt8](repeating: 0, count: 40)) == nil)
  }
}
