internal import KGModel
internal import KGText

/// What the characters of a line are, from one pass over them.
struct LineShape {
  /// Runs of letters and digits; every Han character is a word of its own.
  private(set) var wordCount = 0
  private(set) var tabCount = 0
  /// Signs that separate the parts of a list.
  private(set) var commaCount = 0
  private(set) var hasHan = false
  private(set) var hasDigit = false
  private(set) var hasBracket = false
  private(set) var hasQuotation = false
  /// Whether a colon is near the beginning.
  private(set) var hasLabel = false
  /// Of the first words without Han characters, those that begin with a capital.
  private var latinWordCount = 0
  private var capitalCount = 0

  /// Characters before the colon of a label.
  private static let longestLabel = 24
  /// Characters whose capitals count: the rest of a long line is prose.
  private static let titleLength = 300

  /// The percentage of words that begin with a capital, of those without Han characters.
  var capitalShare: Int { latinWordCount == 0 ? 0 : capitalCount * 100 / latinWordCount }

  init(_ span: Span) {
    span.text.scalars.read { scalar in
      var isInWord = false
      for place in span.range {
        let original = scalar(place)
        // Most characters go on with a word.
        if isInWord, original.isASCIILetter { continue }
        if original.isLetter || original.isDigit {
          addToWord(original, continues: isInWord, isInTitle: place - span.lower < Self.titleLength)
          isInWord = !original.isHan
        } else {
          isInWord = false
        }
        addSign(TextFold.fold(original), at: place - span.lower)
      }
    }
  }

  private mutating func addToWord(_ scalar: Unicode.Scalar, continues: Bool, isInTitle: Bool) {
    if scalar.isHan {
      hasHan = true
      wordCount += 1
    } else if !continues {
      wordCount += 1
      guard isInTitle else { return }
      latinWordCount += 1
      if scalar.isUpper { capitalCount += 1 }
    }
  }

  private mutating func addSign(_ folded: Unicode.Scalar, at place: Int) {
    switch folded {
    case "\t": tabCount += 1
    case ",", "、", ";": commaCount += 1
    case "\"", "《": hasQuotation = true
    case "(": hasBracket = true
    case ":": hasLabel = hasLabel || place < Self.longestLabel
    default: hasDigit = hasDigit || folded.isDigit
    }
  }
}
