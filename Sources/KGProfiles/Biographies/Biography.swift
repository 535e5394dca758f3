internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads positions and degrees from sentences.
///
/// ```
/// sentence ─ProseSentence→ marks ─StatementParser→ statements ─StatementFacts→ positions, degrees
/// ```
///
/// No rule knows a wording: a sentence is a sequence of names, roles, degrees, dates and cues, a statement is what these are
/// around one verb, and a fact is every role or degree of a statement at every organization of it.
struct Biography {
  var affiliations: [AffiliationRecord] = []
  var education: [EducationRecord] = []
  var context = BiographyContext()
  /// Advisers named in sentences about no degree: “My advisor is Kellan Orrell.”
  var unassignedAdvisers: [Stated<String>] = []
  private var owner = ProseOwner()

  /// Characters; longer sentences are lists.
  private static let longestSentence = 600

  /// - Parameter cue: Sentences without this cue are left out.
  mutating func read(_ span: Span, with cue: BiographyWord? = nil) {
    self.context = BiographyContext()
    owner.isFirstSentence = true
    for sentence in EntryText.segments(of: span) where sentence.count < Self.longestSentence {
      guard let marked = ProseSentence(sentence, with: cue) else { continue }
      owner.learn(from: marked)
      for statement in StatementParser(marked, owner: owner).statements {
        add(statement, in: marked)
      }
      owner.isFirstSentence = false
    }
  }

  /// Reads paragraphs about something else (research interests). A position counts only with a role
  /// there, an education only with a degree.
  ///
  /// - Parameter cue: Sentences without this cue are left out.
  mutating func readIncidental(_ blocks: [Block], with cue: BiographyWord? = nil) {
    let (affiliationCount, educationCount) = (affiliations.count, education.count)
    for block in blocks where block.kind == .paragraph { read(block.span, with: cue) }
    affiliations =
      affiliations[..<affiliationCount]
      + affiliations[affiliationCount...].filter { $0.role != nil }
    education =
      education[..<educationCount] + education[educationCount...].filter { $0.degree != nil }
  }

  /// Assigns the advisers that no sentence connects with a degree: to the only education that
  /// continues, or else to the only doctorate.
  func assignAdvisers(to education: inout [EducationRecord]) {
    let ongoing = education.indices.filter { education[$0].isOngoing }
    let doctorates = education.indices.filter { education[$0].level == .doctor }
    let candidates = ongoing.isEmpty ? doctorates : ongoing
    guard candidates.count == 1, education[candidates[0]].advisers.isEmpty else { return }
    education[candidates[0]].advisers = unassignedAdvisers
  }
}
