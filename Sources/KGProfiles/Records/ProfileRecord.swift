package import KGLexicon
package import KGModel
package import KGText

/// What one document says, before anything is joined with other documents.
public struct ProfileRecord: Sendable {
  package var person = PersonRecord()
  package var affiliations: [AffiliationRecord] = []
  package var education: [EducationRecord] = []
  package var papers = ChunkedArray<PaperRecord>()
  package var patents: [PatentRecord] = []
  package var awards: [AwardRecord] = []
  package var projects: [ProjectRecord] = []
  package var claims: [ClaimRecord] = []
  /// Left out unless it was asked for.
  package var personal: [PersonalRecord] = []
  /// Parts that looked like facts and could not be read.
  package var unparsedLines: [UnparsedLine] = []

  package init() {}
}

package struct PersonRecord: Sendable {
  package var name: Stated<String>?
  /// Other printed forms: the name in another script, or as author lists print it.
  package var otherNames: [Stated<String>] = []
  package var homepages: [Stated<String>] = []
  package var identifiers: [Stated<String>] = []
}

package struct AffiliationRecord: Sendable {
  package var organization: Stated<String>
  package var unit: Stated<String>?
  package var role: Stated<String>?
  package var interval: Stated<Interval>?
  package var kind: MembershipKind
  package var advisers: [Stated<String>] = []
  /// Told in the present tense, without dates.
  package var isCurrent = false
  /// Other places that tell the same.
  package var repeats: [Span] = []
}

package struct EducationRecord: Sendable {
  package var organization: Stated<String>
  package var unit: Stated<String>?
  package var degree: Stated<String>?
  package var field: Stated<String>?
  package var interval: Stated<Interval>?
  package var advisers: [Stated<String>] = []
}

package struct PaperRecord: Sendable {
  package var title: Stated<String>
  package var authors: [Stated<String>] = []
  /// Whether the printed list is whole; `false` when it ends in “et al.” or is not there.
  package var isAuthorListComplete = false
  /// What signs say of authors, by their places in the list.
  package var notes: [(author: Int, note: Stated<AuthorNote>)] = []
  package var venue: Stated<String>?
  package var year: Stated<Int>?
  package var status: Stated<String>?
  package var presentation: Stated<String>?
  /// Author position of the document's owner where a heading says it.
  package var isOwnerFirst = false
  /// Other places that list the same work.
  package var repeats: [Span] = []
}

package struct PatentRecord: Sendable {
  package var title: Stated<String>
  package var number: Stated<String>?
  package var year: Stated<Int>?
}

package struct AwardRecord: Sendable {
  package var title: Stated<String>
  package var year: Stated<Int>?
  package var rank: Stated<Int>?
}

package struct ProjectRecord: Sendable {
  package var name: Stated<String>
  package var url: Stated<String>?
}

/// A number of things that are not told one by one: “50+ papers”.
package struct ClaimRecord: Sendable {
  /// What is counted: `papers`, `patents`, `citations` …
  package let subject: String
  package let count: Stated<Int>
  /// Whether the number is a lower bound: “over 50”, “50+”, 五十余.
  package let isLowerBound: Bool
}

package struct PersonalRecord: Sendable {
  package let property: PersonalProperty
  package let value: Stated<String>
}

package struct UnparsedLine: Sendable {
  package let span: Span
  package let reason: String
}
