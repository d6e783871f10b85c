import Press
import Testing

@testable import Languages

@Test(arguments: [
  ("de", "Die Bundesregierung hat am Mittwoch beschlossen, dass die Steuer nicht erhöht wird."),
  ("de", "Bürger fordern mehr Geld für Schulen"),
  ("en", "The government said on Wednesday that taxes would not be raised this year."),
  ("fr", "Le gouvernement a annoncé que les impôts ne seront pas augmentés cette année."),
  ("es", "El gobierno anunció que los impuestos no van a subir este año en las ciudades."),
  ("it", "Il governo ha annunciato che le tasse non saranno aumentate nel corso di questo anno."),
  ("nl", "De regering heeft aangekondigd dat de belastingen dit jaar niet worden verhoogd."),
  ("pt", "O governo anunciou que os impostos não vão aumentar este ano em todas as cidades."),
  ("pl", "Rząd ogłosił, że podatki w tym roku nie zostaną podniesione przez ministra."),
  ("ru", "Правительство объявило, что налоги в этом году не будут повышены, но это ещё вопрос."),
  ("und", "Lorem 123"),
])
func languagesAreTold(code: String, text: String) {
  #expect(LanguageGuess.guess(Array(text.utf8)).rawValue == code)
}
