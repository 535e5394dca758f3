internal import KGModel
internal import KGReaders
internal import KGText

/// The data export of LinkedIn, a folder of comma-separated values: `Profile.csv`, `Positions.csv` and so on.
/// Which columns are read says the table `linkedin-columns.tsv`.
enum LinkedInData {
  private struct Column {
    let file: String
    let name: String
    /// The list of a résumé that a row belongs to; empty for the person.
    let list: String
    let key: String
  }

  private static let columns: [Column] = TabSeparatedTable(
    PackageResources.linkedin_columns_tsv
  ).rows.map { row in
    Column(file: row.cell(0), name: row.cell(1), list: row.cell(2), key: row.cell(3))
  }

  /// The file that shows that a folder is an export, with one of the others beside it.
  static let mainFile = "Profile.csv"
  private static let otherFiles = ["Positions.csv", "Education.csv"]
  private static let files = Set(columns.map(\.file))

  /// Whether the files of a folder are an export.
  static func isExport(_ names: Set<String>) -> Bool {
    names.contains(mainFile) && otherFiles.contains(where: names.contains)
  }

  /// Whether a file of an export is read.
  static func isWanted(_ path: String) -> Bool { files.contains(path) }

  /// What an export states.
  static func record(of site: Site, includesPersonalData: Bool) -> ProfileRecord {
    var entries: [(key: String, value: DataNode)] = []
    for member in site.members {
      let columns = columns.filter { $0.file == member.path }
      let names = Set(columns.map(\.name))
      let rows = CSVReader.read(member.bytes) { !names.isDisjoint(with: $0) }
        .shifted(by: member.base).items.map { map($0, columns) }
      guard let list = columns.first?.list else { continue }
      entries += list.isEmpty ? rows.flatMap(\.entries) : [(list, .list(rows))]
    }
    return DataProfile(.map(entries), includesPersonalData: includesPersonalData).record
  }

  /// A row with the keys of a résumé; of several columns for one key, the first with a value.
  private static func map(_ row: DataNode, _ columns: [Column]) -> DataNode {
    var entries: [(key: String, value: DataNode)] = []
    for column in columns where !entries.contains(where: { $0.key == column.key }) {
      guard let span = row[column.name].span else { continue }
      entries +=
        column.key == "degree" ? LinkedInDegree.parts(of: span) : [(column.key, .text(span))]
    }
    return .map(entries)
  }
}
