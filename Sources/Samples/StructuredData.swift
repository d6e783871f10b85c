/// An article's JSON-LD, as outlets put it into the head of a page (schema.org `NewsArticle`).
struct StructuredData {
  let text: String

  init(_ article: SampleArticle, of outlet: SampleOutlet) {
    let author =
      article.author.map { #"{"@type":"Person","name":\#($0.json)}"# }
      ?? #"{"@type":"Organization","name":\#(article.byline.json)}"#
    text = """
      {"@context":"https://schema.org","@type":"NewsArticle",\
      "mainEntityOfPage":\(outlet.url(of: article).json),"headline":\(article.headline.json),\
      "description":\(article.standfirst.json),\
      "datePublished":\(outlet.dates.rfc3339(article.published).json),\
      "articleSection":\(article.section.json),"author":[\(author)],\
      "publisher":{"@type":"NewsMediaOrganization","name":\(outlet.name.json)}}
      """
  }
}

extension String {
  /// A JSON string that may also stand inside a script element.
  var json: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "<": out += "\\u003c"
      case "\n": out += "\\n"
      case let control where control.value < 0x20: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
