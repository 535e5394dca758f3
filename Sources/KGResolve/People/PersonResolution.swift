import KGModel

/// The people of a graph, ready to be compared and grouped.
struct PersonResolution {
  let matcher: PersonMatcher
  private let groups: PersonGroups
  private let judgements: Judgements
  /// Pairs of people whose names agree.
  private let candidates: [(Int, Int)]

  /// - Parameter known: What people have said, and what is known of the owners of documents.
  init(
    _ evidence: Evidence, _ judgements: Judgements, known: [Join],
    progress: (IdentityProgress) -> Void = { _ in }
  ) {
    let names = NameTable(evidence, progress: progress)
    candidates = names.candidates
    groups = PersonGroups(evidence.people.count, joined: known.map { ($0.left, $0.right) })
    self.judgements = judgements
    var matcher = PersonMatcher(evidence, names, groups, judgements)
    matcher.learn(from: candidates)
    self.matcher = matcher
  }

  /// Groups of nodes, each of which is one person.
  func clusters(progress: (IdentityProgress) -> Void = { _ in }) -> PersonClusters {
    PersonClusters(
      groups.members, candidates: groups.pairs(of: candidates), matcher,
      skipping: judgements.undecided, progress: progress)
  }

  /// Whether what is known joins two people.
  func areKnownAsOne(_ one: Int, _ other: Int) -> Bool {
    groups.groupOfPerson[one] == groups.groupOfPerson[other]
  }
}
