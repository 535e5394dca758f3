/// An entry of one of the lists of a record.
package protocol RecordEntry: Codable, Equatable, Sendable {
  /// Gold only: annotators could differ about this entry. A prediction that matches it counts
  /// neither for nor against the extractor, and leaving it out costs nothing.
  var optional: Bool? { get }
  /// Gold only: further values that count as right.
  var accept: AcceptedValues? { get }
  /// The values that identify the entry in a note, in the order of printing.
  var labelValues: [String?] { get }
}

extension RecordEntry {
  var isOptional: Bool { optional ?? false }

  /// The entry in a note: its stated values, at most 150 Unicode scalars.
  var label: String {
    let text = labelValues.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(150)))
  }
}

/// The values that a gold entry accepts beside its own. A field is `nil` when its key is absent.
package struct AcceptedValues: Codable, Equatable, Sendable {
  package var organization: [String]?
  package var unit: [String]?
  package var role: [String]?
  package var degree: [String]?
  package var field: [String]?
  /// A `nil` date accepts a prediction without a date.
  package var start: [String?]?
  /// A `nil` date accepts a prediction without a date.
  package var end: [String?]?
  package var advisers: [String]?
  package var title: [String]?
  package var authors: [[String]]?
  package var venue: [String]?
  package var year: [Int?]?
  package var number: [String]?
  package var name: [String]?
  package var url: [String]?

  package init(
    organization: [String]? = nil, role: [String]? = nil, start: [String?]? = nil,
    advisers: [String]? = nil, title: [String]? = nil, venue: [String]? = nil,
    year: [Int?]? = nil
  ) {
    self.organization = organization
    self.role = role
    self.start = start
    self.advisers = advisers
    self.title = title
    self.venue = venue
    self.year = year
  }
}

/// A value and the accepted ones, without those that state nothing.
func statedValues(_ own: String?, _ accepted: [String]?) -> [String] {
  ([own].compactMap { $0 } + (accepted ?? [])).filter { !$0.isEmpty }
}

/// The years that count as right.
func statedYears(_ own: Int?, _ accepted: [Int?]?) -> Set<Int> {
  Set(([own] + (accepted ?? [])).compactMap { $0 })
}

extension String? {
  var isStated: Bool { !(self ?? "").isEmpty }
}

/// A job, internship, visit or other position at an organization.
package struct AffiliationEntry: RecordEntry {
  package var organization: String?
  package var unit: String?
  package var role: String?
  /// `YYYY` or `YYYY-MM`.
  package var start: String?
  /// `YYYY` or `YYYY-MM`.
  package var end: String?
  package var current: Bool
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    organization: String?, unit: String? = nil, role: String? = nil, start: String? = nil,
    end: String? = nil, current: Bool = false, optional: Bool? = nil,
    accept: AcceptedValues? = nil
  ) {
    self.organization = organization
    self.unit = unit
    self.role = role
    self.start = start
    self.end = end
    self.current = current
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [organization, role, start, end] }
}

/// A programme of study.
package struct EducationEntry: RecordEntry {
  package var organization: String?
  package var unit: String?
  package var degree: String?
  /// The subject or the programme, never a department.
  package var field: String?
  /// `YYYY` or `YYYY-MM`.
  package var start: String?
  /// `YYYY` or `YYYY-MM`.
  package var end: String?
  package var advisers: [String]
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    organization: String?, unit: String? = nil, degree: String? = nil, field: String? = nil,
    start: String? = nil, end: String? = nil, advisers: [String] = [], optional: Bool? = nil,
    accept: AcceptedValues? = nil
  ) {
    self.organization = organization
    self.unit = unit
    self.degree = degree
    self.field = field
    self.start = start
    self.end = end
    self.advisers = advisers
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [organization, degree, start, end] }
}

/// A work of the publication list.
package struct PaperEntry: RecordEntry {
  package var title: String?
  /// In printed order; empty when the document prints none.
  package var authors: [String]
  package var venue: String?
  package var year: Int?
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    title: String?, authors: [String] = [], venue: String? = nil, year: Int? = nil,
    optional: Bool? = nil, accept: AcceptedValues? = nil
  ) {
    self.title = title
    self.authors = authors
    self.venue = venue
    self.year = year
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [title, year.map(String.init)] }
}

/// A patent or an application for one.
package struct PatentEntry: RecordEntry {
  package var title: String?
  /// The number of the application or of the publication, as printed.
  package var number: String?
  package var year: Int?
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    title: String?, number: String? = nil, year: Int? = nil, optional: Bool? = nil,
    accept: AcceptedValues? = nil
  ) {
    self.title = title
    self.number = number
    self.year = year
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [title, number, year.map(String.init)] }
}

/// An honour, award, scholarship or place in a competition.
package struct AwardEntry: RecordEntry {
  package var title: String?
  package var year: Int?
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    title: String?, year: Int? = nil, optional: Bool? = nil, accept: AcceptedValues? = nil
  ) {
    self.title = title
    self.year = year
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [title, year.map(String.init)] }
}

/// A project or a piece of software.
package struct ProjectEntry: RecordEntry {
  package var name: String?
  package var url: String?
  package var optional: Bool?
  package var accept: AcceptedValues?

  package init(
    name: String?, url: String? = nil, optional: Bool? = nil, accept: AcceptedValues? = nil
  ) {
    self.name = name
    self.url = url
    self.optional = optional
    self.accept = accept
  }

  package var labelValues: [String?] { [name] }
}
