package import Foundation

/// The figures of an evaluation, for a table or for another program.
package struct ScoreReport: Codable, Equatable, Sendable {
  /// The figures of one field.
  package struct FieldRow: Codable, Equatable, Sendable {
    package let field: Field
    package let precision: Double
    package let recall: Double
    package let f1: Double
    package let truePositives: Int
    package let predicted: Int
    package let gold: Int
  }

  /// Documents of one form or language.
  package struct Group: Codable, Equatable, Sendable {
    package let name: String
    package let documents: Int
    /// The mean F1 of the fields, over the added counts of these documents.
    package let overall: Double
  }

  /// One document and its overall F1.
  package struct Document: Codable, Equatable, Sendable {
    package let document: String
    package let overall: Double
  }

  /// Documents with a smaller overall F1 are listed one by one.
  package static let weakOverall = 0.5

  /// The number of gold records.
  package let documents: Int
  /// The mean F1 of the fields, extra ones apart.
  package let overall: Double
  /// Predicted entries that only repeat what was matched already, in all fields.
  package let repeatsIgnored: Int
  /// The fields with at least one gold or predicted value, in the order of ``Field``.
  package let fields: [FieldRow]
  /// The most frequent form first.
  package let byForm: [Group]
  /// The most frequent language first.
  package let byLanguage: [Group]
  /// The documents below ``weakOverall``, worst first, apart from those in which there is nothing
  /// to find and nothing was found.
  package let weakDocuments: [Document]

  /// - Parameter evaluation: Of the same gold records, in the same order.
  package init(_ evaluation: Evaluation, of gold: GoldSet) {
    precondition(evaluation.documents.count == gold.documents.count, "evaluated other gold")
    documents = evaluation.documents.count
    overall = Self.rounded(evaluation.total.overall)
    repeatsIgnored = evaluation.total.repeatsIgnored
    fields = evaluation.total.usedFields.map { Self.row(of: $0, in: evaluation.total) }
    let tallies = evaluation.documents.map(\.tally)
    byForm = Self.groups(gold.documents.map { DocumentForm(of: $0).rawValue }, tallies)
    byLanguage = Self.groups(gold.documents.map { DocumentLanguage(of: $0).rawValue }, tallies)
    weakDocuments = evaluation.documents
      .filter { !$0.tally.usedFields.isEmpty && $0.tally.overall < Self.weakOverall }
      .map { Document(document: $0.document, overall: Self.rounded($0.tally.overall)) }
      .sorted { ($0.overall, $0.document) < ($1.overall, $1.document) }
  }

  /// The report of one folder among several.
  private struct OfFolder: Encodable {
    let folder: String
    let report: ScoreReport
  }

  /// The reports of folders as one array in JSON, `[{"folder": …, "report": {…}}]`; the same bytes for the same figures.
  package static func json(_ reports: [(folder: String, report: ScoreReport)]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(reports.map { OfFolder(folder: $0.folder, report: $0.report) })
  }

  private static func row(of field: Field, in tally: Tally) -> FieldRow {
    let counts = tally[field]
    return FieldRow(
      field: field, precision: rounded(counts.precision), recall: rounded(counts.recall),
      f1: rounded(counts.f1), truePositives: counts.right, predicted: counts.predicted,
      gold: counts.gold)
  }

  private static func groups(_ names: [String], _ tallies: [Tally]) -> [Group] {
    Dictionary(grouping: zip(names, tallies), by: \.0).map { name, members in
      let total = members.reduce(into: Tally()) { $0.add($1.1) }
      return Group(name: name, documents: members.count, overall: rounded(total.overall))
    }.sorted { ($1.documents, $0.name) < ($0.documents, $1.name) }
  }

  /// Four decimal places: as many as the counts of a gold set support.
  private static func rounded(_ figure: Double) -> Double { (figure * 10_000).rounded() / 10_000 }
}
