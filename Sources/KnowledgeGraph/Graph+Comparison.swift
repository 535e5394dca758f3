public import KGModel
internal import KGResolve
internal import KGStore

extension Graph {
  /// Whether two names are those of one person, and why: the nodes of these names for which most speaks.
  ///
  /// - Parameters:
  ///   - one: A name or an IRI.
  ///   - other: The same.
  /// - Throws: ``UnansweredQuestion`` when a name is unknown or can mean several, ``JudgementError``, ``StoreError``.
  public func compareIdentity(_ one: String, _ other: String) throws -> IdentityAnswer {
    let (left, right) = (try nodes(named: one), try nodes(named: other))
    let judgements = try store.judgements()
    let found = try store.withAssertions {
      try Resolver(StoredEvidence($0), judgements: judgements)
        .comparison(left.map { .iri($0) }, right.map { .iri($0) })
    }
    guard let found else { throw JudgementError.oneNode(one, other) }
    let areJoined = try store.entity(of: found.first) == store.entity(of: found.second)
    let links = areJoined ? try links(from: found.first, to: found.second) : []
    return IdentityAnswer(
      areJoined
        ? IdentityComparison(
          outcome: .same, first: found.first, second: found.second,
          reasons: links.count == 1 ? links[0].reasons : found.reasons)
        : found, names: (try label(found.first), try label(found.second)), links: links)
  }

  /// Pairs of people for whom neither one person nor two is certain enough, the likeliest first; without pairs that someone
  /// has judged. Empty when all is decided.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func undecidedIdentities() throws -> [IdentityComparison] {
    let judgements = try store.judgements()
    return try store.withAssertions {
      try Resolver(StoredEvidence($0), judgements: judgements).undecided()
    }
  }

  /// The decisions by way of which two nodes are one, the fewest; empty when they are not joined.
  private func links(from first: Term, to second: Term) throws -> [WhyAnswer.Identity] {
    let decisions = try store.decisions(touching: first)
    var came: [Term: IdentityDecision] = [:]
    var border = [first]
    while came[second] == nil, !border.isEmpty {
      var next: [Term] = []
      for decision in decisions {
        for (near, far) in [
          (decision.first, decision.second), (decision.second, decision.first),
        ] where border.contains(near) && came[far] == nil && far != first {
          came[far] = decision
          next.append(far)
        }
      }
      border = next
    }
    var path: [IdentityDecision] = []
    var node = second
    while let decision = came[node] {
      path.append(decision)
      node = decision.first == node ? decision.second : decision.first
    }
    return try path.reversed().map { decision in
      WhyAnswer.Identity(
        first: try label(decision.first), second: try label(decision.second),
        reasons: decision.reasons)
    }
  }
}

/// Whether two names are those of one person, as it is shown.
public struct IdentityAnswer: Sendable {
  /// The two nodes and the evidence.
  public let comparison: IdentityComparison
  /// The names of the two nodes.
  public let names: (first: String, second: String)
  /// The decisions by way of which the nodes are one, the fewest; empty when they are two.
  public let links: [WhyAnswer.Identity]

  init(
    _ comparison: IdentityComparison, names: (first: String, second: String),
    links: [WhyAnswer.Identity]
  ) {
    self.comparison = comparison
    self.names = names
    self.links = links
  }

  /// Who they are and what follows, in one sentence.
  public var title: String {
    let bits = IdentityReason.text(bits: comparison.bits)
    let names = "\(names.first) and \(names.second)"
    switch comparison.outcome {
    case .same where links.count > 1:
      return
        "\(names) are one person, by way of \(links.count - 1) other\(links.count > 2 ? "s" : "")"
    case .same: return "\(names) are one person"
    case .different where !comparison.obstacles.isEmpty: return "\(names) are two people"
    case .different: return "\(names) are two people: \(bits) bits"
    case .undecided: return "\(names): undecided, \(bits) bits"
    }
  }

  /// A row for each piece of evidence: the rule, the bits, and the case in words; what makes it impossible has no bits.
  public var table: SolutionTable {
    let obstacles = comparison.obstacles.map { [$0.rule, "never", $0.detail] }
    let reasons = comparison.reasons.map { [$0.rule, $0.weightText, $0.detail] }
    let links = (links.count < 2 ? [] : links).map { link in
      [
        "decision", IdentityReason.text(bits: link.reasons.bits), "\(link.first) = \(link.second)",
      ]
    }
    return SolutionTable(
      variables: ["rule", "bits", "evidence"].map { Variable($0) },
      rows: (obstacles + reasons + links).map { $0.map { .string($0) } })
  }

  /// An object with the keys `outcome`, `bits`, `first`, `second`, `reasons`, `obstacles` and `decisions`.
  public var json: JSONValue {
    func node(_ term: Term, _ name: String) -> JSONValue {
      .object([("node", .string(term.iri?.value ?? "")), ("name", .string(name))])
    }
    return .object([
      ("outcome", .string(comparison.outcome.rawValue)), ("bits", .number(comparison.bits)),
      ("first", node(comparison.first, names.first)),
      ("second", node(comparison.second, names.second)),
      ("reasons", .array(comparison.reasons.map(\.json))),
      (
        "obstacles",
        .array(
          comparison.obstacles.map {
            .object([("rule", .string($0.rule)), ("detail", .string($0.detail))])
          })
      ),
      ("decisions", .array(links.map(\.json))),
    ])
  }
}
