/// The entities of the joined nodes of a load, in memory.
struct EntityMap {
  private var entities: [Int64: Int64] = [:]

  /// From this many nodes on, reading the whole table is faster than looking up each node.
  private static let manyNodes = 20_000

  init(_ database: Database, nodes: [Int64]) throws {
    if nodes.count < Self.manyNodes {
      let find = try PreparedStatement(
        kept: "SELECT entity FROM entity WHERE node = ?", by: database)
      for node in nodes where TermID(rawValue: node).isRow {
        find.bind(node, at: 1)
        if try find.step() { entities[node] = find.int(0) }
        find.reset()
      }
    } else {
      try database.forEachRow("SELECT node, entity FROM entity") { entities[$0.int(0)] = $0.int(1) }
    }
  }

  var isEmpty: Bool { entities.isEmpty }

  func entity(of node: Int64) -> Int64 { entities[node] ?? node }

  /// The statement as queries see it, with nodes replaced by their entities.
  func entity(of quad: QuadIDs) -> QuadIDs {
    QuadIDs(s: entity(of: quad.s), p: quad.p, o: entity(of: quad.o), g: quad.g)
  }

  /// Whether the subject or object is joined with other nodes.
  func involvesJoinedNode(_ quad: QuadIDs) -> Bool {
    entities[quad.s] != nil || entities[quad.o] != nil
  }
}
