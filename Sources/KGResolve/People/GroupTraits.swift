internal import KGModel

/// What makes it impossible that a group of nodes is one person with another, whatever the evidence says.
struct GroupTraits {
  /// The names of each node, by the numbers of the sets of names.
  private(set) var nameSets: Set<Int>
  private var works: Set<Int>
  /// The documents of the nodes in which each person is one node.
  private var documents: Set<Int>
  /// Nodes with a number of dblp or an identifier of a registry.
  private var numbered: [Int]
  private var people: Set<Int>
  /// Nodes that someone has said to be other people.
  private var others: Set<Int>

  /// - Parameter others: Nodes that someone has said to be other people.
  init(_ people: [Int], _ evidence: Evidence, others: Set<Int>, nameSet: (Int) -> Int) {
    self.others = others
    self.people = Set(people)
    nameSets = Set(people.map(nameSet))
    works = people.reduce(into: []) { $0.formUnion(evidence.worksOfPerson[$1]) }
    documents = Set(people.map(evidence.document)).intersection(evidence.identifyingDocuments)
    numbered = people.filter(evidence.isNumbered)
  }

  mutating func formUnion(_ other: GroupTraits) {
    nameSets.formUnion(other.nameSets)
    works.formUnion(other.works)
    documents.formUnion(other.documents)
    numbered += other.numbered
    people.formUnion(other.people)
    others.formUnion(other.others)
  }

  /// Whether the nodes of both groups can be one person, apart from their names: none are authors of one work, or distinct
  /// by their document, by numbers and identifiers or by what someone has said.
  func mayBeOne(with other: GroupTraits, _ evidence: Evidence) -> Bool {
    works.isDisjoint(with: other.works) && documents.isDisjoint(with: other.documents)
      && others.isDisjoint(with: other.people)
      && !numbered.contains { one in
        other.numbered.contains { evidence.areNumberedApart(one, $0) }
      }
  }
}
