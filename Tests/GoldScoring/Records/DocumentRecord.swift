/// What one document states about its owner, in the form that `kg extract --format json` prints.
///
/// Gold records have the same form. Four keys occur in gold only: `family` and `papers_complete` here,
/// `optional` and `accept` in the entries.
package struct DocumentRecord: Codable, Equatable, Sendable {
  /// A path. Its last components decide which prediction belongs to which gold record.
  package var document: String
  /// `nil` where the record does not state it.
  package var family: DocumentFamily?
  package var person: PersonEntry
  package var affiliations: [AffiliationEntry]
  package var education: [EducationEntry]
  package var papers: [PaperEntry]
  package var patents: [PatentEntry]
  package var awards: [AwardEntry]
  package var projects: [ProjectEntry]
  /// `false` when gold has only the first entries of a long publication list: papers beyond those
  /// are then not counted as wrong.
  package var papersComplete: Bool?

  package init(
    document: String, family: DocumentFamily? = nil, person: PersonEntry = PersonEntry(),
    affiliations: [AffiliationEntry] = [],
    education: [EducationEntry] = [], papers: [PaperEntry] = [], patents: [PatentEntry] = [],
    awards: [AwardEntry] = [], projects: [ProjectEntry] = [], papersComplete: Bool? = nil
  ) {
    self.document = document
    self.family = family
    self.person = person
    self.affiliations = affiliations
    self.education = education
    self.papers = papers
    self.patents = patents
    self.awards = awards
    self.projects = projects
    self.papersComplete = papersComplete
  }

  private enum CodingKeys: String, CodingKey {
    case document, family, person, affiliations, education, papers, patents, awards, projects
    case papersComplete = "papers_complete"
  }
}

/// The owner of a document.
package struct PersonEntry: Codable, Equatable, Sendable {
  /// `nil` when the document does not name its owner.
  package var name: String?
  /// Other printed forms of the name: in another script, or with initials.
  package var names: [String]
  package var homepages: [String]
  /// Links to the owner's profiles (ORCID, DBLP, GitHub and so on), or their identifiers.
  package var identifiers: [String]

  package init(
    name: String? = nil, names: [String] = [], homepages: [String] = [],
    identifiers: [String] = []
  ) {
    self.name = name
    self.names = names
    self.homepages = homepages
    self.identifiers = identifiers
  }

  /// The name and its other forms, without empty ones.
  var allNames: [String] { statedValues(name, names) }
}
