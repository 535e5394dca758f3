/// The title of an award, prepared for comparison.
struct AwardTitle {
  /// Shorter texts occur in others by chance.
  private static let shortestContained = 4  // letters
  /// By this many common words two titles can be similar at all.
  private static let leastCommonWords = 2

  let text: FoldedText
  private let words: Set<String>

  init(_ title: String) {
    text = FoldedText(title)
    words = Set(text.words).subtracting(AwardWords.noise).filter { !YearDigits.isYear($0) }
  }

  /// Whether one contains the other, or they share most of their words.
  func isSimilar(to other: AwardTitle) -> Bool {
    let (mine, theirs) = (text.letters, other.text.letters)
    if mine == theirs { return true }
    if min(mine.count, theirs.count) >= Self.shortestContained,
      mine.containsRun(theirs) || theirs.containsRun(mine)
    {
      return true
    }
    return sharesWords(with: other)
  }

  /// At least half of all words are common; or most words of the shorter title, when they are not
  /// too few in the longer one.
  private func sharesWords(with other: AwardTitle) -> Bool {
    let common = Double(words.intersection(other.words).count)
    let sizes = [Double(words.count), Double(other.words.count)].sorted()
    guard common >= Double(Self.leastCommonWords) else { return false }
    return common / Double(words.union(other.words).count) >= 0.5
      || (common / sizes[0] >= 0.8 && common / sizes[1] >= 0.35)
  }
}
