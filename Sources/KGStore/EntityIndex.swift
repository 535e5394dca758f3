internal import GRDB

/// A triple by the numbers of its terms.
struct TripleIDs: Hashable {
  let s: Int64
  let p: Int64
  let o: Int64
}

/// Keeps `spo`, `pos` and `osp`, the triples that queries read, in step with statements and identity:
/// each holds a triple exactly when some source says it of members of its entities.
struct EntityIndex {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func entity(of node: Int64) throws -> Int64 {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT entity FROM entity WHERE node = ?"), arguments: [node])
      ?? node
  }

  func members(of entity: Int64) throws -> [Int64] {
    let others = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT node FROM entity WHERE entity = ?"), arguments: [entity]
    )
    return [entity] + others.filter { $0 != entity }
  }

  /// Adds the triple that a statement amounts to.
  func add(_ ids: TripleIDs) throws {
    try insert(TripleIDs(s: entity(of: ids.s), p: ids.p, o: entity(of: ids.o)))
  }

  /// Removes the triple that a removed statement amounted to, unless another statement says it.
  func removeIfUnsaid(_ ids: TripleIDs) throws {
    let subject = try entity(of: ids.s)
    let object = try entity(of: ids.o)
    let statement = try database.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM statement WHERE s = ? AND p = ? AND o = ?)")
    for s in try members(of: subject) {
      for o in try members(of: object)
      where try Bool.fetchOne(statement, arguments: [s, ids.p, o]) == true {
        return
      }
    }
    try delete(TripleIDs(s: subject, p: ids.p, o: object))
  }

  /// Gives nodes their new entities, and rewrites the triples of these nodes only.
  func assign(_ entities: [Int64: Int64]) throws {
    let nodes = entities.keys.sorted()
    let affected = try nodes.flatMap(statements(of:))
    for ids in Set(affected) {
      try delete(TripleIDs(s: entity(of: ids.s), p: ids.p, o: entity(of: ids.o)))
    }
    for node in nodes {
      try database.execute(sql: "DELETE FROM entity WHERE node = ?", arguments: [node])
      if let entity = entities[node], entity != node {
        try database.execute(sql: "INSERT INTO entity VALUES (?, ?)", arguments: [node, entity])
      }
    }
    for ids in Set(affected) { try add(ids) }
  }

  private func statements(of node: Int64) throws -> [TripleIDs] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT s, p, o FROM statement WHERE s = ?1 OR o = ?1"),
      arguments: [node]
    ).map { TripleIDs(s: $0[0], p: $0[1], o: $0[2]) }
  }

  private func insert(_ ids: TripleIDs) throws {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO spo (s, p, o) VALUES (?, ?, ?)")
      .execute(arguments: [ids.s, ids.p, ids.o])
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO pos (p, o, s) VALUES (?, ?, ?)")
      .execute(arguments: [ids.p, ids.o, ids.s])
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO osp (o, s, p) VALUES (?, ?, ?)")
      .execute(arguments: [ids.o, ids.s, ids.p])
  }

  private func delete(_ ids: TripleIDs) throws {
    for table in ["spo", "pos", "osp"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE s = ? AND p = ? AND o = ?")
        .execute(arguments: [ids.s, ids.p, ids.o])
    }
  }
}
