internal import KGModel

/// How much speaks for two nodes being one person, in bits: the logarithm to the base 2 of the odds.
struct PersonMatcher {
  private let evidence: Evidence
  private let names: NameTable
  private let rarity: NameRarity
  private let facts: PersonFacts
  private let judgements: Judgements
  private var weights = MatchWeights()
  /// The names of each person, in all forms that are known to be theirs.
  private let namesOfPerson: [[Int]]
  /// The number of the set of each person's names, and a person of each.
  private let nameSetOfPerson: [Int]
  private let peopleOfNameSet: [Int]

  /// Other people with a name who are expected, from which down equal names nearly always mean one person.
  private static let fewOthers = 0.02

  init(
    _ evidence: Evidence, _ names: NameTable, _ groups: PersonGroups, _ judgements: Judgements
  ) {
    self.judgements = judgements
    self.evidence = evidence
    self.names = names
    rarity = NameRarity(names)
    facts = PersonFacts(evidence, groups)
    let namesOfGroup = groups.members.map { people in
      Set(people.flatMap { names.namesOfPerson[$0] }).sorted()
    }
    let namesOfPerson = groups.groupOfPerson.map { namesOfGroup[$0] }
    self.namesOfPerson = namesOfPerson
    var sets = Interner<[Int]>()
    var first: [Int] = []
    nameSetOfPerson = evidence.people.indices.map { person in
      let (number, isNew) = sets.add(namesOfPerson[person])
      if isNew { first.append(person) }
      return number
    }
    peopleOfNameSet = first
  }

  /// The bits of the names of two people; `nil` when they cannot be one's.
  private func nameBits(_ one: Int, _ other: Int) -> (bits: Double, left: Int, right: Int)? {
    var best: (bits: Double, left: Int, right: Int)?
    let population: NameRarity.Population =
      evidence.areInOneDocument(one, other)
      ? .document(names: evidence.peopleOfDocument[evidence.document(of: one)].count) : .field
    for left in namesOfPerson[one] {
      for right in namesOfPerson[other] {
        let agreement = names.agreement(left, right)
        guard agreement.mayBeOne else { continue }
        let form = NameForm(names.names[left], names.names[right], agreement)
        let bits = weights.weight(
          agreement, form, others: rarity.expectedOthers(left, right, in: population))
        if best.map({ bits > $0.bits }) ?? true { best = (bits, left, right) }
      }
    }
    return best
  }

  /// The traits of a group of nodes.
  func traits(of people: [Int]) -> GroupTraits {
    GroupTraits(people, evidence, others: judgements.others(of: people)) { nameSetOfPerson[$0] }
  }

  /// Whether no pair of nodes of two groups makes it impossible that they are one person.
  func mayBeOne(_ one: GroupTraits, _ other: GroupTraits) -> Bool {
    one.mayBeOne(with: other, evidence)
      && one.nameSets.allSatisfy { left in
        other.nameSets.allSatisfy { right in
          left == right || nameBits(peopleOfNameSet[left], peopleOfNameSet[right]) != nil
        }
      }
  }

  /// The bits for one person; `nil` when it is impossible: names that contradict each other, two authors of one work, two
  /// numbers of dblp.
  func bits(_ one: Int, _ other: Int) -> Double? {
    guard mayBeOne(one, other), let names = nameBits(one, other) else { return nil }
    let bits = hasCommonIdentifier(one, other) ? names.bits + Evidence.bitsOfStatement : names.bits
    return bits + weights.weight(of: facts.observed(one, other))
  }

  private func mayBeOne(_ one: Int, _ other: Int) -> Bool {
    evidence.worksOfPerson[one].isDisjoint(with: evidence.worksOfPerson[other])
      && !evidence.areNumberedApart(one, other) && !evidence.areDistinct(one, other)
  }

  private func hasCommonIdentifier(_ one: Int, _ other: Int) -> Bool {
    !evidence.identifiersOfPerson[one].isDisjoint(with: evidence.identifiersOfPerson[other])
      || !evidence.registeredOfPerson[one].isDisjoint(with: evidence.registeredOfPerson[other])
  }

  // MARK: Weights

  /// Counts what the graph's own pairs have in common: pairs with one rare name, which nearly always are one person, and
  /// pairs with one family name and different given names, which are two.
  mutating func learn(from candidates: [(Int, Int)]) {
    var learned = weights
    var matches: [Observation] = []
    var others: [Observation] = []
    for (one, other) in candidates where mayBeOne(one, other) {
      let observed = facts.observed(one, other)
      if isRareName(one, other) { matches.append(observed) }
      if let best = nameBits(one, other), observed[.coauthors] == Self.several {
        let agreement = names.agreement(best.left, best.right)
        learned.count(
          agreement, NameForm(names.names[best.left], names.names[best.right], agreement))
      }
    }
    var firstOfName: [Int: Int] = [:]
    for person in evidence.people.indices {
      for name in names.namesOfPerson[person] where firstOfName[name] == nil {
        firstOfName[name] = person
      }
    }
    for (left, right) in names.contradictoryPairs {
      guard let one = firstOfName[left], let other = firstOfName[right], mayBeOne(one, other) else {
        continue
      }
      others.append(facts.observed(one, other))
    }
    learned.count(matches: matches, others: others)
    weights = learned
  }

