/// Keeps the tables that queries read consistent with the statements and the identity decisions.
///
/// `spo` and `pos` (`gspo`, `spog`, `posg` in named graphs) hold a triple exactly when some source asserts it
/// of members of its entities, and `spo` counts these statements. Statements about joined nodes are kept in
/// `joined` as they were asserted, so that identity decisions can be undone; all others are recorded in `spo`
/// alone.
///
/// `entity` has a row for every member of an entity with several members, including the node that names it.
struct EntityIndex {
  let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The node that names the entity of a node: itself unless it is joined with others.
  func entity(of node: Int64) throws -> Int64 { try joinedEntity(of: node) ?? node }

  /// The node that names the entity of a joined node; `nil` for a node that is not joined.
  func joinedEntity(of node: Int64) throws -> Int64? {
    try database.integer("SELECT entity FROM entity WHERE node = ?", [node])
  }

  /// All members of an entity: itself alone when it has no others.
  func members(of entity: Int64) throws -> [Int64] {
    let all = try database.integers("SELECT node FROM entity WHERE entity = ?", [entity])
    return all.isEmpty ? [entity] : all
  }

  /// Assigns new entities to nodes, and rewrites the triples of these nodes only.
  ///
  /// - Parameter entities: The new entity of each node whose entity changes; the node itself for one that is
  ///   not joined any more.
  func assign(_ entities: [Int64: Int64]) throws {
    var touched = Set(entities.keys).union(entities.values)
    for node in entities.keys { try touched.insert(entity(of: node)) }
    var statements: [QuadIDs: Int64] = [:]
    for node in touched {
      for (quad, count) in try self.statements(about: node) { statements[quad] = count }
    }
    try remove(statements)
    for node in entities.keys {
      try database.execute("DELETE FROM entity WHERE node = ?", [node])
    }
    for (node, entity) in entities where entity != node {
      try database.execute(
        "INSERT OR REPLACE INTO entity VALUES (?1, ?2), (?2, ?2)", [node, entity])
    }
    // An entity whose other members have all left is not joined any more.
    for node in touched {
      try database.execute(
        "DELETE FROM entity WHERE entity = ?1 AND (SELECT COUNT(*) FROM entity WHERE entity = ?1) = 1",
        [node])
    }
    for (quad, count) in statements.sorted(by: { $0.key < $1.key }) { try add(quad, count) }
  }

  /// The statements with a node as subject or object, and how often each is asserted.
  private func statements(about node: Int64) throws -> [(QuadIDs, Int64)] {
    var found = try rows(
      """
      SELECT s, p, o, g, n FROM joined WHERE s = ?1
      UNION SELECT s, p, o, g, n FROM joined WHERE o = ?1
      """, node)
    guard try joinedEntity(of: node) == nil else { return found }
    // Statements that are not in `joined` were asserted as `spo` has them.
    let others = try rows(
      """
      SELECT s, p, o, 0, n FROM spo WHERE s = ?1
      UNION SELECT pos.s, pos.p, pos.o, 0, spo.n FROM predicate JOIN pos ON pos.p = predicate.p
        AND pos.o = ?1 JOIN spo ON spo.s = pos.s AND spo.p = pos.p AND spo.o = pos.o
      UNION SELECT t.s, t.p, t.o, t.g, gspo.n FROM spog t JOIN gspo ON gspo.g = t.g AND gspo.s = t.s
        AND gspo.p = t.p AND gspo.o = t.o WHERE t.s = ?1
      UNION SELECT t.s, t.p, t.o, t.g, gspo.n FROM predicate JOIN posg t ON t.p = predicate.p
        AND t.o = ?1 JOIN gspo ON gspo.g = t.g AND gspo.s = t.s AND gspo.p = t.p AND gspo.o = t.o
      """, node)
    for (quad, count) in others
    where try joinedEntity(of: quad.s) == nil && joinedEntity(of: quad.o) == nil {
      found.append((quad, count))
    }
    return found
  }

  private func rows(_ sql: String, _ node: Int64) throws -> [(QuadIDs, Int64)] {
    try database.rows(sql, [node]) {
      (QuadIDs(s: $0.int(0), p: $0.int(1), o: $0.int(2), g: $0.int(3)), $0.int(4))
    }
  }

  private func add(_ quad: QuadIDs, _ count: Int64) throws {
    let subject = try joinedEntity(of: quad.s)
    let object = try joinedEntity(of: quad.o)
    if subject != nil || object != nil {
      try increase("joined", ["s", "p", "o", "g"], [quad.s, quad.p, quad.o, quad.g], by: count)
    }
    let (s, p, o, g) = (subject ?? quad.s, quad.p, object ?? quad.o, quad.g)
    if g == QuadIDs.defaultGraph {
      try increase("spo", ["s", "p", "o"], [s, p, o], by: count)
      try database.execute("INSERT OR IGNORE INTO pos VALUES (?, ?, ?)", [p, o, s])
    } else {
      try increase("gspo", ["g", "s", "p", "o"], [g, s, p, o], by: count)
      try database.execute("INSERT OR IGNORE INTO spog VALUES (?, ?, ?, ?)", [s, p, o, g])
      try database.execute("INSERT OR IGNORE INTO posg VALUES (?, ?, ?, ?)", [p, o, s, g])
    }
    try database.execute("INSERT OR IGNORE INTO predicate (p) VALUES (?)", [p])
  }

  /// Increases the count of a row, which is inserted when it does not exist.
  private func increase(
    _ table: String, _ key: [String], _ values: [Int64], by count: Int64
  ) throws {
    let places = repeatElement("?", count: key.count + 1).joined(separator: ", ")
    try database.execute(
      """
      INSERT INTO \(table) (\(key.joined(separator: ", ")), n) VALUES (\(places))
        ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET n = n + excluded.n
      """, values + [count])
  }
}
