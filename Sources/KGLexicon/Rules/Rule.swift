package import KGModel

/// The rule by which a value was read, or a statement was made of it.
///
/// The raw value is its id: receipts store it, so it stays the same. What else there is to say about a rule is in
/// `Data/rules.tsv`, and `Tests/RuleExamples` has a document that each reads a value from.
package enum Rule: String, CaseIterable, Sendable {
  // Advisers.
  case adviserName = "adviser.name"

  // Authority tables of organizations and venues.
  case authorityOrganization = "authority.organization"
  case authorityVenue = "authority.venue"

  // Awards.
  case awardLine = "award.line"
  case awardRank = "award.rank"
  case awardYear = "award.year"

  // BibTeX entries.
  case bibtexArxiv = "bibtex.arxiv"
  case bibtexAuthor = "bibtex.author"
  case bibtexAuthorNumber = "bibtex.authorNumber"
  case bibtexNumber = "bibtex.number"
  case bibtexTitle = "bibtex.title"
  case bibtexYear = "bibtex.year"

  // Biographies.
  case biographyDegree = "biography.degree"
  case biographyField = "biography.field"
  case biographyInterval = "biography.interval"
  case biographyOrganization = "biography.organization"
  case biographyRole = "biography.role"
  case biographySchool = "biography.school"
  case biographyUnit = "biography.unit"

  // Claims of numbers (“50+ papers”).
  case claimNumber = "claim.number"

  // Data files.
  case dataAuthor = "data.author"
  case dataAuthors = "data.authors"
  case dataAuthorsInSummary = "data.authorsInSummary"
  case dataDegree = "data.degree"
  case dataField = "data.field"
  case dataInterval = "data.interval"
  case dataName = "data.name"
  case dataNumber = "data.number"
  case dataOrganization = "data.organization"
  case dataRole = "data.role"
  case dataTitle = "data.title"
  case dataUnit = "data.unit"
  case dataUrl = "data.url"
  case dataYear = "data.year"

  // The document as a whole.
  case document
  case documentOwner = "document.owner"

  // Sections on education.
  case educationSection = "education.section"

  // Entries of sections on positions and degrees.
  case entryDegree = "entry.degree"
  case entryField = "entry.field"
  case entryInterval = "entry.interval"
  case entryOrganization = "entry.organization"
  case entryOrganizationByPlace = "entry.organizationByPlace"
  case entryRole = "entry.role"
  case entryTeam = "entry.team"
  case entryTitle = "entry.title"
  case entryUnit = "entry.unit"

  // Intervals without dates.
  case intervalNotSaid = "interval.notSaid"
  case intervalPresentTense = "interval.presentTense"

  // Memberships.
  case membershipKind = "membership.kind"
  case membershipRepeated = "membership.repeated"

  // The owner of the document.
  case owner
  case ownerEmphasis = "owner.emphasis"
  case ownerFirstLine = "owner.firstLine"
  case ownerGiven = "owner.given"
  case ownerHanName = "owner.hanName"
  case ownerHomepage = "owner.homepage"
  case ownerIdentifier = "owner.identifier"
  case ownerImage = "owner.image"
  case ownerIntroduction = "owner.introduction"
  case ownerLabel = "owner.label"
  case ownerMetadata = "owner.metadata"
  case ownerPrintedBeside = "owner.printedBeside"
  case ownerPinyin = "owner.pinyin"
  case ownerPinyinInAuthorList = "owner.pinyinInAuthorList"

  // Patents.
  case patentNumber = "patent.number"
  case patentOwnersList = "patent.ownersList"
  case patentTitle = "patent.title"
  case patentYear = "patent.year"

  // Personal data.
  case personalKey = "personal.key"
  case personalText = "personal.text"

  // Projects.
  case projectName = "project.name"
  case projectUrl = "project.url"

  // Entries of publication lists.
  case publicationAuthorLine = "publication.authorLine"
  case publicationAuthorMark = "publication.authorMark"
  case publicationAuthors = "publication.authors"
  case publicationAuthorsFirst = "publication.authorsFirst"
  case publicationCommas = "publication.commas"
  case publicationDateColumn = "publication.dateColumn"
  case publicationFirstAuthorList = "publication.firstAuthorList"
  case publicationHeadingYear = "publication.headingYear"
  case publicationMarkedTitle = "publication.markedTitle"
  case publicationNoWholeList = "publication.noWholeList"
  case publicationOthers = "publication.others"
  case publicationSemicolons = "publication.semicolons"
  case publicationOwnersList = "publication.ownersList"
  case publicationTableAuthors = "publication.tableAuthors"
  case publicationTableTitle = "publication.tableTitle"
  case publicationTableYear = "publication.tableYear"
  case publicationTitleAboveAuthors = "publication.titleAboveAuthors"
  case publicationTitleBlock = "publication.titleBlock"
  case publicationTitleFirst = "publication.titleFirst"
  case publicationYear = "publication.year"

  // References as the fitted model reads them.
  case referenceAuthor = "reference.author"
  case referenceTitle = "reference.title"
  case referenceVenue = "reference.venue"
  case referenceYear = "reference.year"

  // Configurations and collections of Jekyll and Hugo sites.
  case siteAuthor = "site.author"
  case siteAuthors = "site.authors"
  case siteCitation = "site.citation"
  case siteDate = "site.date"
  case siteProject = "site.project"
  case siteTitle = "site.title"
  case siteUrl = "site.url"

  // Venues.
  case venueGlued = "venue.glued"
  case venueGluedYear = "venue.gluedYear"
  case venueHost = "venue.host"
  case venueName = "venue.name"
  case venuePresentation = "venue.presentation"
  case venueStatus = "venue.status"
  case venueWorkshop = "venue.workshop"
  case venueYear = "venue.year"
}

extension Rule {
  /// How directly the quoted words state what the rule reads from them.
  package var strength: Strength { RuleTable.shared.description(of: self).strength }

  /// What the quoted words are, for people: “the year in the heading above the entry”. A few words in lower case, without a
  /// full stop.
  package var summary: String { RuleTable.shared.description(of: self).summary }
}