  /// The level of several coauthors in common, which nearly always means one person.
  private static let several = 2

  private func isRareName(_ one: Int, _ other: Int) -> Bool {
    names.namesOfPerson[one].contains { left in
      names.namesOfPerson[other].contains { right in
        names.agreement(left, right) == .equal
          && rarity.expectedOthers(left, right, in: .field) < Self.fewOthers
      }
    }
  }

  // MARK: Reasons

  /// What speaks for and against one person, the names first; the weights are bits.
  func reasons(_ one: Int, _ other: Int) -> [IdentityReason] {
    guard let found = nameBits(one, other) else { return [] }
    let printed = [found.left, found.right].map { names.texts[$0] }
    var reasons = [
      IdentityReason(
        rule: Self.rule(of: names.agreement(found.left, found.right)), weight: found.bits,
        detail: printed[0] == printed[1]
          ? "both are named \(printed[0])" : "\(printed[0]) and \(printed[1])")
    ]
    if hasCommonIdentifier(one, other) {
      reasons.append(
        IdentityReason(
          rule: "shared-identifier", weight: Evidence.bitsOfStatement,
          detail: "both have the same identifier"))
    }
    let observed = facts.observed(one, other)
    for kind in MatchEvidence.allCases {
      guard let level = observed[kind] else { continue }
      reasons.append(
        IdentityReason(
          rule: kind.rule(level), weight: weights.weight(kind, of: observed),
          detail: detail(kind, level, one, other)))
    }
    return reasons
  }

  /// What makes it impossible that two nodes are one person; empty when nothing does.
  func obstacles(_ one: Int, _ other: Int) -> [IdentityObstacle] {
    var found: [IdentityObstacle] = []
    if judgements.others(of: [one]).contains(other) {
      found.append(
        IdentityObstacle(rule: "judgement", detail: "said to be two people, by someone or a source")
      )
    }
    let works = evidence.worksOfPerson[one].filter(evidence.worksOfPerson[other].contains)
    if let work = works.first {
      let title = evidence.works[work].title.map { "“\(evidence.texts.string(of: $0))”" }
      found.append(
        IdentityObstacle(
          rule: "authors-of-one-work",
          detail: "both are authors of \(title ?? "one work")"))
    }
    if evidence.areNamesakes(one, other) {
      found.append(
        IdentityObstacle(
          rule: "namesake-numbers", detail: "dblp gives them the numbers of two people"))
    }
    if let (own, others) = evidence.differingIdentifiers(one, other) {
      found.append(
        IdentityObstacle(
          rule: "other-identifier",
          detail: "\(own.kind.rawValue) \(own.value) and \(others.value) are two people"))
    }
    if evidence.areDistinct(one, other) {
      found.append(
        IdentityObstacle(
          rule: "distinct-in-source",
          detail: "their source has one node for each person, and these are two"))
    }
    if nameBits(one, other) == nil {
      let names = [one, other].map { evidence.names(of: $0).joined(separator: ", ") }
      found.append(
        IdentityObstacle(
          rule: "other-name", detail: "\(names[0]) and \(names[1]) are names of two people"))
    }
    return found
  }

  private static func rule(of agreement: NameCompatibility) -> String {
    switch agreement {
    case .equal: "equal-name"
    case .spelling: "spelling"
    case .subset: "subset"
    case .initials: "initials"
    case .reversed: "order"
    case .nickname: "nickname"
    case .variant: "variant"
    case .misspelling, .unknown, .contradictory: "misspelling"
    }
  }

  private func detail(_ kind: MatchEvidence, _ level: Int, _ one: Int, _ other: Int) -> String {
    switch kind {
    case .coauthors, .coauthorsInDocument:
      list(facts.sharedCoauthors(one, other), or: "no coauthor in common")
    case .works: list(facts.sharedTitles(one, other), or: "no work in common")
    case .titles:
      [
        "titles without rare words in common", "some rare words of titles in common",
        "many rare words of titles in common",
      ][level]
    case .venues: level == 0 ? "no venue in common" : "a venue in common"
    case .years:
      ["works of the same years", "works some years apart", "works many years apart"][level]
    case .organizations:
      level == 0 ? "no organization in common" : "both are at the same organization"
    }
  }

  /// More names say nothing more.
  private static let mostListed = 3

  private func list(_ keys: Set<Int>, or nothing: String) -> String {
    let texts = keys.map(evidence.texts.folded).sorted()
    let more = texts.count > Self.mostListed ? " and \(texts.count - Self.mostListed) more" : ""
    return texts.isEmpty ? nothing : texts.prefix(Self.mostListed).joined(separator: ", ") + more
  }
}

extension MatchEvidence {
  /// The name of the rule by which a level is a reason.
  fileprivate func rule(_ level: Int) -> String {
    switch self {
    case .coauthors, .coauthorsInDocument:
      level == 0 ? "no-shared-coauthors" : "shared-coauthors"
    case .titles: level == 0 ? "other-topics" : "shared-topics"
    case .venues: level == 0 ? "no-shared-venue" : "shared-venue"
    case .years: "years"
    case .organizations: level == 0 ? "no-shared-organization" : "shared-organization"
    case .works: level == 0 ? "no-shared-work" : "shared-work"
    }
  }
}
