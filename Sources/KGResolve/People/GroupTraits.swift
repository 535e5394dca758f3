internal import KGModel

/// What keeps a group of nodes apart from others, whatever speaks for one person.
struct GroupTraits {
  /// The names of each node, by the numbers of the sets of names.
  private(set) var nameSets: Set<Int>
  private var works: Set<Int>
  /// The documents that have told the nodes apart from their others.
  private var documents: Set<Int>
  /// Nodes with a number of dblp.
  private var numbered: [Int]
  private var people: Set<Int>
  /// Nodes of which someone has said that they are somebody else.
  private var others: Set<Int>

  /// - Parameter others: Nodes of which someone has said that they are somebody else.
  init(_ people: [Int], _ evidence: Evidence, others: Set<Int>, nameSet: (Int) -> Int) {
    self.others = others
    self.people = Set(people)
    nameSets = Set(people.map(nameSet))
    works = people.reduce(into: []) { $0.formUnion(evidence.worksOfPerson[$1]) }
    documents = Set(people.map(evidence.document)).intersection(evidence.identifyingDocuments)
    numbered = people.filter { !evidence.namesakeNumbersOfPerson[$0].isEmpty }
  }

  mutating func formUnion(_ other: GroupTraits) {
    nameSets.formUnion(other.nameSets)
    works.formUnion(other.works)
    documents.formUnion(other.documents)
    numbered += other.numbered
    people.formUnion(other.people)
    others.formUnion(other.others)
  }

  /// Whether the nodes of both can be one person, as far as their names do not contradict each other: no work has two of
  /// them as authors, no document, no number of dblp and nobody tells them apart.
  func mayBeOne(with other: GroupTraits, _ evidence: Evidence) -> Bool {
    works.isDisjoint(with: other.works) && documents.isDisjoint(with: other.documents)
      && others.isDisjoint(with: other.people)
      && !numbered.contains { one in
        other.numbered.contains { evidence.areNamesakes(one, $0) }
      }
  }
}
