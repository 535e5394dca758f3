/// A project: the links are the same, or the names match.
struct ComparedProject: ComparedEntry {
  static let field = Field.projects

  let entry: ProjectEntry
  private let names: [ProjectName]
  private let links: Set<Scalars>

  init(gold entry: ProjectEntry) {
    self.entry = entry
    names = statedValues(entry.name, entry.accept?.name).map { ProjectName($0) }
    links = LinkKey.keys(of: statedValues(entry.url, entry.accept?.url))
  }

  init(predicted entry: ProjectEntry) {
    self.entry = entry
    names = statedValues(entry.name, nil).map { ProjectName($0) }
    links = LinkKey.keys(of: statedValues(entry.url, nil))
  }

  func matches(_ predicted: ComparedProject) -> Bool {
    !links.isDisjoint(with: predicted.links)
      || names.contains { name in predicted.names.contains { name.matches($0) } }
  }

  func rank(of predicted: ComparedProject) -> Double {
    names.first?.text.letters == predicted.names.first?.text.letters ? 1 : 0
  }
}
