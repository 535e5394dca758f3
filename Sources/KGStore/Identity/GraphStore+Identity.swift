internal import Foundation
public import KGModel

extension GraphStore {
  /// Replaces all identity decisions. Nodes joined directly or through others become one entity, named by the
  /// node whose IRI sorts first. Decisions about nodes that no statement names are ignored.
  package func replaceDecisions(_ decisions: [IdentityDecision]) throws(StoreError) {
    try change { database in
      let dictionary = TermDictionary(database)
      var clusters = DisjointSets<Int64>()
      try database.execute("DELETE FROM decision")
      for decision in decisions {
        guard let first = try dictionary.id(of: decision.first)?.rawValue,
          let second = try dictionary.id(of: decision.second)?.rawValue
        else { continue }
        try database.execute(
          "INSERT OR REPLACE INTO decision VALUES (?, ?, ?)",
          [first, second, Self.encode(decision.reasons)])
        clusters.join(first, second)
      }
      try Self.assignEntities(clusters, database)
    }
  }

  private static func assignEntities(_ clusters: DisjointSets<Int64>, _ database: Database) throws {
    let reader = TripleReader(database)
    var wanted: [Int64: Int64] = [:]
    for cluster in clusters.sets {
      let named = try cluster.map { (id: $0, iri: try reader.term($0)?.iri?.value ?? "") }
      guard let canonical = named.min(by: { $0.iri < $1.iri }) else { continue }
      for node in cluster { wanted[node] = canonical.id }
    }
    var changes: [Int64: Int64] = [:]
    var before: Set<Int64> = []
    try database.forEachRow("SELECT node, entity FROM entity") { row in
      let (node, entity) = (row.int(0), row.int(1))
      if wanted[node] != entity {
        changes[node] = wanted[node] ?? node
        before.insert(entity)
      }
    }
    let known = Set(try database.integers("SELECT node FROM entity"))
    for (node, entity) in wanted where node != entity && !known.contains(node) {
      changes[node] = entity
    }
    guard !changes.isEmpty else { return }
    try EntityIndex(database).assign(changes)
    // Remove nodes that named an entity but that no source mentions any more.
    try UnusedTerms(database).remove(among: before.union(changes.keys))
  }

  /// The decisions that join the entity of a node, sorted by their nodes; empty for a node that is not joined
  /// or not known.
  package func decisions(touching node: Term) throws(StoreError) -> [IdentityDecision] {
    try read { database in
      guard let id = try TermDictionary(database).id(of: node)?.rawValue else { return [] }
      let entities = EntityIndex(database)
      let members = Set(try entities.members(of: entities.entity(of: id)))
      let reader = TripleReader(database)
      var decisions: [IdentityDecision] = []
      for member in members.sorted() {
        try database.forEachRow(
          "SELECT first, second, reasons FROM decision WHERE first = ?", [member]
        ) { row in
          guard let first = try reader.term(row.int(0)), let second = try reader.term(row.int(1))
          else { return }
          decisions.append(
            IdentityDecision(first: first, second: second, reasons: Self.decode(row.text(2))))
        }
      }
      return decisions.sorted {
        ($0.first.iri?.value ?? "", $0.second.iri?.value ?? "") < (
          $1.first.iri?.value ?? "", $1.second.iri?.value ?? ""
        )
      }
    }
  }

  /// The node that names the entity of a node: the node itself when it is not joined or not known.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read.
  public func entity(of node: Term) throws(StoreError) -> Term {
    try read { database in
      guard let id = try TermDictionary(database).id(of: node)?.rawValue else { return node }
      return try TripleReader(database).term(EntityIndex(database).entity(of: id)) ?? node
    }
  }

  /// The triples of the default graph that were asserted about this node itself, without those about nodes
  /// joined with it.
  package func ownTriples(of node: Term, predicate: IRI) throws(StoreError) -> [Triple] {
    try read { database in
      let dictionary = TermDictionary(database)
      guard let s = try dictionary.id(of: node)?.rawValue,
        let p = try dictionary.id(of: .iri(predicate))?.rawValue
      else { return [] }
      let isJoined = try EntityIndex(database).joinedEntity(of: s) != nil
      let reader = TripleReader(database)
      return try database.rows(
        isJoined
          ? "SELECT s, p, o FROM joined WHERE s = ? AND p = ? AND g = 0"
          : "SELECT s, p, o FROM spo WHERE s = ? AND p = ?", [s, p]
      ) { try reader.triple($0) }.compactMap { $0 }
    }
  }

  // MARK: Reasons as text

  private struct StoredReason: Codable {
    let rule: String
    let weight: Double
    let detail: String
  }

  private static func encode(_ reasons: [IdentityReason]) -> String {
    JSONValue.array(
      reasons.map { reason in
        .object([
          ("rule", .string(reason.rule)), ("weight", .number(reason.weight)),
          ("detail", .string(reason.detail)),
        ])
      }
    ).encoded
  }

  private static func decode(_ text: String) -> [IdentityReason] {
    // A text that kg did not write leaves the decision without reasons.
    let stored = (try? JSONDecoder().decode([StoredReason].self, from: Data(text.utf8))) ?? []
    return stored.map { IdentityReason(rule: $0.rule, weight: $0.weight, detail: $0.detail) }
  }
}
