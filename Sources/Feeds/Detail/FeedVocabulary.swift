import Markup

/// What an element of a feed says, whatever the format calls it.
enum FeedField: UInt8, Sendable {
  case unknown
  // Structure
  case rss, rdf, feed, cdf, channel, entry, items, source, image, textInput, html
  // Texts
  case title, dcTitle, mediaTitle, description, subtitle, summary, itunesSummary, mediaDescription
  case content, encoded, xhtmlBody, rights, info
  // Addresses and identifiers
  case link, originalLink, id, comments, commentFeed, url, icon, logo
  // People
  case author, creator, contributor, publisher, name, email, uri, webMaster
  // Dates
  case published, updated, created, expired, dcDate
  // The rest
  case category, subject, keywords, language, enclosure, mediaGroup, mediaContent, mediaThumbnail
  case itunesImage, itunesAuthor, ttl, hub, generator
}

/// The names feeds use: namespaces by address or habitual prefix, elements by what they say.
enum FeedVocabulary {
  /// `prefix_local` in lower case with the habitual prefix of the namespace.
  static func key(for name: XMLTree.Name) -> String {
    let local = name.local.lowercased()
    var prefix: String
    if let known = prefixes[name.namespace.lowercased()] {
      prefix = known
    } else if name.namespace.lowercased().hasPrefix("http://www.itunes.com/dtds/") {
      prefix = "itunes"
    } else {
      prefix = name.prefix.lowercased()
      if let habitual = habits[prefix] { prefix = habitual }
    }
    return prefix.isEmpty ? local : prefix + "_" + local
  }

  static func field(for key: String) -> FeedField { fields[key] ?? .unknown }

  /// Prefixes that mean a format's own elements when they are used without being declared.
  private static let habits = [
    "atom": "", "atom10": "", "atom03": "", "rss": "", "rss10": "", "a10": "", "rss20": "",
    "php": "",
  ]

  static let xhtml = "http://www.w3.org/1999/xhtml"

  private static let prefixes: [String: String] = [
    "http://backend.userland.com/rss": "", "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "", "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
    "http://purl.org/rss/1.0/modules/rss091#": "", "http://backend.userland.com/rss091": "",
    "http://purl.org/atom/ns#": "", "http://www.w3.org/2005/atom": "", "http://purl.org/pie/": "",
    "http://purl.org/echo/": "", "http://example.com/newformat#": "",
    "http://example.com/necho": "", "uri/of/echo/namespace#": "",
    "http://purl.org/net/rss1.1#": "", "https://www.w3.org/2005/atom": "",
    "http://purl.org/rss/2.0/": "", "http://www.w3.org/2005/atom/": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
    "http://www.w3.org/xml/1998/namespace": "xml", "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/elements/1.0/": "dc",
    "http://purl.org/dc/terms/": "dcterms", "http://purl.org/rss/1.0/modules/dcterms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://wellformedweb.org/commentapi/": "wfw",
    "http://purl.org/syndication/thread/1.0": "thr", "http://purl.org/net/rssmod/thread/": "thr",
    "http://search.yahoo.com/mrss": "media", "http://search.yahoo.com/mrss/": "media",
    "http://www.rssboard.org/media-rss": "media",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "http://www.georss.org/georss": "georss", "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo", "http://geourl.org/rss/module/": "icbm",
    "http://postneo.com/icbm/": "icbm",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "http://web.resource.org/cc/": "cc", "http://creativecommons.org/ns#": "cc",
    "http://creativecommons.org/ns#license": "cc",
    "http://podlove.org/simple-chapters": "psc", "http://podlove.org/simple-chapters/": "psc",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://webns.net/mvcb/": "admin", "http://www.w3.org/2007/app": "app",
    "http://freshmeat.net/rss/fm/": "fm", "http://hacks.benhammersley.com/rss/streaming/": "str",
    "http://purl.org/rss/1.0/modules/image/": "image",
    "http://purl.org/rss/1.0/modules/company": "co",
    "http://purl.org/rss/1.0/modules/annotate/": "annotate", "http://xmlns.com/foaf/0.1/": "foaf",
  ]

  private static let fields: [String: FeedField] = [
    "rss": .rss, "rdf_rdf": .rdf, "rdf": .rdf, "feed": .feed, "channel": .channel, "cdf": .cdf,
    "item": .entry, "entry": .entry, "items": .items, "source": .source, "image": .image,
    "textinput": .textInput, "html": .html, "xhtml_html": .html,
    "title": .title, "dc_title": .dcTitle, "media_title": .mediaTitle,
    "description": .description, "dc_description": .description, "abstract": .description,
    "subtitle": .subtitle, "tagline": .subtitle, "itunes_subtitle": .itunesSummary,
    "summary": .summary, "itunes_summary": .itunesSummary, "media_description": .mediaDescription,
    "content": .content, "content_encoded": .encoded, "fullitem": .encoded, "prodlink": .encoded,
    "encoded": .encoded,
    "body": .xhtmlBody, "xhtml_body": .xhtmlBody, "xhtml_div": .xhtmlBody,
    "rights": .rights, "copyright": .rights, "dc_rights": .rights, "media_copyright": .rights,
    "info": .info,
    "link": .link, "feedburner_origlink": .originalLink, "id": .id, "guid": .id,
    "dc_identifier": .id, "comments": .comments, "wfw_commentrss": .commentFeed, "url": .url,
    "icon": .icon, "logo": .logo,
    "author": .author, "dc_author": .author, "managingeditor": .author, "dc_creator": .creator,
    "creator": .creator, "itunes_author": .itunesAuthor, "contributor": .contributor,
    "dc_contributor": .contributor, "publisher": .publisher, "dc_publisher": .publisher,
    "webmaster": .webMaster, "name": .name, "email": .email, "itunes_email": .email,
    "itunes_name": .name, "uri": .uri, "homepage": .uri,
    "pubdate": .published, "published": .published, "issued": .published,
    "dcterms_issued": .published, "date": .published, "a10_published": .published,
    "updated": .updated, "modified": .updated, "lastbuilddate": .updated,
    "dcterms_modified": .updated, "dc_date": .dcDate, "created": .created,
    "dcterms_created": .created, "expirationdate": .expired,
    "category": .category, "dc_subject": .subject, "keywords": .keywords,
    "media_category": .category, "itunes_category": .category,
    "itunes_keywords": .keywords, "media_keywords": .keywords, "tags": .keywords,
    "language": .language, "dc_language": .language,
    "enclosure": .enclosure, "media_group": .mediaGroup, "media_content": .mediaContent,
    "media_thumbnail": .mediaThumbnail, "itunes_image": .itunesImage, "ttl": .ttl,
    "generator": .generator,
  ]
}
