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

  init(_ evidence: Evidence) {
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
    agreements = Self.agreements(of: names, areCompared)
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
    for (pair, agreement) in agreements where agreement.mayBeOne {
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

  /// The pairs of names that are alike enough to be compared and are those of two people.
  var contradictoryPairs: some Sequence<(Int, Int)> {
    agreements.lazy.filter { $0.value == .contradictory }
      .map { (Int($0.key.left), Int($0.key.right)) }
  }

  // MARK: Blocking

  /// The agreement of all pairs of names that share a key.
  ///
  /// Each way to read a name has a key for its family name and first initial, and one for its given name and the first
  /// letter of the family name: an error in one of them, another order of the words, and a left-out part of a double
  /// family name leave a key in common.
  ///
  /// - Parameter areCompared: Whether two names can be those of people who are one.
  private static func agreements(
    of names: [PersonName], _ areCompared: (Int, Int) -> Bool
  ) -> [UnorderedPair: NameCompatibility] {
    var blocks: [String: [Int]] = [:]
    for (number, name) in names.enumerated() {
      for key in name.blockingKeys { blocks[key, default: []].append(number) }
    }
    var found: [UnorderedPair: NameCompatibility] = [:]
    for block in blocks.values where block.count <= largestBlock {
      for (place, one) in block.enumerated() {
        for other in block[(place + 1)...] {
          let pair = UnorderedPair(one, other)
          guard areCompared(one, other), found[pair] == nil else { continue }
          found[pair] = names[one].compatibility(with: names[other])
        }
      }
    }
    return found
  }

  /// Names. Pairs grow as the square; so many different names with one key are the most common ones of a graph of
  /// millions.
  private static let largestBlock = 5_000
}
