internal import KGModel

/// The names of people, each parsed once, and which of them may be one person's.
struct NameTable {
  /// By the number of the name.
  let names: [PersonName]
  /// As printed.
  let texts: [String]
  /// The names of each person, by numbers of this table.
  let namesOfPerson: Relation
  private let evidence: Evidence
  private let peopleOfName: Relation
  private let agreements: [UnorderedPair: NameCompatibility]
  /// Whether two names need to be compared. Names in one document only need not, if its nodes are distinct people.
  private let areCompared: (Int, Int) -> Bool

  init(_ evidence: Evidence, progress: (IdentityProgress) -> Void) {
    var numbers = Interner<Int>()
    let pairs = evidence.people.indices.flatMap { person in
      evidence.namesOfPerson[person].map { Relation.Pair(person, numbers.add($0).number) }
    }
    texts = numbers.values.map { evidence.texts.string(of: $0) }
    names = texts.map { PersonName($0) }
    namesOfPerson = Relation(pairs, count: evidence.people.count)
    peopleOfName = Relation(
      evidence.people.indices.flatMap { person in
        evidence.namesOfPerson[person].compactMap { text in
          numbers.number(of: text).map { Relation.Pair($0, person) }
        }
      }, count: names.count)
    self.evidence = evidence
    let documents = names.indices.map { [peopleOfName] name in
      Set(peopleOfName[name].map(evidence.document))
    }
    let areCompared = { (one: Int, other: Int) in
      documents[one].count > 1 || documents[one] != documents[other]
        || !evidence.identifyingDocuments.isSuperset(of: documents[one])
    }
    self.areCompared = areCompared
    var comparison = NameComparison(names, areCompared)
    comparison.run(progress)
    (agreements, contradictoryPairs) = (comparison.agreements, comparison.contradictoryPairs)
  }

  /// How two names agree; those in no block together contradict each other.
  func agreement(_ one: Int, _ other: Int) -> NameCompatibility {
    one == other ? .equal : agreements[UnorderedPair(one, other)] ?? .contradictory
  }

  /// Pairs of people whose names agree, each once and in order.
  var candidates: [(Int, Int)] {
    var found: Set<UnorderedPair> = []
    func add(_ left: RelatedNumbers, _ right: RelatedNumbers) {
      guard left.count * right.count > Self.mostPairs else { return addAll(left, right) }
      for (one, other) in withCommonCoauthors(left, right) { addAll(one, other) }
    }
    func addAll(_ left: some Sequence<Int>, _ right: some Sequence<Int>) {
      for one in left {
        for other in right where one != other && !evidence.areDistinct(one, other) {
          found.insert(UnorderedPair(one, other))
        }
      }
    }
    for name in names.indices where areCompared(name, name) {
      add(peopleOfName[name], peopleOfName[name])
    }
    for pair in agreements.keys {
      add(peopleOfName[Int(pair.left)], peopleOfName[Int(pair.right)])
    }
    return found.map { (Int($0.left), Int($0.right)) }.sorted { $0 < $1 }
  }

  /// Pairs of people with two names from which on only those with a coauthor in common are candidates: so common a name says
  /// nothing, and pairs grow as the square.
  private static let mostPairs = 100_000

  /// The people of two common names who have a coauthor in common. Where very many have the same one, each is paired with
  /// the next only.
  private func withCommonCoauthors(
    _ left: RelatedNumbers, _ right: RelatedNumbers
  ) -> [([Int], [Int])] {
    func byCoauthor(_ people: RelatedNumbers) -> [Int: [Int]] {
      people.reduce(into: [:]) { found, person in
        for key in evidence.coauthorKeys(of: person) { found[key, default: []].append(person) }
      }
    }
    let others = byCoauthor(right)
    return byCoauthor(left).flatMap { key, people -> [([Int], [Int])] in
      guard let partners = others[key] else { return [] }
      if people.count * partners.count <= Self.mostPairs { return [(people, partners)] }
      return zip(people, partners.dropFirst()).map { ([$0], [$1]) }
    }
  }

  /// Pairs of names that are alike enough to be compared and are those of two people, some of each block.
  let contradictoryPairs: [(Int, Int)]
}
