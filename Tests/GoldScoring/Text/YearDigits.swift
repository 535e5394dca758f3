/// Years that are attached to the name of a venue: `NeurIPS21`, `CVPR’19`, `ICPP2022`.
enum YearDigits {
  enum Place {
    /// Directly after an ASCII letter.
    case afterLetter
    case anywhere
  }

  /// Replaces years of two or four digits, an apostrophe before them included, by spaces.
  static func removing(_ place: Place, from text: Scalars) -> Scalars {
    var result: Scalars = []
    var index = 0
    while index < text.count {
      let isPlace = place == .anywhere || (index > 0 && text[index - 1].isASCIILetter)
      if isPlace, let end = end(in: text, from: index) {
        result.append(" ")
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// Whether a word is a year of the 20th or 21st century in digits.
  static func isYear(_ word: String) -> Bool {
    let scalars = Scalars(word)
    return scalars.count == 4 && hasCentury(scalars, at: 0) && scalars.endOfDigits(from: 0) == 4
  }

  private static func hasCentury(_ text: Scalars, at index: Int) -> Bool {
    text.has(["1", "9"], at: index) || text.has(["2", "0"], at: index)
  }

  private static func end(in text: Scalars, from start: Int) -> Int? {
    let digits = text[start] == "'" || text[start] == "’" ? start + 1 : start
    let length = text.endOfDigits(from: digits) - digits
    guard length == 2 || (length == 4 && hasCentury(text, at: digits)) else { return nil }
    let end = digits + length
    return text.isWordBoundary(at: end) ? end : nil
  }
}
