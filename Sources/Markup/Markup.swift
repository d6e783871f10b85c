// Markup: bytes become trees.
//
// The room's door:
// - `Tree`: an HTML document or fragment, read by our own parser after the HTML standard. `Node`
//   and `Tag` are what its questions are asked with, `Limits` what a document may cost. Questions:
//   kind, tag, name, namespace, offset; parent, children, descendants, ancestors, following; attributes;
//   textBytes, text(below:); first, elements, element(id:), has(class:), closest; serialised, dump.
// - `Encodings`: bytes of any encoding of the web become UTF-8.
// - `XML/`: trees of XML documents (`XMLReader`, `XMLTree`, `XMLEncoding`).
//
// How the parser works. `Tokenizer` cuts the source into tokens that stay offsets into it; only what
// must be decoded is written to a second store. `TreeConstruction` appends 32-byte node records and
// 16-byte attribute records to two arrays. `Arena` keeps source, second store and records together;
// attribute values are decoded when they are asked for. Element names are numbers (`KnownTag`), open
// elements are counted by name, so that most questions of scope are answered without a walk.
//
// What holds against hostile pages: nothing recurses; elements below `Limits.depth` are kept but not
// opened, and as many end tags swallowed; reconstruction of formatting elements has a budget; texts
// that grow in turns move into room of twice their size; unknown names are hashed with the process's
// seed; all views of the source are bounds-checked. The one call into C is `memchr` (`Words.findFar`)
// and, for old East Asian encodings, `iconv` (`LegacyDecoder`).
