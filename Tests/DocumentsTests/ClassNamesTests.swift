import Languages
import Testing

@testable import Documents

struct ClassNamesTests {
  private func traits(_ value: String) -> Traits {
    ClassNames.shared.traits(of: Array(value.utf8)[...])
  }

  @Test func wordsEndAtSignsAndBeforeCapitals() {
    #expect(traits("article__share") == .share)
    #expect(traits("articleShare") == .share)
    #expect(traits("SHARE") == .share)
    #expect(traits("c-related-posts-list") == .related)
    #expect(traits("verylongwordbeforeShareButtons") == .share)
    #expect(traits("a1 b2 x") == [])
  }

  @Test func twoWordsStandSideBySide() {
    #expect(traits("sign-up") == .promotion)
    #expect(traits("signUp") == .promotion)
    #expect(traits("sign up") == [])
  }

  @Test func wordsAboutThePageSayNothingOfTheElement() {
    #expect(traits("has-sidebar") == [])
    #expect(traits("no-comments") == [])
    #expect(traits("sidebar") == .aside)
    #expect(traits("has sidebar") == .aside)
  }

  @Test func everyEntryOfTheListIsKnown() {
    for entry in PageWords.entries(of: "page-classes") {
      let parts = entry.split(separator: " ")
      #expect(parts.count == 2 && !traits(String(parts[1])).isEmpty, "\(entry)")
    }
  }

  @Test func authorsAreKnownByTheEndOfAClass() {
    func strength(_ value: String) -> Int8 { AuthorClasses.strength(of: Array(value.utf8)[...]) }
    #expect(strength("byline") == 3)
    #expect(strength("c-article Author-Name x") == 5)
    #expect(strength("teaser__author-name") == 4)
    #expect(strength("article-meta__author") == 2)
    #expect(strength("comment-author") == 0)
    #expect(strength("button  outer") == 0)
    #expect(AuthorClasses.mayNameAuthor(Array("article-byline".utf8)[...]))
    #expect(!AuthorClasses.mayNameAuthor(Array("headline teaser".utf8)[...]))
  }
}
