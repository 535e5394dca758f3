internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads posts and degrees out of sentences.
struct Biography {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []
  var context = ChineseContext()
  /// Whether the sentence at hand is the first of a paragraph, which names whom it is about.
  var isIntroduced = false
  /// Advisers of sentences that tell of no study: “My advisor is Kellan Orrell.”
  private(set) var advisers: [Stated<String>] = []

  mutating func read(_ span: Span) {
    isIntroduced = true
    for sentence in EntryText.segments(of: span) where sentence.count < 600 {
      let (studies, posts) = (education.count, affiliations.count)
      if Self.isChinese(sentence) {
        readChinese(sentence)
      } else {
        readEnglish(sentence)
      }
      let told = Advisers.cut(from: sentence).advisers.flatMap(\.names)
      guard posts == affiliations.count,
        !education[studies...].contains(where: { !$0.advisers.isEmpty })
      else { continue }
      if education.count == studies {
        advisers += told
      } else if education.count == studies + 1 {
        education[studies].advisers = told
      }
    }
  }

  /// Paragraphs about something else, which tell of a post by its position or of a study by its degree only.
  mutating func readAside(_ blocks: [Block]) {
    let (posts, studies) = (affiliations.count, education.count)
    for block in blocks where block.kind == .paragraph { read(block.span) }
    affiliations = affiliations[..<posts] + affiliations[posts...].filter { $0.role != nil }
    education = education[..<studies] + education[studies...].filter { $0.degree != nil }
  }

  /// English sentences may hold a name in Han, and Chinese ones names in Latin letters.
  private static func isChinese(_ sentence: Span) -> Bool {
    let words = sentence.words
    let han = words.count { $0.text.scalars[$0.lower].isHan }
    return han * 2 > words.count
  }

  /// Gives the advisers that no sentence ties to a study to the one study they can belong to: the one that goes on, or else
  /// the only doctorate.
  func advise(_ studies: inout [EducationRecord]) {
    let going = studies.indices.filter { studies[$0].isGoingOn }
    let doctorates = studies.indices.filter { studies[$0].level == .doctor }
    let candidates = going.isEmpty ? doctorates : going
    guard candidates.count == 1, studies[candidates[0]].advisers.isEmpty else { return }
    studies[candidates[0]].advisers = advisers
  }
}
