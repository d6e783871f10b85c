import Testing

@testable import Feeds

@Suite struct AddressTests {
  /// The examples of RFC 3986, 5.4.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    (";x", "http://a/b/c/;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g?y/../x", "http://a/b/c/g?y/../x"),
  ])
  func referencesAreResolved(reference: String, expected: String) {
    #expect(Address.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("\\\\x\\y", "http://x/y"), ("///x/y", "http://x/y"), ("http:z", "http://a/b/c/z"),
    ("http:///x/y", "http://x/y"), ("https:x", "https://x"), ("HTTP://X/", "HTTP://X/"),
    ("\\z?\\", "http://a/z?\\"),
  ])
  func slashesAreReadAsBrowsersDo(reference: String, expected: String) {
    #expect(Address.resolve(reference, against: "http://a/b/c/d") == expected)
  }

  @Test func whiteSpaceAndControlsAreLeftOut() {
    #expect(
      Address.resolve(" /a\n\tb ", against: "https://bote.example/x") == "https://bote.example/ab")
    #expect(Address.resolve("java\nscript:x", against: "https://bote.example/") == "javascript:x")
  }

  @Test func onlyWebAddressesCount() {
    #expect(Address.isWeb("HTTPS://bote.example"))
    for other in ["javascript:1", "http:", "https://", "//x", "ftp://x", "", "httpx://a"] {
      #expect(!Address.isWeb(other))
    }
  }
}
