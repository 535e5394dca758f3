internal import KGModel

/// A question split into words: Latin words and numbers, and single Han characters, which have no spaces.
struct QuestionWords {
  struct Word: Hashable {
    /// Folded, see ``foldedKey(_:)``.
    let text: String
    /// Its position in the characters of the question.
    let range: Range<Int>
  }

  /// Further words are ignored.
  private static let maximumCount = 120

  let words: [Word]
  private let typed: [Unicode.Scalar]

  init(_ question: String) {
    let typed = Array(question.unicodeScalars)
    var words: [Word] = []
    var start: Int?
    func close(_ end: Int) {
      guard let first = start else { return }
      start = nil
      let text = foldedKey(String(String.UnicodeScalarView(typed[first..<end])))
      if !text.isEmpty { words.append(Word(text: text, range: first..<end)) }
    }
    var place = 0
    while place < typed.count {
      let scalar = typed[place]
      if scalar.isHan {
        close(place)
        words.append(Word(text: String(scalar), range: place..<place + 1))
      } else if Self.isPossessive(typed, place) {
        close(place)
        place += 1
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || (start != nil && scalar.straightQuotationMark == "'")
      {
        start = start ?? place
      } else {
        close(place)
      }
      place += 1
    }
    close(typed.count)
    self.words = Array(words.prefix(Self.maximumCount))
    self.typed = typed
  }

  /// The text as typed from the first word of a range to the last.
  func typed(_ range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return String(String.UnicodeScalarView(typed[first.range.lowerBound..<last.range.upperBound]))
  }

  /// The apostrophe of “Yu's”.
  private static func isPossessive(_ typed: [Unicode.Scalar], _ place: Int) -> Bool {
    guard typed[place].straightQuotationMark == "'", place + 1 < typed.count,
      typed[place + 1] == "s" || typed[place + 1] == "S"
    else { return false }
    return place + 2 == typed.count || !typed[place + 2].properties.isAlphabetic
      || typed[place + 2].isHan
  }
}
