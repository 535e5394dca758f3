/// A printed text as it is compared: without differences of case, accents, markup, width and
/// punctuation.
struct FoldedText: Hashable, Sendable {
  /// The letters and digits alone.
  let letters: Scalars
  /// The words; each scalar of a script without spaces is a word of its own.
  let words: [String]

  init(_ text: String) {
    self.init(folded: Self.fold(text))
  }

  init(_ text: Scalars) {
    self.init(text.string)
  }

  private init(folded: Scalars) {
    letters = folded.filter { $0.isAlphanumeric }
    words = Self.words(of: folded)
  }

  /// The text in Normalization Form KC, case-folded, without combining marks and markup.
  static func fold(_ text: String) -> Scalars {
    let composed = Normalization.compatibilityComposed(text)
    let plain = Markup.removingLaTeX(from: Markup.replacingTags(in: composed, with: [" "]))
    let bases = Normalization.withoutMarks(plain)
    return Normalization.caseFolded(bases.allSatisfy { $0.isASCII } ? bases : bases.map(baseLetter))
  }

  /// Letters with a stroke or without a dot, which no normalization form takes apart.
  private static func baseLetter(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ø", "Ø": "o"
    case "ł", "Ł": "l"
    case "ı": "i"
    default: scalar
    }
  }

  private static func words(of folded: Scalars) -> [String] {
    var words: [String] = []
    var index = 0
    while index < folded.count {
      if folded[index].isCJK {
        words.append(String(folded[index]))
        index += 1
      } else if folded[index].isAlphanumeric {
        let end = folded.end(from: index) { $0.isAlphanumeric && !$0.isCJK }
        words.append(Array(folded[index..<end]).string)
        index = end
      } else {
        index += 1
      }
    }
    return words
  }

  /// Whether both texts are equal, or all words of the shorter one occur in the longer one and make
  /// up at least `share` of it. A text without words is similar to none.
  func isSimilar(to other: FoldedText, sharing share: Double = 0.5) -> Bool {
    if words.isEmpty || other.words.isEmpty { return false }
    if words == other.words || letters == other.letters { return true }
    let (short, long) =
      words.count <= other.words.count ? (words, other.words) : (other.words, words)
    return long.removingEach(of: short) != nil && Double(short.count) / Double(long.count) >= share
  }
}
