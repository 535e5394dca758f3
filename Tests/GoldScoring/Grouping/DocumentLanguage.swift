/// The language of a document.
package enum DocumentLanguage: String, CaseIterable, Codable, Sendable {
  case english = "English"
  case chinese = "Chinese"
  case japanese = "Japanese"
  case korean = "Korean"
  case german = "German"
  case french = "French"
  case spanish = "Spanish"
  case italian = "Italian"
  case portuguese = "Portuguese"
  case dutch = "Dutch"
  /// Neither the script nor the words decide.
  case unknown

  /// By codes of ISO 639-1.
  private static let byCode: [Substring: DocumentLanguage] = [
    "en": .english, "zh": .chinese, "ja": .japanese, "ko": .korean, "de": .german, "fr": .french,
    "es": .spanish, "it": .italian, "pt": .portuguese, "nl": .dutch,
  ]

  /// The language that the record states, the first of two; otherwise that of the document's text,
  /// or of the words in its record when the text cannot be read.
  package init(of document: GoldDocument) {
    if let stated = document.record.family?.language.split(separator: "+").first {
      self = Self.byCode[stated] ?? .unknown
    } else {
      self.init(seenIn: document)
    }
  }

  /// The language that the text of the document shows.
  init(seenIn document: GoldDocument) {
    let language = Self(ofText: DocumentText.text(of: document))
    self =
      language == .unknown ? Self(ofText: document.record.names) : language
  }

  /// The language of a text without markup: by its script, then by its function words.
  init(ofText text: String) {
    let counts = TextStatistics(text)
    self = Self.eastAsian(counts) ?? Self.mostFrequent(in: counts.functionWords) ?? .unknown
  }

  /// The share of East Asian scalars among those and Latin words from which on the text is in an
  /// East Asian language. English pages with Chinese names and titles reach 0.15; Chinese pages
  /// with long English publication lists have 0.3 and more.
  private static let clearEastAsianShare = 0.25

  /// The share of kana among kana and Han from which on a text is Japanese. Japanese profiles have
  /// about 0.2; in Chinese ones kana occurs in quoted titles only.
  private static let clearKanaShare = 0.05

  private static func eastAsian(_ counts: TextStatistics) -> DocumentLanguage? {
    let scalars = counts.han + counts.kana + counts.hangul
    let share = Double(scalars) / Double(max(1, scalars + counts.latinWords))
    if share < clearEastAsianShare { return nil }
    if counts.hangul > counts.han + counts.kana { return .korean }
    let kanaShare = Double(counts.kana) / Double(max(1, counts.kana + counts.han))
    return kanaShare < clearKanaShare ? .chinese : .japanese
  }

  /// `nil` when no function word occurs. Of equally frequent languages, the first case.
  private static func mostFrequent(in words: [DocumentLanguage: Int]) -> DocumentLanguage? {
    let most = words.values.max()
    return allCases.first { words[$0] != nil && words[$0] == most }
  }
}
