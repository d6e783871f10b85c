import Testing

@testable import Hypertext

@Suite struct CSSTests {
  @Test func sheetsLoseOnlyWhatMeansNothing() {
    let sheet = CSS([
      """
      /* Kopf */
      a > b , c :hover { color : red ; margin: 0 auto; }
      @media (max-width: 40rem) { .q::before { content: " / ; " } }
      """
    ])
    #expect(
      sheet.text
        == #"a>b,c :hover{color :red;margin:0 auto}@media (max-width:40rem){.q::before{content:" / ; "}}"#
    )
  }

  @Test func sumsKeepTheirSpaces() {
    #expect(
      CSS(["a{width:calc(100% + 3rem - (1px + 2px))}"]).text
        == "a{width:calc(100% + 3rem - (1px + 2px))}")
  }
}
