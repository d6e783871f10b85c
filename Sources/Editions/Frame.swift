import Hypertext

extension Edition {
  /// A whole page around its main part.
  func page(place: Address.Place?, title: String, main: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)"><head><title>\(title)</title><style>\(Stylesheet.css)</style></head>
    <body><main id="inhalt" class="w">\(main)</main></body></html>
    """
  }
}
