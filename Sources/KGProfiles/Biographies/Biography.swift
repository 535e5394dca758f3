internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads positions and degrees from sentences.
struct Biography {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []
  var context = ChineseContext()
  /// Whether the current sentence is the first of its paragraph, which names the person it is
  /// about.
  var isFirstSentence = false
  /// Advisers named in sentences about no degree: “My advisor is Kellan Orrell.”
  private(set) var advisers: [Stated<String>] = []

  mutating func read(_ span: Span) {
    isFirstSentence = true
    for sentence in EntryText.segments(of: span) where sentence.count < 600 {
      let (educationCount, affiliationCount) = (education.count, affiliations.count)
      if Self.isChinese(sentence) {
        readChinese(sentence)
      } else {
        readEnglish(sentence)
      }
      let named = Advisers.cut(from: sentence).advisers.flatMap(\.names)
      guard affiliationCount == affiliations.count,
        !education[educationCount...].contains(where: { !$0.advisers.isEmpty })
      else { continue }
      if education.count == educationCount {
        advisers += named
      } else if education.count == educationCount + 1 {
        education[educationCount].advisers = named
      }
    }
  }

  /// Reads paragraphs about something else (research interests). A position counts only with a role
  /// there, an education only with a degree.
  mutating func readIncidental(_ blocks: [Block]) {
    let (affiliationCount, educationCount) = (affiliations.count, education.count)
    for block in blocks where block.kind == .paragraph { read(block.span) }
    affiliations =
      affiliations[..<affiliationCount]
      + affiliations[affiliationCount...].filter { $0.role != nil }
    education =
      education[..<educationCount] + education[educationCount...].filter { $0.degree != nil }
  }

  /// By most of the words: English sentences may contain a name in Han, Chinese ones names in Latin
  /// letters.
  private static func isChinese(_ sentence: Span) -> Bool {
    let words = sentence.words
    let han = words.count { $0.text.scalars[$0.lower].isHan }
    return han * 2 > words.count
  }

  /// Assigns the advisers that no sentence connects with a degree: to the only education that
  /// continues, or else to the only doctorate.
  func assignAdvisers(to education: inout [EducationRecord]) {
    let ongoing = education.indices.filter { education[$0].isOngoing }
    let doctorates = education.indices.filter { education[$0].level == .doctor }
    let candidates = ongoing.isEmpty ? doctorates : ongoing
    guard candidates.count == 1, education[candidates[0]].advisers.isEmpty else { return }
    education[candidates[0]].advisers = advisers
  }
}
