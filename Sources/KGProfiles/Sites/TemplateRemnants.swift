internal import KGLexicon
internal import KGModel

/// Sample content of site templates that owners often leave in place and that is not about them;
/// the table is `template-remnants.tsv`.
enum TemplateRemnants {
  private static let table: [String: Set<String>] = Dictionary(
    TabSeparatedTable(PackageResources.template_remnants_tsv).rows.map { row in
      (row.cell(0), Set(TabSeparatedTable.values(row.cell(1)).map(foldedKey)))
    }, uniquingKeysWith: { $0.union($1) })

  private static let folders: [String] = TabSeparatedTable(
    PackageResources.template_remnants_tsv
  ).rows.filter { $0.cell(0) == "folder" }.flatMap { TabSeparatedTable.values($0.cell(1)) }

  static func isName(_ text: String) -> Bool { contains("name", text) }
  static func isTitle(_ text: String) -> Bool { contains("title", text) }
  static func isOrganization(_ text: String) -> Bool { contains("organization", text) }
  /// - Parameter stem: The name of a page's file without its extension.
  static func isPage(_ stem: String) -> Bool { contains("page", stem) }

  private static func contains(_ kind: String, _ text: String) -> Bool {
    table[kind]?.contains(foldedKey(text)) ?? false
  }

  /// Whether a file is in a folder without facts about the owner.
  static func isInFolder(_ path: String) -> Bool {
    folders.contains { ("/" + path).utf8.contains(("/" + $0 + "/").utf8) }
  }

  /// A record without the template's sample content.
  static func removed(from record: ProfileRecord) -> ProfileRecord {
    var record = record
    if let name = record.person.name, isName(name.value) { record.person.name = nil }
    record.papers.removeAll { paper in
      isTitle(paper.title.value) || paper.authors.contains { isName($0.value) }
    }
    record.affiliations.removeAll { isOrganization($0.organization.value) }
    record.education.removeAll { isOrganization($0.organization.value) }
    record.projects.removeAll { isTitle($0.name.value) }
    record.awards.removeAll { isTitle($0.title.value) }
    return record
  }
}
