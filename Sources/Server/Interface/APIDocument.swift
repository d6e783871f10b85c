/// The JSON interface in the words of OpenAPI 3.1, as `/api/v1/openapi.json` gives it. Whatever a route
/// or a value of it changes is changed here too; `Scripts/check-api` holds both together.
enum APIDocument {
  /// The document of a paper whose paths begin with a root.
  static func bytes(root: String) -> [UInt8] {
    let place = #""url": "\#(APIRoute.root)""#
    return Array(text.replacing(place, with: #""url": "\#(root)\#(APIRoute.root)""#).utf8)
  }

  static let text = #"""
    {"openapi": "3.1.0", "info": {"title": "Presseschau", "version": "1", "summary":
    "Stories, evidence and search of a Presseschau, for reading.", "description":
    "Every statement carries the passage it was read from. Offsets are Unicode code points. Values that are missing are null. Answers carry an ETag.",
    "license": {"name": "As the operator says", "identifier": "LicenseRef-Operator"}}, "servers":
    [{"url": "/api/v1"}], "paths": {"/stories": {"get": {"operationId": "stories", "summary":
    "Stories, newest first.", "parameters": [{"name": "section", "in": "query", "required": false,
    "description": "Only this section.", "schema": {"type": "string", "enum": ["politik",
    "wirtschaft", "unternehmen", "technik", "wissen", "kultur", "unterhaltung", "sport",
    "panorama", "regionen", "medien"]}}, {"name": "language", "in": "query", "required": false,
    "description": "Only stories whose headline is in this language.", "schema": {"type":
    "string", "enum": ["de", "en"]}}, {"name": "limit", "in": "query", "required": false,
    "description": "At most so many.", "schema": {"type": "integer", "minimum": 1, "maximum": 100,
    "default": 50}}, {"name": "cursor", "in": "query", "required": false, "description":
    "`next` of the page before.", "schema": {"type": "string", "pattern":
    "^[0-9]{1,18}-[a-z0-9]{1,60}$"}}], "responses": {"200": {"description": "The answer.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Stories"}}},
    "headers": {"ETag": {"schema": {"type": "string"}}}}, "304": {"$ref":
    "#/components/responses/Known"}, "400": {"$ref": "#/components/responses/Wrong"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}, "/stories/{id}": {"get": {"operationId":
    "story", "summary": "One story with its articles.", "parameters": [{"name": "id", "in":
    "path", "required": true, "description": "The id of the story.", "schema": {"type": "string",
    "minLength": 1, "maxLength": 200}}], "responses": {"200": {"description": "The answer.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Story"}}},
    "headers": {"ETag": {"schema": {"type": "string"}}}}, "304": {"$ref":
    "#/components/responses/Known"}, "400": {"$ref": "#/components/responses/Wrong"}, "404":
    {"$ref": "#/components/responses/Missing"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}, "/stories/{id}/dossier": {"get": {"operationId":
    "dossier", "summary": "The evidence of a story side by side.", "parameters": [{"name": "id",
    "in": "path", "required": true, "description": "The id of the story.", "schema": {"type":
    "string", "minLength": 1, "maxLength": 200}}], "responses": {"200": {"description":
    "The answer.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Dossier"}}}, "headers": {"ETag": {"schema": {"type": "string"}}}},
    "304": {"$ref": "#/components/responses/Known"}, "400": {"$ref":
    "#/components/responses/Wrong"}, "404": {"$ref": "#/components/responses/Missing"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}, "/articles/{id}": {"get": {"operationId":
    "article", "summary": "One article; its text where it may be shown.", "parameters": [{"name":
    "id", "in": "path", "required": true, "description": "The id of the article.", "schema":
    {"type": "string", "minLength": 1, "maxLength": 200}}], "responses": {"200": {"description":
    "The answer.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Article"}}}, "headers": {"ETag": {"schema": {"type": "string"}}}},
    "304": {"$ref": "#/components/responses/Known"}, "400": {"$ref":
    "#/components/responses/Wrong"}, "404": {"$ref": "#/components/responses/Missing"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}, "/articles/{id}/evidence": {"get":
    {"operationId": "evidence", "summary":
    "Names, figures, times and speech found in an article.", "parameters": [{"name": "id", "in":
    "path", "required": true, "description": "The id of the article.", "schema": {"type":
    "string", "minLength": 1, "maxLength": 200}}], "responses": {"200": {"description":
    "The answer.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Evidence"}}}, "headers": {"ETag": {"schema": {"type": "string"}}}},
    "304": {"$ref": "#/components/responses/Known"}, "400": {"$ref":
    "#/components/responses/Wrong"}, "403": {"description":
    "The rights of the source do not allow it.", "content": {"application/json": {"schema":
    {"$ref": "#/components/schemas/Problem"}}}}, "404": {"$ref":
    "#/components/responses/Missing"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}},
    "/search": {"get": {"operationId": "search", "summary":
    "Stories with articles that hold all words asked for.", "parameters": [{"name": "q", "in":
    "query", "required": true, "description":
    "Words, \"phrases\", begin*, -without, and bounds: outlet: section: person: lang: before: after: sort:newest.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 1000}}, {"name": "page", "in":
    "query", "required": false, "description": "Counted from 1.", "schema": {"type": "integer",
    "minimum": 1, "maximum": 20, "default": 1}}, {"name": "below", "in": "query", "required":
    false, "description": "`below` of an answer that ended early, to go on where it ended.",
    "schema": {"type": "integer", "minimum": 1, "maximum": 2147483647}}], "responses": {"200":
    {"description": "The answer.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Search"}}}, "headers": {"ETag": {"schema": {"type": "string"}}}}, "304":
    {"$ref": "#/components/responses/Known"}, "400": {"$ref": "#/components/responses/Wrong"},
    "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}, "/sources": {"get": {"operationId":
    "sources", "summary": "What is read.", "parameters": [], "responses": {"200": {"description":
    "The answer.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Sources"}}}, "headers": {"ETag": {"schema": {"type": "string"}}}},
    "304": {"$ref": "#/components/responses/Known"}, "400": {"$ref":
    "#/components/responses/Wrong"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}},
    "/events": {"get": {"operationId": "events", "summary":
    "New and changed stories as server-sent events; `data` is a Story, `id` the number for Last-Event-ID.",
    "parameters": [], "responses": {"200": {"description": "The answer.", "content":
    {"text/event-stream": {"schema": {"type": "string"}}}}, "400": {"$ref":
    "#/components/responses/Wrong"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}},
    "/openapi.json": {"get": {"operationId": "document", "summary": "This document.",
    "parameters": [], "responses": {"200": {"description": "The answer.", "content":
    {"application/json": {"schema": {"type": "object"}}}, "headers": {"ETag": {"schema": {"type":
    "string"}}}}, "304": {"$ref": "#/components/responses/Known"}, "400": {"$ref":
    "#/components/responses/Wrong"}, "401": {"$ref": "#/components/responses/Unknown"},
    "429": {"$ref": "#/components/responses/TooMany"}}}}},
    "security": [{}, {"key": []}],
    "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer", "description":
    "A device's secret, made at /desk/devices; requests with it are counted for themselves."}}, "responses": {"Known": {"description":
    "The client has this answer already (If-None-Match)."}, "Wrong": {"description":
    "A value is wrong; the message says which.", "content": {"application/json": {"schema":
    {"$ref": "#/components/schemas/Problem"}}}}, "TooMany": {"description":
    "Too many requests from one address or with one key.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Problem"}}}, "headers": {"Retry-After": {"schema": {"type":
    "integer"}}}}, "Unknown": {"description":
    "Nobody has the key that came along.", "content": {"application/json": {"schema": {"$ref":
    "#/components/schemas/Problem"}}}}, "Missing": {"description": "There is no such thing.", "content":
    {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}, "schemas":
    {"Problem": {"type": "object", "required": ["error"], "properties": {"error": {"type":
    "object", "required": ["code", "message"], "properties": {"code": {"type": "string"},
    "message": {"type": "string"}}, "additionalProperties": false}}, "additionalProperties":
    false}, "Outlet": {"type": "object", "required": ["id", "name"], "properties": {"id": {"type":
    "string"}, "name": {"type": "string"}}, "additionalProperties": false}, "Date": {"type":
    "object", "required": ["value", "precision", "inferred"], "properties": {"value": {"type":
    "string", "description": "ISO 8601 at the precision that is known"}, "precision": {"type":
    "string", "enum": ["instant", "day", "month", "year", "range"]}, "inferred": {"type":
    "boolean"}}, "additionalProperties": false}, "Story": {"type": "object", "required": ["id",
    "saga", "section", "language", "headline", "kicker", "standfirst", "leadArticle",
    "leadOutlet", "outlets", "articles", "independent", "first", "last", "page"], "properties":
    {"id": {"type": "string"}, "saga": {"type": "string"}, "section": {"type": ["string",
    "null"]}, "language": {"type": "string"}, "headline": {"type": "string"}, "kicker": {"type":
    ["string", "null"]}, "standfirst": {"type": ["string", "null"]}, "leadArticle": {"type":
    "string"}, "leadOutlet": {"type": "string"}, "outlets": {"type": "array", "items": {"type":
    "string"}}, "articles": {"type": "integer"}, "independent": {"type": "integer"}, "first":
    {"type": "string"}, "last": {"type": "string"}, "page": {"type": "string"}, "members":
    {"type": "array", "items": {"type": "object", "required": ["article", "copyOf", "citing",
    "because"], "properties": {"article": {"type": "string"}, "copyOf": {"type": ["string",
    "null"]}, "citing": {"type": ["string", "null"]}, "because": {"type": "string"}}, "additionalProperties": false}}}, "additionalProperties":
    false}, "Stories": {"type": "object", "required": ["stories", "next"], "properties":
    {"stories": {"type": "array", "items": {"$ref": "#/components/schemas/Story"}}, "next":
    {"type": ["string", "null"]}}, "additionalProperties": false}, "Citation": {"type": "object",
    "required": ["words", "outlet", "article", "version", "anchor", "lower", "upper", "passage"],
    "properties": {"words": {"type": "string"}, "outlet": {"type": "string"}, "article": {"type":
    "string"}, "version": {"type": "integer"}, "anchor": {"type": "integer"}, "lower": {"type":
    "integer"}, "upper": {"type": "integer"}, "passage": {"type": "string"}},
    "additionalProperties": false}, "Claim": {"type": "object", "required": ["citation", "kind",
    "status", "speaker", "date", "carriedBy", "denies"], "properties": {"citation": {"$ref":
    "#/components/schemas/Citation"}, "kind": {"type": "string"}, "status": {"type": "string"},
    "speaker": {"type": ["string", "null"]}, "date": {"anyOf": [{"$ref":
    "#/components/schemas/Date"}, {"type": "null"}]}, "carriedBy": {"type": "array", "items":
    {"$ref": "#/components/schemas/Citation"}}, "denies": {"type": ["integer", "null"]}},
    "additionalProperties": false}, "Dossier": {"type": "object", "required": ["story",
    "keyPoints", "comparisons", "claimGroups", "quotes", "timeline", "cast", "news"], "properties":
    {"story": {"type": "string"}, "keyPoints": {"type": "array", "items": {"type": "object",
    "required": ["citation", "support"], "properties": {"citation": {"$ref":
    "#/components/schemas/Citation"}, "support": {"type": "array", "items": {"$ref":
    "#/components/schemas/Citation"}}}, "additionalProperties": false}}, "comparisons": {"type":
    "array", "items": {"type": "object", "required": ["unit", "direction", "verdict", "readings"],
    "properties": {"unit": {"type": "string"}, "direction": {"type": ["string", "null"]},
    "verdict": {"type": "string", "enum": ["single", "compatible", "oneOrigin", "differ"]},
    "readings": {"type": "array", "items": {"type": "object", "required": ["citation", "value",
    "low", "high", "relation", "claimant", "asOf", "relayed"], "properties": {"citation": {"$ref":
    "#/components/schemas/Citation"}, "value": {"type": ["number", "null"]}, "low": {"type":
    ["number", "null"]}, "high": {"type": ["number", "null"]}, "relation": {"type": "string"},
    "claimant": {"type": ["string", "null"]}, "asOf": {"anyOf": [{"$ref":
    "#/components/schemas/Date"}, {"type": "null"}]}, "relayed": {"type": "boolean"}},
    "additionalProperties": false}}}, "additionalProperties": false}}, "claimGroups": {"type":
    "array", "items": {"type": "object", "required": ["words", "claims"], "properties": {"words":
    {"type": "array", "items": {"type": "string"}}, "claims": {"type": "array", "items": {"$ref":
    "#/components/schemas/Claim"}}}, "additionalProperties": false}}, "quotes": {"type": "array",
    "items": {"$ref": "#/components/schemas/Claim"}}, "timeline": {"type": "array", "items":
    {"type": "object", "required": ["date", "citation", "announced"], "properties": {"date":
    {"$ref": "#/components/schemas/Date"}, "citation": {"$ref": "#/components/schemas/Citation"},
    "announced": {"type": "boolean"}}, "additionalProperties": false}}, "cast": {"type": "array",
    "items": {"type": "object", "required": ["name", "kind", "key", "role", "mention",
    "articles"], "properties": {"name": {"type": "string"}, "kind": {"type": "string", "enum":
    ["PER", "LOC", "ORG", "OTH"]}, "key": {"type": "string"}, "role": {"anyOf": [{"$ref":
    "#/components/schemas/Citation"}, {"type": "null"}]}, "mention": {"$ref":
    "#/components/schemas/Citation"}, "articles": {"type": "array", "items": {"type": "string"}}},
    "additionalProperties": false}}, "news": {"type": "array", "items": {"type": "object",
    "required": ["article", "sentences"], "properties": {"article": {"type": "string"},
    "sentences": {"type": "array", "items": {"$ref": "#/components/schemas/Citation"}}},
    "additionalProperties": false}}}, "additionalProperties": false}, "Article": {"type":
    "object", "required": ["id", "version", "outlet", "url", "headline", "kicker", "standfirst",
    "authors", "published", "updated", "language", "section", "story", "copyOf", "paragraphs",
    "page"], "properties": {"id": {"type": "string"}, "version": {"type": "integer"}, "outlet":
    {"$ref": "#/components/schemas/Outlet"}, "url": {"type": ["string", "null"]}, "headline":
    {"type": "string"}, "kicker": {"type": ["string", "null"]}, "standfirst": {"type": ["string",
    "null"]}, "authors": {"type": "array", "items": {"type": "string"}}, "published": {"anyOf":
    [{"$ref": "#/components/schemas/Date"}, {"type": "null"}]}, "updated": {"anyOf": [{"$ref":
    "#/components/schemas/Date"}, {"type": "null"}]}, "language": {"type": "string"}, "section":
    {"type": ["string", "null"]}, "story": {"type": ["string", "null"]}, "copyOf": {"type":
    ["string", "null"]}, "paragraphs": {"type": ["array", "null"], "items": {"type": "object",
    "required": ["anchor", "heading", "text"], "properties": {"anchor": {"type": "integer"},
    "heading": {"type": "boolean"}, "text": {"type": "string"}}, "additionalProperties": false}},
    "page": {"type": "string"}}, "additionalProperties": false}, "Piece": {"type": "object",
    "required": ["words", "lower", "upper"], "properties": {"words": {"type": "string"}, "lower":
    {"type": "integer"}, "upper": {"type": "integer"}}, "additionalProperties": false},
    "Evidence": {"type": "object", "required": ["article", "version", "names", "figures", "times",
    "speech"], "properties": {"article": {"type": "string"}, "version": {"type": "integer"},
    "names": {"type": "array", "items": {"type": "object", "required": ["at", "kind", "key"],
    "properties": {"at": {"$ref": "#/components/schemas/Piece"}, "kind": {"type": "string"},
    "key": {"type": "string"}}, "additionalProperties": false}}, "figures": {"type": "array",
    "items": {"type": "object", "required": ["at", "value", "relation", "kind"], "properties":
    {"at": {"$ref": "#/components/schemas/Piece"}, "value": {"type": ["number", "null"]},
    "relation": {"type": "string"}, "kind": {"type": "string"}}, "additionalProperties": false}},
    "times": {"type": "array", "items": {"type": "object", "required": ["at", "kind", "value"],
    "properties": {"at": {"$ref": "#/components/schemas/Piece"}, "kind": {"type": "string"},
    "value": {"type": "string"}}, "additionalProperties": false}}, "speech": {"type": "array",
    "items": {"type": "object", "required": ["at", "kind", "status", "speaker"], "properties":
    {"at": {"type": "array", "items": {"$ref": "#/components/schemas/Piece"}}, "kind": {"type":
    "string"}, "status": {"type": "string"}, "speaker": {"type": "array", "items": {"$ref":
    "#/components/schemas/Piece"}}}, "additionalProperties": false}}}, "additionalProperties":
    false}, "Search": {"type": "object", "required": ["query", "results", "hasMore", "partial",
    "below", "suggestion"], "properties": {"query": {"type": "string"}, "results": {"type": "array",
    "items": {"type": "object", "required": ["article", "story", "headline", "outlet",
    "published", "language", "snippet", "marks", "more", "page"], "properties": {"article":
    {"type": "string"}, "story": {"type": ["string", "null"]}, "headline": {"type": "string"},
    "outlet": {"$ref": "#/components/schemas/Outlet"}, "published": {"anyOf": [{"$ref":
    "#/components/schemas/Date"}, {"type": "null"}]}, "language": {"type": "string"}, "snippet":
    {"type": "string"}, "marks": {"type": "array", "items": {"type": "array", "items": {"type":
    "integer"}, "minItems": 2, "maxItems": 2}}, "more": {"type": "integer"}, "page": {"type":
    "string"}}, "additionalProperties": false}}, "hasMore": {"type": "boolean"}, "partial":
    {"type": "boolean"}, "below": {"type": ["integer", "null"], "description":
    "Where the search ended early, so that older articles were not looked at."}, "suggestion":
    {"type": ["string", "null"]}}, "additionalProperties": false}, "Sources": {"type": "object", "required": ["sources"], "properties": {"sources":
    {"type": "array", "items": {"type": "object", "required": ["url", "kind", "outlet", "title",
    "category", "rights", "articles", "failing", "checked"], "properties": {"url": {"type":
    "string"}, "kind": {"type": "string", "enum": ["feed", "sitemap", "page"]}, "outlet": {"type":
    "string"}, "title": {"type": "string"}, "category": {"type": ["string", "null"]}, "rights":
    {"type": "string", "enum": ["full", "excerpt", "headline"]}, "articles": {"type": "integer"},
    "failing": {"type": "boolean"}, "checked": {"type": ["string", "null"]}},
    "additionalProperties": false}}}, "additionalProperties": false}}}}
    """#
}
