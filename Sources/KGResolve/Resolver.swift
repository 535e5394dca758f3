package import KGModel

/// Decides which nodes mean one person or one work, by evidence that can be shown.
///
/// The owner of a document is one of the authors in his own lists (``OwnerForms``); other people are compared by their
/// names and by what they did (``PersonMatcher``) and put into groups (``PersonClusters``). Two authors of one paper are
/// never one person.
package struct Resolver {
  private let source: any AssertionSource
  private let evidence: Evidence
  private let judgements: Judgements

  /// - Parameters:
  ///   - judgements: What people have said, the last word at the end.
  ///   - progress: Called now and then.
  /// - Throws: what reading the source throws.
  package init(
    _ source: any AssertionSource, judgements: [IdentityJudgement] = [],
    progress: (IdentityProgress) -> Void = { _ in }
  ) throws {
    self.source = source
    evidence = try EvidenceReader.read(source, progress: progress)
    self.judgements = try Judgements(judgements, evidence, source)
  }

  /// The decisions, sorted by the nodes; empty when no two nodes are one.
  ///
  /// - Parameter progress: Called now and then.
  /// - Throws: what reading the source throws.
  package func decisions(
    progress: (IdentityProgress) -> Void = { _ in }
  ) throws -> [IdentityDecision] {
    let known = knownJoins
    let resolution = PersonResolution(evidence, judgements, known: known, progress: progress)
    let people = known + resolution.clusters(progress: progress).joins
    let works = WorkMatches(evidence).joins
    let found =
      try people.map { try decision($0) { evidence.people[$0] } }
      + works.map { try decision($0) { evidence.works[$0].node } }
    return found.compactMap { $0 }
      .sorted { ($0.first.sortKey, $0.second.sortKey) < ($1.first.sortKey, $1.second.sortKey) }
  }

  /// Pairs of nodes of two people who may be one, the likeliest first, one for each two people; without pairs of which
  /// someone could not say either. Empty when all is decided.
  ///
  /// - Throws: what reading the source throws.
  package func undecided() throws -> [IdentityComparison] {
    try PersonResolution(evidence, judgements, known: knownJoins).clusters().undecided
      .compactMap { join in
        try decision(join) { evidence.people[$0] }.map {
          IdentityComparison(
            outcome: .undecided, first: $0.first, second: $0.second, reasons: $0.reasons)
        }
      }
  }

  /// The two nodes, one of each list, for which most speaks; `nil` when no source names a person of one of the lists.
  ///
  /// - Throws: what reading the source throws.
  package func comparison(_ ones: [Term], _ others: [Term]) throws -> IdentityComparison? {
    let people = Dictionary(
      uniqueKeysWithValues: evidence.people.enumerated().map { ($1, $0) })
    func numbers(_ nodes: [Term]) throws -> [Int] {
      try nodes.compactMap { try source.termID(of: $0) }.compactMap { people[$0] }.sorted()
    }
    let resolution = PersonResolution(evidence, judgements, known: knownJoins)
    let (lefts, rights) = (try numbers(ones), try numbers(others))
    let pairs = lefts.flatMap { left in rights.filter { $0 != left }.map { (left, $0) } }
    let found = pairs.prefix(Self.mostCompared).map { left, right in
      (
        join: Join(left: left, right: right, reasons: resolution.matcher.reasons(left, right)),
        obstacles: resolution.matcher.obstacles(left, right)
      )
    }
    let best = found.max { one, other in
      one.obstacles.isEmpty == other.obstacles.isEmpty
        ? one.join.bits < other.join.bits : !one.obstacles.isEmpty
    }
    guard let best, let nodes = try decision(best.join, { evidence.people[$0] }) else { return nil }
    let isSame =
      resolution.areKnownAsOne(best.join.left, best.join.right)
      || best.join.bits > PersonClusters.threshold
    return IdentityComparison(
      outcome: !best.obstacles.isEmpty || best.join.bits < PersonClusters.lowestUndecided
        ? .different : isSame ? .same : .undecided,
      first: nodes.first, second: nodes.second, reasons: nodes.reasons,
      obstacles: best.obstacles)
  }

  /// Pairs of nodes of two names; more nodes of one person show nothing more.
  private static let mostCompared = 10_000

  /// What people have said, what sources state, and what is known of the owners of documents.
  private var knownJoins: [Join] {
    judgements.joins + judgements.allowed(StatedIdentities(evidence).joins + owners())
  }

  private func owners() -> [Join] {
    evidence.owners.flatMap { owner in
      OwnerForms(of: owner, in: evidence).forms.map {
        Join(left: owner, right: $0.author, reasons: $0.reasons)
      }
    }
  }

  private func decision(_ join: Join, _ node: (Int) -> Int64) throws -> IdentityDecision? {
    guard let first = try source.term(node(join.left)),
      let second = try source.term(node(join.right))
    else { return nil }
    let isOrdered = first.sortKey <= second.sortKey
    return IdentityDecision(
      first: isOrdered ? first : second, second: isOrdered ? second : first,
      reasons: join.reasons)
  }
}

/// Two people, or two works, that are one, by their numbers, and why.
struct Join {
  let left: Int
  let right: Int
  let reasons: [IdentityReason]

  var bits: Double { reasons.bits }
}

extension Term {
  fileprivate var sortKey: String { iri?.value ?? "" }
}
