internal import KGModel

/// What documents say about people and works, as far as the rules of identity need it.
///
/// People, works, names and keys are numbers from 0 on, and relations hold pairs of such numbers: a million
/// mentions take about a hundred bytes each.
struct Evidence {
  struct Work {
    /// The number of its node.
    let node: Int64
    let document: Int
    /// The first title, as a number of ``texts``.
    var title: Int?
    var year: Int?
    /// The number of its term.
    var venue: Int64?
  }

  /// The number of each person's node.
  let people: [Int64]
  /// The first document that names each person. A node that two documents share needs no decision.
  let documentOfPerson: [Int32]
  /// Documents that name nodes by IRIs of their own; in others a node is made for each printed name.
  let documentsWithOwnNodes: Set<Int>
  /// Those of them in which each person is one node: two nodes are two people.
  let identifyingDocuments: Set<Int>
  /// The people that documents are about.
  let owners: [Int]
  let works: [Work]
  let texts: EvidenceTexts

  let namesOfPerson: Relation
  let worksOfPerson: Relation
  let organizationsOfPerson: Relation
  let identifiersOfPerson: Relation
  /// Identifiers of registries, by their numbers in ``registered``.
  let registeredOfPerson: Relation
  let registeredOfWork: Relation
  let registered: [Identifier]
  /// Pairs of people of whom a source says that they are one, or two.
  let statedAsOne: [UnorderedPair]
  let statedAsTwo: [UnorderedPair]
  /// The numbers by which dblp distinguishes people of one name.
  let namesakeNumbersOfPerson: Relation
  let authorsOfWork: Relation
  let peopleOfDocument: Relation
  /// Works with a printed author list.
  let listedWorksOfDocument: Relation

  func document(of person: Int) -> Int { Int(documentOfPerson[person]) }

  /// The names of a person in alphabetical order, as printed.
  package func names(of person: Int) -> [String] {
    namesOfPerson[person].map { texts.string(of: $0) }.sorted()
  }

  /// Whether both people are named in one document about someone.
  func areInOneDocument(_ left: Int, _ right: Int) -> Bool {
    documentOfPerson[left] == documentOfPerson[right]
      && !documentsWithOwnNodes.contains(document(of: left))
  }

  /// Whether both nodes are in one document in which each person is one node.
  func areDistinct(_ left: Int, _ right: Int) -> Bool {
    documentOfPerson[left] == documentOfPerson[right]
      && identifyingDocuments.contains(document(of: left))
  }

  /// Whether dblp's numbers show that two people are different.
  func areNamesakes(_ left: Int, _ right: Int) -> Bool {
    let (leftNumbers, rightNumbers) = (
      namesakeNumbersOfPerson[left], namesakeNumbersOfPerson[right]
    )
    return !leftNumbers.isEmpty && !rightNumbers.isEmpty
      && leftNumbers.isDisjoint(with: rightNumbers)
  }

  /// Identifiers of one registry, of which a person has one only, that two people have and that differ.
  func differingIdentifiers(_ left: Int, _ right: Int) -> (Identifier, Identifier)? {
    let (lefts, rights) = (registeredOfPerson[left], registeredOfPerson[right])
    guard !lefts.isEmpty, !rights.isEmpty, lefts.isDisjoint(with: rights) else { return nil }
    for one in lefts.lazy.map({ registered[$0] }) where one.kind.isUnique {
      if let other = rights.lazy.map({ registered[$0] }).first(where: { $0.kind == one.kind }) {
        return (one, other)
      }
    }
    return nil
  }

  /// Whether dblp's numbers or identifiers of a registry show that two people are different.
  func areNumberedApart(_ left: Int, _ right: Int) -> Bool {
    areNamesakes(left, right) || differingIdentifiers(left, right) != nil
  }

  /// Whether a person has a number of dblp or an identifier of a registry.
  func isNumbered(_ person: Int) -> Bool {
    !namesakeNumbersOfPerson[person].isEmpty || !registeredOfPerson[person].isEmpty
  }

  func keys(of person: Int) -> Set<Int> { Set(namesOfPerson[person].map(texts.key)) }

  /// The folded names of the coauthors of a person.
  func coauthorKeys(of person: Int) -> Set<Int> {
    var keys: Set<Int> = []
    for work in worksOfPerson[person] {
      for author in authorsOfWork[work] where author != person {
        keys.formUnion(namesOfPerson[author].lazy.map(texts.key))
      }
    }
    return keys
  }

  func authorKeys(of work: Int) -> Set<Int> {
    authorsOfWork[work].reduce(into: []) { $0.formUnion(keys(of: $1)) }
  }

  /// The folded titles of a person's works; titles that many works could have are left out.
  func titleKeys(of person: Int) -> Set<Int> {
    Set(
      worksOfPerson[person].compactMap { work in
        works[work].title.flatMap { texts.isDistinctiveTitle($0) ? texts.key($0) : nil }
      })
  }
}

/// The names and titles of documents, each once.
struct EvidenceTexts {
  private var literals = Interner<Int64>()
  private var strings: [String] = []
  private var keys = Interner<String>()
  private var keyOfText: [Int32] = []

  /// - Parameter literal: Its number in the source.
  mutating func add(_ literal: Int64, _ string: () throws -> String?) rethrows -> Int? {
    if let known = literals.number(of: literal) { return known }
    guard let string = try string() else { return nil }
    strings.append(string)
    keyOfText.append(Int32(keys.add(foldedKey(string)).number))
    return literals.add(literal).number
  }

  func string(of text: Int) -> String { strings[text] }

  /// The number of the folded form, which names that differ only in case, accents and punctuation share.
  func key(_ text: Int) -> Int { Int(keyOfText[text]) }

  /// The folded form of a key.
  func folded(_ key: Int) -> String { keys.values[key] }

  /// Whether it has two words besides initials, or is a Han name.
  func isFullName(_ text: Int) -> Bool {
    strings[text].isHanName
      || folded(key(text)).split(separator: " ").count(where: { $0.count > 1 }) >= 2
  }

  func isDistinctiveTitle(_ text: Int) -> Bool {
    strings[text].containsHan
      ? strings[text].count >= 6 : folded(key(text)).split(separator: " ").count >= 3
  }
}
