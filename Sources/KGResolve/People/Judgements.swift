internal import KGModel

/// What people have said of the nodes of the graph, and what sources say in the terms of OWL; of nodes that no source names it
/// says nothing. What people say comes before what sources say.
struct Judgements {
  /// The pairs that are one person.
  private(set) var joins: [Join] = []
  /// For each node the nodes that are somebody else.
  private var others: [Int: Set<Int>] = [:]
  /// The pairs of which someone could not say whether they are one person.
  private(set) var undecided: Set<UnorderedPair> = []

  /// - Parameter judgements: Of a pair of which both was said, the last counts.
  init(
    _ judgements: [IdentityJudgement], _ evidence: Evidence, _ source: any AssertionSource
  ) throws {
    for pair in evidence.statedAsTwo { keepApart(Int(pair.left), Int(pair.right)) }
    guard !judgements.isEmpty else { return }
    var last: [[IRI]: IdentityJudgement] = [:]
    for judgement in judgements {
      last[[judgement.first, judgement.second].sorted { $0.value < $1.value }] = judgement
    }
    let people = Dictionary(
      uniqueKeysWithValues: evidence.people.enumerated().map { ($1, $0) })
    for judgement in judgements {
      let pair = [judgement.first, judgement.second].sorted { $0.value < $1.value }
      let nodes = try pair.compactMap { try source.termID(of: .iri($0)) }.compactMap { people[$0] }
      guard last[pair] == judgement, nodes.count == 2, nodes[0] != nodes[1] else { continue }
      switch judgement.outcome {
      case .same:
        others[nodes[0]]?.remove(nodes[1])
        others[nodes[1]]?.remove(nodes[0])
        joins.append(
          Join(left: nodes[0], right: nodes[1], reasons: [Self.reason(judgement)]))
      case .different: keepApart(nodes[0], nodes[1])
      case .undecided: undecided.insert(UnorderedPair(nodes[0], nodes[1]))
      }
    }
    let said = joins
    joins = []
    joins = allowed(said)
  }

  private mutating func keepApart(_ one: Int, _ other: Int) {
    others[one, default: []].insert(other)
    others[other, default: []].insert(one)
  }

  /// Bits. What someone has said decides.
  private static let bitsOfJudgement = 100.0

  private static func reason(_ judgement: IdentityJudgement) -> IdentityReason {
    IdentityReason(
      rule: "judgement", weight: bitsOfJudgement,
      detail: "said to be one person on \(judgement.date)")
  }

  /// The nodes that are somebody else than one of these.
  func others(of people: [Int]) -> Set<Int> {
    others.isEmpty ? [] : people.reduce(into: []) { $0.formUnion(others[$1] ?? []) }
  }

  /// Those of the joins, in their order, by which nobody becomes one with somebody else.
  func allowed(_ proposed: [Join]) -> [Join] {
    guard !others.isEmpty else { return proposed }
    var groups: [Int: Set<Int>] = [:]
    for join in joins + proposed {
      (groups[join.left], groups[join.right]) = ([join.left], [join.right])
    }
    func unite(_ join: Join) -> Bool {
      let (left, right) = (groups[join.left] ?? [], groups[join.right] ?? [])
      guard others(of: Array(left)).isDisjoint(with: right) else { return false }
      let united = left.union(right)
      for person in united { groups[person] = united }
      return true
    }
    for join in joins { _ = unite(join) }
    return proposed.filter(unite)
  }
}
