package import KGText

/// The phrases in a line that show what it is about, of all tables in one pass.
package struct LinePhrases {
  package let roles: [PhraseTable<MembershipKind>.Match]
  package let degrees: [DegreeTable.Match]
  package let organizationWords: [PhraseTable<OrganizationLevel>.Match]
  package let cues: [PhraseTable<LineCue>.Match]
  package let adviserWords: [PhraseTable<AdviserWord>.Match]
  package let sections: [PhraseTable<SectionKind>.Match]

  /// The places of the tables in the index of the lexicon.
  private enum Table: Int { case role, degree, degreeInitials, organization, cue, adviser, section }

  /// - Parameter line: The line; each list is what the table of that name finds in it.
  package init(_ line: Span) {
    let lexicon = Lexicon.shared
    let found = lexicon.lineIndex.matchesByTable(in: line)
    func matches<Value>(
      _ table: Table, _ values: PhraseTable<Value>
    ) -> [PhraseTable<Value>.Match] {
      found[table.rawValue].map(values.match)
    }
    roles = matches(.role, lexicon.roles)
    degrees = lexicon.degrees.joining(
      matches(.degree, lexicon.degrees.degrees),
      initials: matches(.degreeInitials, lexicon.degrees.initials), in: line)
    organizationWords = matches(.organization, lexicon.organizationWords)
    cues = matches(.cue, lexicon.cueWords)
    adviserWords = matches(.adviser, lexicon.adviserWords)
    sections = matches(.section, lexicon.sections)
  }
}
