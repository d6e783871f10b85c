public import Press

/// Guesses a text's language from its commonest words, word endings, letters and script.
public struct LanguageGuess: Sendable {
  /// The language of a text; `.unknown` where the evidence is thin or divided.
  public static func guess(_ utf8: [UInt8]) -> Language {
    guess(Words(Array(utf8.prefix(12_000))))
  }

  /// The language of a text already cut into tokens; its first 1,500 tokens decide.
  static func guess(_ words: Words) -> Language {
    if let script = language(ofScript: words) { return script }
    var points = [Int](repeating: 0, count: LanguageSigns.codes.count)
    var count = 0
    let signs = LanguageSigns.shared
    for word in words.all.prefix(1_500) where word.kind == .word {
      count += 1
      signs.add(word, of: words.utf8, to: &points)
    }
    var best = 0
    for index in points.indices where points[index] > points[best] { best = index }
    let second = points.indices.filter { $0 != best }.map { points[$0] }.max() ?? 0
    guard count > 0, points[best] >= 4, points[best] * 4 >= count,
      points[best] * 5 >= second * 6
    else { return .unknown }
    return Language(rawValue: LanguageSigns.codes[best])
  }

  /// Languages that are known by their script alone.
  private static func language(ofScript words: Words) -> Language? {
    var count: [String: Int] = [:]
    var letters = 0
    for word in words.all.prefix(400) where word.kind == .word {
      let scalar = Scalar(words.utf8, word.start)
      letters += 1
      if let code = script(scalar.value) { count[code, default: 0] += 1 }
    }
    let kana = count["ja", default: 0]
    if kana * 20 > letters { return Language(rawValue: "ja") }
    guard let top = count.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      top.value * 2 > letters
    else { return nil }
    guard top.key == "ru" else { return Language(rawValue: top.key) }
    return Language(rawValue: cyrillic(words))
  }

  private static func script(_ value: UInt32) -> String? {
    switch value {
    case 0x370...0x3FF: "el"
    case 0x400...0x52F: "ru"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF: "ar"
    case 0x900...0x97F: "hi"
    case 0xE00...0xE7F: "th"
    case 0x3040...0x30FF: "ja"
    case 0x3400...0x9FFF: "zh"
    case 0xAC00...0xD7AF: "ko"
    default: nil
    }
  }

  /// Ukrainian has і, ї, є; Bulgarian no ы, э and much ъ.
  private static func cyrillic(_ words: Words) -> String {
    var ukrainian = 0
    var russian = 0
    var bulgarian = 0
    for word in words.all.prefix(400) where word.kind == .word {
      var at = word.start
      while at < word.end {
        let scalar = Scalar(words.utf8, at)
        switch scalar.value {
        case 0x456, 0x457, 0x454: ukrainian += 1
        case 0x44B, 0x44D: russian += 1
        case 0x44A: bulgarian += 1
        default: break
        }
        at += scalar.length
      }
    }
    if ukrainian > russian { return "uk" }
    return bulgarian > russian * 2 ? "bg" : "ru"
  }
}

/// Common words and endings of languages in Latin script.
struct LanguageSigns: Sendable {
  static let codes = [
    "de", "en", "fr", "es", "it", "nl", "pt", "pl", "da", "sv", "no", "fi", "cs", "hu", "ro", "tr",
  ]

  static let shared = LanguageSigns()

  /// For each word a bit for every language that has it.
  private let words: HashTable<UInt32>
  /// The same for the last three letters of longer words.
  private let endings: HashTable<UInt32>

  private init() {
    var words = HashTable<UInt32>(slots: 4096)
    var endings = HashTable<UInt32>(slots: 1024)
    for (index, code) in Self.codes.enumerated() {
      let bit = UInt32(1) << UInt32(index)
      let signs = Self.signs[code] ?? ("", "")
      for word in signs.words.split(separator: " ") {
        words[Folding.hash(word.utf8), default: 0] |= bit
      }
      for ending in signs.endings.split(separator: " ") {
        guard let key = Self.ending(Folding.fold(ending.utf8)) else { continue }
        endings[key, default: 0] |= bit
      }
    }
    self.words = words
    self.endings = endings
  }

  /// The last characters of a word, enough for three letters of any kind.
  private static func tail(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard word.count > 12 else { return word }
    var start = word.endIndex - 12
    while start > word.startIndex, word[start] & 0xC0 == 0x80 { start -= 1 }
    return word[start...]
  }

  /// The key of a word's last three letters.
  private static func key(of word: ArraySlice<UInt8>) -> UInt64? {
    let last = word.suffix(3)
    // Three plain letters behind another need no folding.
    let isPlain =
      word.count > 3 && last.allSatisfy { (0x61...0x7A).contains($0) }
      && word[last.startIndex - 1] < 0x80
    return isPlain ? ending(last) : ending(Folding.fold(tail(of: word)))
  }

  private static func ending(_ folded: some BidirectionalCollection<UInt8>) -> UInt64? {
    guard folded.count >= 3 else { return nil }
    // Spread over the table's slots.
    return folded.suffix(3).reduce(0) { $0 << 8 | UInt64($1) } &* 0x9e37_79b9_7f4a_7c15
  }

