/// Counts of scripts and function words in a text without markup.
struct TextStatistics {
  private(set) var han = 0  // scalars
  private(set) var kana = 0  // scalars
  private(set) var hangul = 0  // scalars
  private(set) var latinWords = 0
  private(set) var functionWords: [DocumentLanguage: Int] = [:]

  init(_ text: String) {
    let scalars = Scalars(text)
    var index = 0
    while index < scalars.count {
      let end = scalars.end(from: index, where: Self.isLetter)
      if end > index {
        count(word: scalars[index..<end])
        index = end
      } else {
        count(scalars[index])
        index += 1
      }
    }
  }

  /// A letter of a script that separates words by spaces.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.isASCIILetter : scalar.properties.isAlphabetic && !scalar.isCJK
  }

  private mutating func count(_ scalar: Unicode.Scalar) {
    if scalar.isHan {
      han += 1
    } else if scalar.isKana {
      kana += 1
    } else if scalar.isHangul {
      hangul += 1
    }
  }

  private mutating func count(word: ArraySlice<Unicode.Scalar>) {
    latinWords += 1
    guard word.count <= LanguageTable.longestFunctionWord else { return }
    let key = Normalization.caseFolded(Array(word)).string
    for language in LanguageTable.languages[key] ?? [] { functionWords[language, default: 0] += 1 }
  }
}
