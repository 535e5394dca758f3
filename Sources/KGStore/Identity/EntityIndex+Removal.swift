extension EntityIndex {
  /// Removes statements, each with the number of times it is asserted. Works table by table in the order of
  /// the keys, so that each page is visited once.
  func remove(_ statements: [QuadIDs: Int64]) throws {
    var nodes: Set<Int64> = []
    for quad in statements.keys {
      nodes.insert(quad.s)
      nodes.insert(quad.o)
    }
    let entities = try EntityMap(database, nodes: Array(nodes))
    var seen = statements
    if !entities.isEmpty {
      seen = [:]
      let joined = try CountedTable(database, "joined", ["s", "p", "o", "g"])
      for (quad, count) in statements.sorted(by: { $0.key < $1.key }) {
        seen[entities.entity(of: quad), default: 0] += count
        guard entities.involvesJoinedNode(quad) else { continue }
        _ = try joined.decrease([quad.s, quad.p, quad.o, quad.g], by: count)
      }
    }
    let gone = try decrease(seen)
    let named = gone.filter { $0.g != QuadIDs.defaultGraph }
    let others = named.isEmpty ? gone : gone.filter { $0.g == QuadIDs.defaultGraph }
    try delete("pos", ["p", "o", "s"], others.map { [$0.p, $0.o, $0.s] })
    try delete("spog", ["s", "p", "o", "g"], named.map { [$0.s, $0.p, $0.o, $0.g] })
    try delete("posg", ["p", "o", "s", "g"], named.map { [$0.p, $0.o, $0.s, $0.g] })
  }

  /// Decreases counts in `spo` and `gspo`.
  ///
  /// - Returns: The statements that no source asserts any more.
  private func decrease(_ statements: [QuadIDs: Int64]) throws -> [QuadIDs] {
    let tables = try [
      CountedTable(database, "spo", ["s", "p", "o"]),
      CountedTable(database, "gspo", ["g", "s", "p", "o"]),
    ]
    var gone: [QuadIDs] = []
    for (quad, count) in statements.sorted(by: { $0.key < $1.key }) {
      let isInGraph = quad.g != QuadIDs.defaultGraph
      let key = isInGraph ? [quad.g, quad.s, quad.p, quad.o] : [quad.s, quad.p, quad.o]
      if try tables[isInGraph ? 1 : 0].decrease(key, by: count) { gone.append(quad) }
    }
    return gone
  }

  private func delete(_ table: String, _ columns: [String], _ keys: [[Int64]]) throws {
    guard !keys.isEmpty else { return }
    let condition = columns.map { $0 + " = ?" }.joined(separator: " AND ")
    let delete = try PreparedStatement(
      kept: "DELETE FROM \(table) WHERE \(condition)", by: database)
    for key in keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for (place, value) in key.enumerated() { delete.bind(value, at: place + 1) }
      try delete.run()
    }
  }
}

/// A table that counts how often each row is asserted; a row exists while its count is above zero.
private struct CountedTable {
  private let database: Database
  private let delete: PreparedStatement
  private let update: PreparedStatement

  init(_ database: Database, _ table: String, _ key: [String]) throws {
    self.database = database
    let condition = key.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
    delete = try PreparedStatement(
      kept: "DELETE FROM \(table) WHERE \(condition) AND n <= ?\(key.count + 1)", by: database)
    update = try PreparedStatement(
      kept: "UPDATE \(table) SET n = n - ?\(key.count + 1) WHERE \(condition)", by: database)
  }

  /// - Returns: Whether the row has been deleted.
  func decrease(_ key: [Int64], by count: Int64) throws -> Bool {
    for statement in [delete, update] {
      for (place, value) in (key + [count]).enumerated() { statement.bind(value, at: place + 1) }
    }
    try delete.run()
    if database.changeCount > 0 { return true }
    try update.run()
    return database.changeCount == 0
  }
}
