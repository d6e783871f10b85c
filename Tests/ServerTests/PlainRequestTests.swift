import Testing

@testable import Server

@Suite struct PlainRequestTests {
  private func read(_ text: String) -> PlainRequest.Reading {
    PlainRequest.read(Array(text.utf8).span)
  }

  private func plain(_ text: String) -> PlainRequest? {
    if case .plain(let request) = read(text) { request } else { nil }
  }

  private func isUnusual(_ text: String) -> Bool {
    if case .unusual = read(text) { true } else { false }
  }

  private func isIncomplete(_ text: String) -> Bool {
    if case .incomplete = read(text) { true } else { false }
  }

  @Test func aBrowsersRequestIsPlain() throws {
    let text =
      "GET /politik?a=b HTTP/1.1\r\nHost: bote.example\r\nUser-Agent: Lynx\r\nAccept: */*\r\n"
      + "accept-encoding: gzip, br;q=0, zstd\r\nConnection: Keep-Alive\r\n"
      + "If-None-Match:  \"a\", \"b\" \r\n\r\n"
    let request = try #require(plain(text + "GET /next"))
    #expect(request.length == text.utf8.count)
    #expect(!request.isHead)
    #expect(!request.isPersonal)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[request.target], as: UTF8.self) == "/politik?a=b")
    let tags = try #require(request.ifNoneMatch)
    #expect(String(decoding: bytes[tags], as: UTF8.self) == "\"a\", \"b\"")
    #expect(request.accepts.contains(.gzip))
    #expect(request.accepts.contains(.zstd))
    #expect(!request.accepts.contains(.brotli))
  }

  @Test func credentialsMakeARequestPersonal() {
    #expect(plain("HEAD / HTTP/1.1\r\nHost: a\r\nCookie: s=1\r\n\r\n")?.isPersonal == true)
    #expect(plain("GET / HTTP/1.1\r\nAuthorization: x\r\nHost: a\r\n\r\n")?.isPersonal == true)
    #expect(plain("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")?.isHead == true)
  }

  @Test func everyBeginningOfARequestIsIncomplete() {
    let text = "GET /a HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n\r\n"
    for count in 0..<text.utf8.count {
      #expect(isIncomplete(String(decoding: text.utf8.prefix(count), as: UTF8.self)), "\(count)")
    }
    #expect(plain(text) != nil)
  }

  @Test(arguments: [
    "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "get / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /# HTTP/1.1\r\nHost: a\r\n\r\n", "GET /ä HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nHost:\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\ncontent-length: 5\r\n\r\nabcde",
    "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nTRANSFER-ENCODING: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nIf-Match: \"x\"\r\n\r\n", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
  ])
  func whatIsNotPlainGoesToTheWholeParser(_ text: String) {
    #expect(isUnusual(text))
  }

  @Test func anEndlessHeadIsNotReadForEver() {
    let long = String(repeating: "a", count: 20_000)
    #expect(isUnusual("GET /\(long)"))
    #expect(isUnusual("GET / HTTP/1.1\r\n\(long)"))
    #expect(isUnusual("GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 3_000)))
  }
}

@Suite struct CodingsTests {
  private func names(_ header: String) -> [String] {
    let codings = Codings(header)
    return Coding.allCases.filter(codings.contains).map(\.name)
  }

  @Test func namesAndQualitiesAreRead() {
    #expect(names("gzip, deflate, br, zstd") == ["br", "zstd", "gzip"])
    #expect(names("GZIP;q=0.5 ,br ; q=0") == ["gzip"])
    #expect(names("br;q=0.000, gzip;q=0.001") == ["gzip"])
    #expect(names("*") == ["br", "zstd", "gzip"])
    #expect(names("*, br;q=0") == ["zstd", "gzip"])
    #expect(names("*;q=0, gzip") == ["gzip"])
    #expect(names("") == [])
    #expect(names("identity, x-gzip, brr") == [])
    #expect(names(",,;q=0,=") == [])
  }
}
