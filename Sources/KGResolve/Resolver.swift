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

  /// - Parameter judgements: What people have said, the last word at the end.
  /// - Throws: what reading the source throws.
  package init(_ source: any AssertionSource, judgements: [IdentityJudgement] = []) throws {
    self.source = source
    evidence = try EvidenceReader.read(source)
    self.judgements = try Judgements(judgements, evidence, source)
  }

  /// The decisions, sorted by the nodes; empty when no two nodes are one.
  ///
  /// - Throws: what reading the source throws.
  package func decisions() throws -> [IdentityDecision] {
    let known = judgements.joins + judgements.allowed(owners())
    let people = known + people(besides: known)
    let works = WorkMatches(evidence).joins
    let found =
      try people.map { try decision($0) { evidence.people[$0] } }
      + works.map { try decision($0) { evidence.works[$0].node } }
    return found.compactMap { $0 }
      .sorted { ($0.first.sortKey, $0.second.sortKey) < ($1.first.sortKey, $1.second.sortKey) }
  }

  private func owners() -> [Join] {
    evidence.owners.flatMap { owner in
      OwnerForms(of: owner, in: evidence).forms.map {
        Join(left: owner, right: $0.author, reasons: $0.reasons)
      }
    }
  }

  /// - Parameter known: What people have said, and what is known of the owners of documents.
  private func people(besides known: [Join]) -> [Join] {
    let names = NameTable(evidence)
    let pairs = names.candidates
    let groups = PersonGroups(
      evidence.people.count, joined: known.map { ($0.left, $0.right) })
    var matcher = PersonMatcher(evidence, names, groups, judgements)
    matcher.learn(from: pairs)
    return PersonClusters(groups.members, candidates: groups.pairs(of: pairs), matcher).joins
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
}

extension Term {
  fileprivate var sortKey: String { iri?.value ?? "" }
}
