import Editions
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Stories
import Testing

@testable import Server

/// Pictures of ours on the pages, by themselves, and in an export.
@Suite struct PictureTests {
  /// An article of the sample press with a picture that is kept in two widths.
  private func pictured(_ sample: SampleSite) throws -> (article: Article, id: String) {
    for summary in try sample.library.stories(limit: 100) {
      let members = try sample.library.story(summary.id)?.story.members.map(\.article) ?? []
      for text in try sample.library.texts(members) {
        for case .picture(let picture) in text.article.blocks {
          let forms = [400, 800].map {
            PictureForm(width: $0, height: $0 / 2, bytes: Array("RIFF\($0) no real bytes".utf8))
          }
          try sample.library.keep(picture: picture.url, forms: forms, fault: nil, at: 1)
          let id = Library.pictureID(picture.url)
          try sample.library.note(pictures: [id], of: text.article.id)
          return (text.article, id)
        }
      }
    }
    throw LibraryError.Missing()
  }

  @Test func anArticleShowsItsPictureFromOurOwnServer() async throws {
    let sample = try await SampleSite()
    let (article, id) = try pictured(sample)
    let story = try #require(try sample.library.article(article.id)?.story)
    try await sample.test { client in
      let places: [Address.Place] = [.article(article.id, anchor: nil), .story(story)]
      for place in places {
        try await client.execute(uri: Address(place).path, method: .get) { response in
          let page = String(buffer: response.body)
          #expect(page.contains("src=\"/picture/\(id)-800.webp\""))
          #expect(page.contains("/picture/\(id)-400.webp 400w, /picture/\(id)-800.webp 800w"))
          #expect(page.contains("width=\"800\" height=\"400\""))
          #expect(!page.contains("src=\"http"))
        }
      }
      try await client.execute(uri: "/picture/\(id)-400.webp", method: .get) { response in
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "image/webp")
        #expect(response.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
        #expect(response.headers[.cacheControl]?.contains("immutable") == true)
        #expect(response.headers[.xContentTypeOptions] == "nosniff")
        #expect(String(buffer: response.body) == "RIFF400 no real bytes")
      }
      for path in ["\(id)-401.webp", "other-400.webp", "\(id)-400.png", "\(id).webp"] {
        try await client.execute(uri: "/picture/\(path)", method: .get) { response in
          #expect(response.status == .notFound, "\(path)")
        }
      }
    }
  }

  @Test func aPictureGoesWithItsArticle() async throws {
    let sample = try await SampleSite()
    let (article, id) = try pictured(sample)
    try await sample.test { client in
      try await client.execute(uri: "/picture/\(id)-400.webp", method: .get) {
        #expect($0.status == .ok)
      }
      _ = try sample.library.remove(.article(article.id), reason: "", at: SampleSite.now)
      try sample.site.followChanges()
      try await client.execute(uri: "/picture/\(id)-400.webp", method: .get) {
        #expect($0.status == .notFound)
      }
    }
    #expect(try sample.library.dropUnusedPictures(before: 100) == 1)
    #expect(try !sample.library.knows(picture: id))
  }

  @Test func whatStandsEverywhereIsALogo() async throws {
    let sample = try await SampleSite()
    let (article, id) = try pictured(sample)
    #expect(try !sample.library.pictures(of: [article.id]).isEmpty)
    let others = try sample.library.stories(limit: 100).map(\.lead).filter { $0 != article.id }
    for other in others.prefix(8) { try sample.library.note(pictures: [id], of: other) }
    #expect(try sample.library.pictures(of: [article.id]).isEmpty)
  }

  @Test func aPublicEditionShowsNoPictureWithoutPermission() async throws {
    let sample = try await SampleSite()
    let (article, id) = try pictured(sample)
    var settings = SiteSettings(formToken: "")
    settings.isPublic = true
    let renderer = PageRenderer(library: sample.library, settings: settings)
    let edition = try renderer.edition(.german, now: SampleSite.now)
    #expect(try renderer.picture(id, width: 400) == nil)
    let page = try #require(
      try renderer.laid(at: Address(.article(article.id, anchor: nil)), edition))
    #expect(!String(decoding: page.bytes, as: UTF8.self).contains("/picture/"))
    #expect(try renderer.leadPicture(among: [article], first: article.id) == nil)
  }

  @Test func anExportTakesPicturesAlong() async throws {
    let sample = try await SampleSite()
    let (article, id) = try pictured(sample)
    let folder = sample.folder.appending(path: "export")
    for language in EditionLanguage.allCases {
      _ = try await StaticExport(
        library: sample.library, settings: SiteSettings(formToken: ""), language: language,
        folder: folder.appending(path: language.rawValue), now: SampleSite.now
      ).run()
      let place = folder.appending(path: language.rawValue)
      let bytes = try Data(contentsOf: place.appending(path: "picture/\(id)-800.webp"))
      #expect(String(decoding: bytes, as: UTF8.self) == "RIFF800 no real bytes")
      let page = try #require(
        Address(.article(article.id, anchor: nil), in: language).file.map {
          try String(contentsOf: place.appending(path: $0), encoding: .utf8)
        })
      let up = language == .german ? "../" : "../../"
      #expect(page.contains("src=\"\(up)picture/\(id)-800.webp\""))
    }
  }
}

extension LibraryError {
  struct Missing: Error {}
}
