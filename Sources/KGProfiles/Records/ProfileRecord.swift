package import KGLexicon
internal import KGModel
package import KGText

/// What one document states, before it is connected with other documents.
package struct ProfileRecord: Sendable {
  package var person = PersonRecord()
  package var affiliations: [AffiliationRecord] = []
  package var education: [EducationRecord] = []
  package var papers = ChunkedArray<PaperRecord>()
  package var patents: [PatentRecord] = []
  package var awards: [AwardRecord] = []
  package var projects: [ProjectRecord] = []
  package var claims: [ClaimRecord] = []
  /// Empty unless personal data was asked for.
  package var personal: [PersonalRecord] = []
  /// Lines that look like facts and could not be read.
  package var unparsedLines: [UnparsedLine] = []

  package init() {}
}

/// The owner of a document.
package struct PersonRecord: Sendable {
  /// `nil` when the document does not state it.
  package var name: Stated<String>?
  /// Other printed forms: the name in another script, or as author lists print it.
  package var otherNames: [Stated<String>] = []
  package var homepages: [Stated<String>] = []
  /// Addresses of profiles at services: ORCID, dblp, Google Scholar …
  package var identifiers: [Stated<String>] = []
}

/// A position at an organization.
package struct AffiliationRecord: Sendable {
  package var organization: Stated<String>
  package var unit: Stated<String>?
  package var role: Stated<String>?
  package var interval: Stated<DatedText>?
  package var kind: MembershipKind
  package var advisers: [Stated<String>] = []
  /// Stated in the present tense, without dates.
  package var isCurrent = false
  /// Other places that state the same position.
  package var repeats: [Span] = []
}

/// A degree, or an education without one.
package struct EducationRecord: Sendable {
  package var organization: Stated<String>
  package var unit: Stated<String>?
  package var degree: Stated<String>?
  package var field: Stated<String>?
  package var interval: Stated<DatedText>?
  package var advisers: [Stated<String>] = []
}

/// An entry of a publication list.
package struct PaperRecord: Sendable {
  package var title: Stated<String>
  package var authors: [Stated<String>] = []
  /// Whether the whole list is printed; `false` when it ends in “et al.” or is missing.
  package var isAuthorListComplete = false
  /// The numbers by which dblp distinguishes authors of one name, by index in ``authors``.
  package var authorNumbers: [Int: String] = [:]
  /// Whether editors are printed and no authors: the owner is not taken for the author.
  package var hasOnlyEditors = false
  /// What the signs after names mean; `author` is an index in ``authors``.
  package var notes: [(author: Int, note: Stated<AuthorNote>)] = []
  package var venue: Stated<String>?
  package var year: Stated<Int>?
  package var status: Stated<String>?
  package var presentation: Stated<String>?
  /// Whether a heading says that the document's owner is the first author.
  package var isOwnerFirst = false
  /// Other places that list the same work.
  package var repeats: [Span] = []
}

/// A patent or an application for one.
package struct PatentRecord: Sendable {
  package var title: Stated<String>
  /// The number of the application, publication or grant, as printed.
  package var number: Stated<String>?
  package var year: Stated<Int>?
}

/// An honour, a scholarship or a place in a competition.
package struct AwardRecord: Sendable {
  package var title: Stated<String>
  package var year: Stated<Int>?
  /// The place in a competition, from 1.
  package var rank: Stated<Int>?
}

/// A project or a piece of software.
package struct ProjectRecord: Sendable {
  package var name: Stated<String>
  package var url: Stated<String>?
}

/// A stated number of things that are not listed: “50+ papers”.
package struct ClaimRecord: Sendable {
  /// What is counted: `papers`, `patents`, `citations` …
  package let subject: String
  package let count: Stated<Int>
  /// Whether the number is a lower bound: “over 50”, “50+”, 五十余.
  package let isLowerBound: Bool
}

/// Personal data of the owner; kept only where it was asked for.
package struct PersonalRecord: Sendable {
  package let property: PersonalProperty
  package let value: Stated<String>
}

/// A line that looks like a fact and could not be read.
package struct UnparsedLine: Sendable {
  package let span: Span
  /// Why nothing was read, as part of a sentence: “no title found”.
  package let reason: String
}
