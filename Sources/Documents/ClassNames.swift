/// What the words in `class`, `id` and `role` say of an element. These are the habits of people
/// who write templates, in the English they write them in.
struct ClassNames: Sendable {
  static let shared = ClassNames()

  /// What words say, and, by the two highest bits, which of them stand in pairs.
  private var single = TopicTable(capacity: 900)
  private var pairs = TopicTable(capacity: 500)

  private static let beginsPair: UInt32 = 1 << 30
  private static let endsPair: UInt32 = 1 << 31

  private init() {
    for (traits, words) in Self.table {
      words.withUTF8Buffer { words in
        for entry in words.split(whereSeparator: { $0 == 0x20 || $0 == 10 }) {
          let parts = entry.split(separator: UInt8(ascii: "-")).map { Self.hash($0) }
          if parts.count == 1 {
            single.add(parts[0], traits.rawValue)
          } else if parts.count == 2 {
            pairs.add(Self.join(parts[0], parts[1]), traits.rawValue)
            single.add(parts[0], Self.beginsPair)
            single.add(parts[1], Self.endsPair)
          }
        }
      }
    }
  }

  /// Looks up the words of an attribute: split at signs and before capitals, in pairs and singly.
  func traits(of value: ArraySlice<UInt8>) -> Traits {
    var found = Findings()
    let bytes = value.prefix(400)
    let span = bytes.span
    var place = 0
    while place < span.count {
      if (span[place] | 0x20) &- 0x61 < 26 {
        look(&found, Self.word(in: span, &place))
      } else {
        if span[place] <= 0x20 {
          found.previous = 0
          found.about = false
          found.mayBeginPair = false
        }
        place &+= 1
      }
    }
    return found.traits
  }

