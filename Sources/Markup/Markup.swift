// Markup: bytes become trees.
//
// The room's door:
// - `Tree`: an HTML document or fragment, read by our own parser after the HTML standard; `Node`
//   and `Tag` are what its questions are asked with, `Limits` what a document may cost.
// - `Encodings`: bytes of any encoding become UTF-8.
// - `XML/`: trees of XML documents.
