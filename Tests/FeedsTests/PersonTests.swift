import Testing

@testable import Feeds

@Suite struct PersonTests {
  @Test(
    arguments: [
      ("Anna Amsel", "Anna Amsel", nil),
      ("anna@bote.example (Anna Amsel)", "Anna Amsel", "anna@bote.example"),
      ("Anna Amsel <anna@bote.example>", "Anna Amsel", "anna@bote.example"),
      ("Anna Amsel (anna@bote.example)", "Anna Amsel", "anna@bote.example"),
      ("anna@bote.example", "", "anna@bote.example"), ("@bote", "@bote", nil), ("a@", "a@", nil),
      ("mailto:anna@bote.example?subject=x", "", "anna@bote.example"),
      ("Anna Amsel (Ort) <anna@bote.example>", "Anna Amsel (Ort)", "anna@bote.example"),
    ] as [(String, String, String?)])
  func peopleAreTakenApart(text: String, name: String, email: String?) {
    let person = Person(text)
    #expect(person.name == name)
    #expect(person.email == email)
  }
}
