internal import KGText
internal import Foundation
internal import KGLexicon
internal import KGModel

/// Records as JSON, in the form that `kg extract` prints.
///
/// Every key is always present: a missing value is `null`, a missing list is `[]`. Only `personal`
/// is left out when there is none.
public enum ProfileJSON {
  /// The object of one document, without a line end.
  ///
  /// - Parameter document: The name of the document, as it appears in the object.
  public static func line(_ extraction: ProfileExtractor.Extraction, document: String) -> String {
    value(extraction, document: document).encoded
  }

  /// Writes the same object in pieces, without a line end, so that a long bibliography is never
  /// held in memory as one string.
  public static func write(
    _ extraction: ProfileExtractor.Extraction, document: String, to sink: (_ piece: String) -> Void
  ) {
    value(extraction, document: document).write(sink)
  }

  private static func value(
    _ extraction: ProfileExtractor.Extraction, document: String
  ) -> JSONValue {
    let record = extraction.record
    var object: [(String, JSONValue)] = [
      ("document", .string(document)),
      ("kind", .string(extraction.kind)),
      ("person", person(record.person)),
      ("affiliations", .list(record.affiliations, affiliation)),
      ("education", .list(record.education, education)),
      ("papers", .list(record.papers, paper)),
      ("patents", .list(record.patents, patent)),
      ("awards", .list(record.awards, award)),
      ("projects", .list(record.projects, project)),
      ("claims", .list(record.claims, claim)),
    ]
    if !record.personal.isEmpty { object.append(("personal", .list(record.personal, personal))) }
    return .object(object)
  }

  private static func person(_ person: PersonRecord) -> JSONValue {
    .object([
      ("name", .text(person.name)), ("names", .texts(person.otherNames)),
      ("homepages", .texts(person.homepages)), ("identifiers", .texts(person.identifiers)),
    ])
  }

  private static func claim(_ record: ClaimRecord) -> JSONValue {
    .object([
      ("counted", .string(record.subject)), ("count", .integer(record.count.value)),
      ("atLeast", .boolean(record.isLowerBound)),
    ])
  }

  private static func personal(_ record: PersonalRecord) -> JSONValue {
    .object([
      ("property", .string(record.property.rawValue)), ("value", .text(record.value)),
    ])
  }

  private static func award(_ record: AwardRecord) -> JSONValue {
    .object([("title", .text(record.title)), ("year", .number(record.year))])
  }

  private static func project(_ record: ProjectRecord) -> JSONValue {
    .object([("name", .text(record.name)), ("url", .text(record.url))])
  }

  private static func affiliation(_ record: AffiliationRecord) -> JSONValue {
    .object(
      [
        ("organization", .text(record.organization)), ("unit", .text(record.unit)),
        ("role", .text(record.role)), ("kind", .string(record.kind.rawValue)),
      ] + dates(record.interval, isCurrent: record.isCurrent))
  }

  private static func education(_ record: EducationRecord) -> JSONValue {
    .object(
      [
        ("organization", .text(record.organization)), ("unit", .text(record.unit)),
        ("degree", .text(record.degree)), ("field", .text(record.field)),
      ] + dates(record.interval, isCurrent: false).dropLast()
        + [("advisers", .texts(record.advisers))])
  }

  private static func dates(_ interval: Stated<DatedText>?, isCurrent: Bool) -> [(
    String, JSONValue
  )] {
    [
      ("start", .date(interval?.value.start)), ("end", .date(interval?.value.printedEnd)),
      ("current", .boolean(interval?.value.isOpen ?? isCurrent)),
    ]
  }

  private static func paper(_ record: PaperRecord) -> JSONValue {
    .object([
      ("title", .text(record.title)), ("authors", .texts(record.authors)),
      ("authorListComplete", .boolean(record.isAuthorListComplete)), ("venue", .text(record.venue)),
      ("year", .number(record.year)), ("status", .text(record.status)),
      ("presentation", .text(record.presentation)),
      ("equalContribution", names(of: record, .equalContribution)),
      ("correspondingAuthors", names(of: record, .correspondingAuthor)),
    ])
  }

  private static func names(of record: PaperRecord, _ note: AuthorNote) -> JSONValue {
    .texts(record.notes.filter { $0.note.value == note }.map { record.authors[$0.author] })
  }

  private static func patent(_ record: PatentRecord) -> JSONValue {
    .object([
      ("title", .text(record.title)), ("number", .text(record.number)),
      ("year", .number(record.year)),
    ])
  }
}

extension JSONValue {
  fileprivate static func text(_ stated: Stated<String>?) -> JSONValue {
    stated.map { .string($0.value) } ?? .null
  }

  fileprivate static func texts(_ list: [Stated<String>]) -> JSONValue {
    .array(list.map { .string($0.value) })
  }

  fileprivate static func number(_ stated: Stated<Int>?) -> JSONValue {
    stated.map { .integer($0.value) } ?? .null
  }

  fileprivate static func date(_ date: PartialDate?) -> JSONValue {
    date.map { .string($0.description) } ?? .null
  }
}