  /// The hash of the word that begins at a place: letters up to a sign, or to a capital behind a
  /// small letter.
  @inline(__always)
  private static func word(in span: Span<UInt8>, _ place: inout Int) -> UInt64 {
    var hash = LetterHash()
    var wasSmall = false
    while place < span.count {
      if hash.isAligned, place &+ 8 <= span.count {
        let chunk = LetterChunk(
          span.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self), digits: false)
        if chunk.capitals & (chunk.smalls << 8 | (wasSmall ? 0x80 : 0)) == 0 {
          hash.take(chunk)
          place &+= chunk.count
          if chunk.count < 8 { break }
          wasSmall = chunk.smalls >> 63 != 0
          continue
        }
      }
      let byte = span[place]
      guard (byte | 0x20) &- 0x61 < 26, !(wasSmall && byte < 0x61) else { break }
      hash.take(byte | 0x20)
      wasSmall = byte >= 0x61
      place &+= 1
    }
    return hash.value
  }

  /// What was found of a value so far, and what the word before says of the next.
  private struct Findings {
    var traits: Traits = []
    var previous: UInt64 = 0
    var about = false
    var mayBeginPair = false
  }

  /// `has-sidebar`, `no-comments`, `with-share`: words about the page, not about the element.
  private let about = TopicTable(
    words: "has with no without hide enable enabled is disable".utf8)

  @inline(__always)
  private func look(_ found: inout Findings, _ hash: UInt64) {
    let bits = single[hash]
    if !found.about, bits != 0 {
      found.traits.formUnion(Traits(rawValue: bits & ~(Self.beginsPair | Self.endsPair)))
      if found.mayBeginPair, bits & Self.endsPair != 0 {
        found.traits.formUnion(Traits(rawValue: pairs[Self.join(found.previous, hash)]))
      }
    }
    found.about = about.contains(hash)
    found.mayBeginPair = bits & Self.beginsPair != 0
    found.previous = hash
  }

  private static func hash(_ word: some Collection<UInt8>) -> UInt64 {
    let bytes = Array(word)
    var place = 0
    return Self.word(in: bytes.span, &place)
  }

  private static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first &* 0x9e37_79b9_7f4a_7c15 ^ second
  }

  private static let table: [(Traits, StaticString)] = [
    (
      .navigation,
      """
      nav navbar navigation navi menu menue breadcrumb breadcrumbs breadcrump pagination pager
      paging sitemap toolbar skip-link skiplink topbar masthead tabbar toc table-contents
      inhaltsverzeichnis subnav megamenu offcanvas nextprev prev-next post-nav
      """
    ),
    (
      .aside,
      """
      sidebar marginal marginalia rail sidebar-widget widget-area widget-title aside side-bar
      secondary-content poll polls wp-polls polldaddy
      """
    ),
    (
      .footer,
      "footer foot fuss fusszeile bottom-bar colophon impressum site-info siteinfo"
    ),
    (
      .comments,
      """
      comment comments commentlist commentform disqus kommentar kommentare respond reply
      discussion user-comments leserkommentare forum-list fb-comments community-comments
      responses guestbook commentary-form livefyre viafoura coral
      """
    ),
    (
      .related,
      """
      related relateds relatedposts relatedarticles relatedlinks related-links relatedcontent
      recommended recommend recommendation recommendations recirc recirculation mostread
      most-read mostpopular most-popular popular popular-posts trending outbrain taboola
      teaserlist teaser-list teasers teaser-group teaserblock similar more-stories
      more-articles more-news morenews read-also readalso also-read see-also seealso
      read-next readnext up-next upnext next-article next-post other-articles otherarticles
      more-from morefrom further-reading readon read-on linklist link-list article-links
      topic-links internal-link internallink zergnet revcontent plista ligatus nativo
      mehr-zum interlinked crosslink crosslinks jp-relatedposts yarpp latest-news latestnews
      latest-posts recent-posts recentposts you-may editors-picks must-read onward
      inline-related inline-teaser inlineteaser teaser-inline embedded-teaser article-teaser
      story-teaser related-story relatedstory content-recommendation crp storylist
      """
    ),
    (
      .share,
      """
      share sharebar sharing shares sharebuttons sharedaddy share-buttons socialshare
      social-share shareaholic addthis addtoany socialmedia social-media social socials
      socialbar social-icons social-links sociallinks ssba bookmarks bookmark follow follow-us
      followus fb-like tweet-button article-tools articletools toolbox tools article-actions
      print-button email-link sharethis sociable teilen jiathis shariff heateor
      """
    ),
    (
      .promotion,
      """
      newsletter newsletters subscribe subscription signup sign-up promo promos promotion
      promoted app-download appdownload donation donate abo-teaser marketing cta
      call-action inread-promo mailchimp optin opt-in lead-magnet mc-embed membership
      subscribe-box email-signup newsletter-signup supporter
      """
    ),
    (
      .advertisement,
      """
      ad ads adv advert adverts advertisement advertising advertorial adslot ad-slot adbox
      adcontainer adblock adunit adsense dfp gpt sponsor sponsored sponsors banner-ad anzeige
      werbung skyscraper leaderboard billboard adsbygoogle google-ad native-ad ad-container
      commercial rectangle contentad
      """
    ),
    (
      .author,
      """
      authorbox author-box author-bio authorbio author-info authorinfo author-card about-author
      aboutauthor author-profile author-description author-about autorenbox autorbox autor-box
      bio biography byline-bio contributor-bio post-author-bio vcard author-block author-detail
      author-details authors-list guest-author writer-bio saboxplugin
      """
    ),
    (
      .meta,
      """
      byline bylines byline-date meta metadata postmeta post-meta entry-meta article-meta
      articlemeta post-info postinfo article-info articleinfo author authors autor autoren
      reading-time readingtime read-time timestamp publish-date published pubdate article-date
      dateline-info entry-info entry-utility post-date postdate entry-date views post-views
      view-count credits-author article-author post-author
      """
    ),
    (.date, "date datetime time-stamp article-time datum publication-date date-published"),
    (
      .tags,
      """
      tags taglist tag-list tag-cloud tagcloud post-tags posttags article-tags articletags
      keywords topics topic-list categories category-list cat-links tags-links tag-links
      entry-tags schlagworte schlagwort post-categories term-list
      """
    ),
    (
      .legal,
      """
      copyright copyrights disclaimer legal legal-notice license licence terms rights
      syndication correction-policy
      """
    ),
    (
      .consent,
      """
      cookie cookies consent gdpr onetrust usercentrics didomi sourcepoint sp-message
      cookie-banner cookiebanner cookie-notice privacy-notice cookie-law cookiebot cookielaw cli-modal
      cli-tab cli-bar cky-consent cmplz privacy-overview
      """
    ),
    (
      .paywall,
      """
      paywall pay-wall paywalled regwall piano tp-modal offer-box subscribe-wall login-wall
      metered premium-wall
      """
    ),
    (
      .caption,
      """
      caption captions wp-caption-text image-caption imagecaption figcaption photo-caption
      photocaption img-caption picture-caption credit credits photo-credit image-credit
      copyright-image bildunterschrift bildunterzeile bildtext bildquelle image-copyright
      media-caption image-meta cutline media-credit image-source picture-source
      image-description image-text picture-text
      """
    ),
    (
      .figure,
      """
      gallery slideshow slider carousel bildergalerie image-gallery imagegallery lightbox
      photo-gallery media-gallery wp-caption imageblock image-block mediabox swiper slick
      fotostrecke infographic
      """
    ),
    (
      .embed,
      """
      embed embedded oembed twitter-tweet instagram-media fb-post tiktok-embed video-player
      videoplayer player jwplayer audio-player audioplayer video-container youtube
      embed-consent external-content externalcontent opt-in-embed
      """
    ),
    (
      .lead,
      """
      lead leadtext lead-text standfirst subheadline sub-headline subtitle subheading intro
      introtext intro-text introduction teaser-text teasertext vorspann dek deck excerpt
      article-lead article-intro articlelead abstract post-excerpt entry-summary summary
      article-summary description article-description sub-title perex chapo strapline
      article-teaser teaser-article kurztext lede underline-title post-subtitle
      article-subtitle header-description short-description article-excerpt
      """
    ),
    (
      .body,
      """
      articlebody article-body article-content articlecontent article-text articletext
      story-body storybody story-content storycontent story-text entry-content entrycontent
      post-content postcontent post-body postbody content-body contentbody body-text
      bodytext body-copy bodycopy rich-text richtext article-main text-content
      field-body paywall-content main-content-body news-text newstext news-body
      beitragstext artikeltext article-copy copy article-paragraphs single-content
      page-content td-post-content
      """
    ),
    (
      .headline,
      """
      headline headlines article-title articletitle article-headline entry-title post-title
      story-title story-headline page-title title
      """
    ),
    (
      .kicker,
      """
      kicker overline dachzeile dach topline spitzmarke roofline eyebrow article-kicker pretitle
      pre-title headline-kicker
      """
    ),
    (
      .pullQuote,
      "pullquote pull-quote pullquotes blockquote-pull tweetable click-tweet quote-box"
    ),
    (
      .infoBox,
      """
      infobox info-box factbox fact-box faktenbox box-info infokasten sidebar-box textbox
      inset
      """
    ),
    (
      .hidden,
      """
      visually-hidden visuallyhidden sr-only screen-reader screenreader print-only printonly
      noprint-hidden tooltiptext tooltip-text tooltip-content tooltip-inner popover-content
      popover-body hovercard hover-card rollover-block infotip
      """
    ),
  ]
}