  /// Three points for a common word, one for an ending.
  func add(_ word: Word, of utf8: [UInt8], to points: inout [Int]) {
    let isWord = words[word.hash]
    var bits = isWord ?? 0
    let weight = isWord == nil ? 1 : 3
    if isWord == nil {
      guard word.length >= 5, let key = Self.key(of: utf8[word.range]) else { return }
      bits = endings[key] ?? 0
    }
    while bits != 0 {
      points[bits.trailingZeroBitCount] += weight
      bits &= bits - 1
    }
  }

  private static let signs: [String: (words: String, endings: String)] = [
    "de": (
      "der die das und ist nicht ein eine einen einem einer mit von für auf dem den des sich auch im "
        + "zu zum zur bei nach aus wird werden wurde haben hat sind war als wie noch nur über um aber "
        + "oder dass vor durch es er sie wir ich kann mehr am so gegen seit bis unter",
      "ung ich eit ten ern sch ein men rer gen cht ber nen den ier"
    ),
    "en": (
      "the of and to in is was for that with on as are were by it at from this be has have had not "
        + "but his her they their which an or will would been who said its he she we you what when "
        + "more about after over up out one all there can new into than two could",
      "ing ion ted ent ity ers ess ght ous ful led ies"
    ),
    "fr": (
      "le la les de des du un une et est en que qui dans pour pas au aux sur par plus avec il elle ne "
        + "se ce cette son sa ses ont sont était été mais comme ou nous vous leur même aussi après "
        + "entre deux où fait à être avoir",
      "ion ent eur que eux ait ise ant aux ire"
    ),
    "es": (
      "el la los las de del y en que un una por con para se no es al lo su sus como más pero este "
        + "esta ha han fue son era entre desde hasta también muy sin sobre ser años donde cuando todo "
        + "dos según porque ya o",
      "ión ado ida dad nte ría ble iva tos cia"
    ),
    "it": (
      "il la lo i gli le di del della dei delle che e è un una per con non in nel nella si da dal "
        + "dalla sono al alla ha hanno come più ma anche dopo questo questa suo sua stato essere tra "
        + "fra anni o ed ai sul sulla",
      "one ità nte ato ere are ale ono tto gli zia"
    ),
    "nl": (
      "de het een en van in is dat op te zijn voor met niet aan er die om als bij ook naar door maar "
        + "uit over tot dan nog heeft hebben werd worden wordt was hij zij ze ik je we kan meer deze "
        + "dit na jaar",
      "ing den aar ijk ten lijk eid ren oor gen isch"
    ),
    "pt": (
      "o a os as de do da dos das e em no na nos nas um uma que para por com não se é ao mais como "
        + "mas foi são ser tem pelo pela sua seu entre também já até quando muito sobre anos depois "
        + "ou está você",
      "ção ões ado dade nte ria ndo eir ida nça"
    ),
    "pl": (
      "i w na z do nie się że jest to o jak ale po co za od przez dla tym tego być był była było są "
        + "może oraz przy już tylko lub czy który która które ich jego jej ma także roku we",
      "ych ego ało ość nia eni iem owa nie sta cie"
    ),
    "da": (
      "og i at det er en til af på for med den de som ikke der et har var fra han hun vi jeg kan men "
        + "om blev også efter eller skal være mere ved over sig nu siger år havde hvor",
      "ing ede nde ske gen lig hed ter sen"
    ),
    "sv": (
      "och i att det är en som på för med av till den inte har de ett om var han hon vi jag kan men "
        + "från så efter eller ska vara mer vid över sig nu säger år hade också när där under",
      "ing ade nde ska gen lig het tet rna nas"
    ),
    "no": (
      "og i at det er en til av på for med den de som ikke et har var fra han hun vi jeg kan men om "
        + "ble også etter eller skal være mer ved over seg nå sier år hadde hvor",
      "ing ede nde ske gen lig het ter ene"
    ),
    "fi": (
      "ja on ei se että oli hän ovat mutta myös kun niin tai joka mukaan sen kuin vain jo jos nyt "
        + "olla vuoden ole ollut vielä sekä tämä kanssa jälkeen",
      "sta ssa lla lle nen een ksi set uun aan iin tta ään"
    ),
    "cs": (
      "a v na se je že to s z do o k i ale za by pro jako po jsou od byl byla bylo která který které "
        + "při také až není už před nebo mezi být své podle jeho",
      "ých ého ost ení ová kou ční vat ili ska"
    ),
    "hu": (
      "a az és hogy nem is egy van volt meg ez de csak már mint el még azt ki lesz vagy be kell után "
        + "szerint minden között első ami",
      "ban ben nak nek tak tek val vel ság ség ott ett"
    ),
    "ro": (
      "și de la în a cu pe nu o un că din care este pentru sunt mai au fost prin fi le ca dar după "
        + "sau al ale lui acest această între când până",
      "ului ilor rea tea ții ele lor are ent uri"
    ),
    "tr": (
      "ve bir bu da de için ile olarak çok daha olan gibi en sonra kadar ancak ne var o değil diye "
        + "göre türkiye yeni her ise oldu dedi",
      "lar ler nın nin dan den yor mak mek dır dir ını ini"
    ),
  ]
}
