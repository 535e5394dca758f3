public import KGModel
internal import KGStore

extension Graph {
  /// Says that two names are those of one person, whatever the evidence says, and decides anew.
  ///
  /// - Parameters:
  ///   - one: A name or an IRI.
  ///   - other: The same.
  ///   - date: The day, as `2026-03-14`.
  /// - Returns: What was said of which nodes.
  /// - Throws: ``UnansweredQuestion`` when a name is unknown or can mean several, ``JudgementError``, ``StoreError``.
  @discardableResult
  public func judgeSame(
    _ one: String, _ other: String, date: String
  ) throws -> [IdentityJudgement] {
    let (left, right) = (try nodes(named: one), try nodes(named: other))
    guard let first = left.first, let second = right.first(where: { $0 != first }) else {
      throw JudgementError.oneNode(one, other)
    }
    return try judge([
      IdentityJudgement(.same, first: first, second: second, date: date)
    ])
  }

  /// Says that two names are those of two people, and decides anew: where they are one, they are split.
  ///
  /// - Returns: What was said of which nodes: of all that have these names.
  /// - Throws: As ``judgeSame(_:_:date:)``.
  @discardableResult
  public func judgeDifferent(
    _ one: String, _ other: String, date: String
  ) throws -> [IdentityJudgement] {
    let (left, right) = (try nodes(named: one), try nodes(named: other))
    guard Set(left).isDisjoint(with: right) else { throw JudgementError.oneNode(one, other) }
    return try judge(
      left.flatMap { first in
        right.map { IdentityJudgement(.different, first: first, second: $0, date: date) }
      })
  }

  /// Takes back what was said last, and decides anew.
  ///
  /// - Returns: What was taken back; empty when nobody has said anything.
  /// - Throws: ``StoreError``.
  public func undoJudgement() throws -> [IdentityJudgement] {
    let removed = try store.removeLastJudgements()
    if !removed.isEmpty { try resolve() }
    return removed
  }

  /// Records what someone said in one go, without deciding anew; ``resolve()`` takes it into account.
  ///
  /// - Throws: ``StoreError``.
  public func record(_ judgements: [IdentityJudgement]) throws {
    try store.append(judgements)
  }

  private func judge(_ judgements: [IdentityJudgement]) throws -> [IdentityJudgement] {
    try record(judgements)
    try resolve()
    return judgements
  }

  /// The nodes of a person that have a name; that of an IRI.
  func nodes(named name: String) throws -> [IRI] {
    let person = try find(name, .person)
    if person.types.isEmpty, let iri = person.node.iri {
      guard try !store.triples(subject: person.node, predicate: nil, object: nil).isEmpty else {
        throw JudgementError.unknownNode(iri.value)
      }
      return [iri]
    }
    let members = try store.members(of: person.node)
    let named = try members.filter { node in
      try store.ownTriples(of: node, predicate: Schema.name).contains {
        $0.object.literal.map { foldedKey($0.lexicalForm) == foldedKey(name) } ?? false
      }
    }
    return (named.isEmpty ? members : named).compactMap(\.iri)
  }
}

/// Why nothing can be said of two names.
public enum JudgementError: Error, CustomStringConvertible {
  /// Both mean the same node.
  case oneNode(String, String)
  /// No source names the node.
  case unknownNode(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .oneNode(let one, let other):
      "'\(one)' and '\(other)' mean the same node; give the IRIs of two, which 'kg resolve --dry-run' lists"
    case .unknownNode(let iri): "no source says anything about <\(iri)>"
    }
  }
}
