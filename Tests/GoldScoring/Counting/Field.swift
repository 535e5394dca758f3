/// What is scored: a list of entries, or a value of its entries.
package enum Field: String, CaseIterable, Codable, Sendable {
  case personName = "person_name"
  case affiliations
  case affiliationDates = "aff_dates"
  case affiliationRole = "aff_role"
  case education
  case degree = "edu_degree"
  case educationDates = "edu_dates"
  case advisers = "edu_advisers"
  case papers
  case paperAuthors = "paper_authors"
  case paperVenue = "paper_venue"
  case paperYear = "paper_year"
  case patents, awards, projects
  /// Single names in author lists, in any order.
  case authorNames = "author_names"
  case affiliationUnit = "aff_unit"
  case fieldOfStudy = "edu_field"
  /// Home pages and identifiers of the person.
  case links

  /// Whether the field is only reported: it does not enter the overall number.
  package var isExtra: Bool { Self.extras.contains(self) }

  private static let extras: Set<Field> = [.authorNames, .affiliationUnit, .fieldOfStudy, .links]
}
