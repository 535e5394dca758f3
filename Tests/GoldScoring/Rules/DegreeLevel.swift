/// The level of a degree.
enum DegreeLevel: Equatable, Sendable {
  case doctor, master, bachelor, school

  /// The level that a printed degree states, in one of the vocabularies of ``DegreeTable``; `nil`
  /// for a degree that fits none.
  init?(_ degree: String) {
    let text = Self.withoutSpacesInAbbreviations(FoldedText.fold(degree))
    let found = DegreeTable.levels.first { level, phrases in
      phrases.occur(in: text) && !(level == .master && Self.isNotMaster(text))
    }
    guard let found else { return nil }
    self = found.level
  }

  private static func isNotMaster(_ text: Scalars) -> Bool {
    DegreeTable.notMaster.occur(in: text) && !DegreeTable.masterWord.occur(in: text)
  }

  /// `m. s.` becomes `m.s.`.
  private static func withoutSpacesInAbbreviations(_ text: Scalars) -> Scalars {
    text.indices.filter { index in
      guard text[index].isSpace, index >= 2, index + 1 < text.count else { return true }
      let isAfterLetterAndStop =
        text[index - 1] == "." && text[index - 2].isASCIILetter
        && text.isWordBoundary(at: index - 2)
      return !(isAfterLetterAndStop && text[index + 1].isASCIILetter)
    }.map { text[$0] }
  }
}

/// A printed degree, prepared for comparison.
struct Degree {
  let level: DegreeLevel?
  private let text: FoldedText

  init(_ degree: String) {
    level = DegreeLevel(degree)
    text = FoldedText(degree)
  }

  /// Whether both have the same level, or the same text; without levels, whether they are similar.
  func matches(_ predicted: Degree) -> Bool {
    if level != nil && level == predicted.level { return true }
    if text.letters == predicted.text.letters { return true }
    return level == nil && predicted.level == nil && text.isSimilar(to: predicted.text)
  }
}
