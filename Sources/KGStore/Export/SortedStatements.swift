internal import KGModel
internal import KGRDF

/// Reads all statements in batches, subject by subject in the order of the subjects' characters.
///
/// SQLite sorts the subjects, on disk when they are many. The terms of a batch are looked up together in the
/// order of their ids, so that each page of the dictionary is read once per batch.
final class SortedStatements {
  private let subjects: PreparedStatement
  private let inDefaultGraph: PreparedStatement
  private let inNamedGraphs: PreparedStatement
  private let joined: PreparedStatement
  private let term: PreparedStatement
  private let families: TermFamilies
  /// The nodes that are joined with others; empty where entities are read instead of nodes.
  private let entities: Set<Int64>
  private let wantsNamedGraphs: Bool
  private var isAtEnd = false

  private static let rowsPerBatch = 1 << 17

  private typealias Found = (order: Int, quad: QuadIDs)

  /// Which statements to read.
  enum Scope {
    case defaultGraph, everything
    case namedGraph(Int64)
  }

  /// The scopes that a format needs, one per pass: TriG is written graph by graph.
  static func scopes(_ database: Database, _ format: RDFFormat) throws -> [Scope] {
    switch format {
    case .ntriples, .turtle: [.defaultGraph]
    case .nquads: try hasNamedGraphs(database) ? [.everything] : [.defaultGraph]
    case .trig: try [.defaultGraph] + graphs(database).map(Scope.namedGraph)
    }
  }

  private static func hasNamedGraphs(_ database: Database) throws -> Bool {
    try database.integer("SELECT 1 FROM gspo LIMIT 1") != nil
  }

  /// The named graphs in the order of their names.
  private static func graphs(_ database: Database) throws -> [Int64] {
    try database.integers(
      """
      SELECT t.id FROM (SELECT DISTINCT g FROM gspo) JOIN term t ON t.id = g
      JOIN family f ON f.id = t.family ORDER BY \(key)
      """)
  }

  /// The subject as it appears in a line, with the character after it, which determines the order of a text
  /// and a longer one that begins with it.
  private static let key = """
    CASE f.kind WHEN 0 THEN '<' || f.text || t.lexical || '>' ELSE '_:' || f.text || t.lexical || ' ' END
    """

  /// - Parameter isResolved: Whether nodes that are one are read as one, by the name of their entity; otherwise statements
  ///   are read as they were asserted.
  init(_ database: Database, _ scope: Scope, isResolved: Bool) throws {
    var nodes = "SELECT id FROM term"
    var (wantsDefaultGraph, graphCondition, joinedCondition) = (true, "0", "g = 0")
    switch scope {
    case .defaultGraph: break
    case .everything: (graphCondition, joinedCondition) = ("1", "1")
    case .namedGraph(let graph):
      nodes =
        "SELECT s AS id FROM gspo WHERE g = \(graph)"
        + (isResolved ? "" : " UNION SELECT s FROM joined WHERE g = \(graph)")
      (wantsDefaultGraph, graphCondition, joinedCondition) = (
        false, "g = \(graph)", "g = \(graph)"
      )
    }
    subjects = try PreparedStatement(
      database,
      """
      SELECT t.id FROM (\(nodes)) x JOIN term t ON t.id = x.id JOIN family f ON f.id = t.family
      WHERE f.kind IN (0, 1) ORDER BY \(Self.key)
      """)
    inDefaultGraph = try PreparedStatement(
      database, "SELECT p, o, 0 FROM spo WHERE s = ? AND \(wantsDefaultGraph ? 1 : 0)")
    inNamedGraphs = try PreparedStatement(
      database, "SELECT p, o, g FROM spog WHERE s = ? AND \(graphCondition)")
    joined = try PreparedStatement(
      database, "SELECT p, o, g FROM joined WHERE s = ? AND \(joinedCondition)")
    term = try PreparedStatement(database, "SELECT family, lexical FROM term WHERE id = ?")
    families = TermFamilies(database)
    entities = isResolved ? [] : try Set(database.integers("SELECT node FROM entity"))
    wantsNamedGraphs = graphCondition != "0"
  }

  /// The next batch; `nil` after the last.
  func next() throws -> StatementBatch? {
    guard !isAtEnd else { return nil }
    var found: [Found] = []
    var order = 0
    while found.count < Self.rowsPerBatch {
      guard try subjects.step() else {
        isAtEnd = true
        break
      }
      try collect(subjects.int(0), order, &found)
      order += 1
    }
    return try batch(of: found)
  }

  /// Collects the statements about a node.
  private func collect(_ node: Int64, _ order: Int, _ found: inout [Found]) throws {
    func add(_ row: PreparedStatement) {
      found.append((order, QuadIDs(s: node, p: row.int(0), o: row.int(1), g: row.int(2))))
    }
    if !entities.contains(node) {
      for statement in wantsNamedGraphs ? [inDefaultGraph, inNamedGraphs] : [inDefaultGraph] {
        try forEach(statement, node) { row in
          if !entities.contains(row.int(1)) { add(row) }
        }
      }
    }
    if !entities.isEmpty { try forEach(joined, node, add) }
  }

  private func forEach(
    _ statement: PreparedStatement, _ node: Int64, _ body: (PreparedStatement) -> Void
  ) throws {
    statement.bind(node, at: 1)
    defer { statement.reset() }
    while try statement.step() { body(statement) }
  }

  private func batch(of found: [Found]) throws -> StatementBatch {
    let batch = StatementBatch()
    let objects = try objectPlaces(found, in: batch)
    var others: [Int64: Int] = [:]
    func place(_ id: Int64) throws -> Int? {
      if let place = others[id] { return place }
      let place = try append(id, to: batch)
      others[id] = place
      return place
    }
    var (lastSubject, subject): (Int64, Int?) = (0, nil)
    var (lastPredicate, predicate): (Int64, Int?) = (0, nil)
    for (index, (order, quad)) in found.enumerated() {
      if quad.s != lastSubject {
        subject = try append(quad.s, to: batch)
        lastSubject = quad.s
      }
      if quad.p != lastPredicate {
        predicate = try place(quad.p)
        lastPredicate = quad.p
      }
      guard let subject, let predicate, let object = objects[index] else { continue }
      let graph = quad.g == QuadIDs.defaultGraph ? nil : try place(quad.g)
      batch.append(
        .init(
          order: order, subject: subject, predicate: predicate, object: object,
          graph: graph ?? StatementBatch.noGraph))
    }
    return batch
  }

  /// The index of each statement's object in the batch. Objects are read in ascending order of id, so that
  /// neighbours in the dictionary are read together.
  private func objectPlaces(_ found: [Found], in batch: StatementBatch) throws -> [Int?] {
    var places = [Int?](repeating: nil, count: found.count)
    var (last, place): (Int64, Int?) = (QuadIDs.defaultGraph, nil)
    let byObject = found.enumerated().map { (object: $1.quad.o, index: $0) }
    for (object, index) in byObject.sorted(by: { $0.object < $1.object }) {
      if object != last {
        place = try append(object, to: batch)
        last = object
      }
      places[index] = place
    }
    return places
  }

  private func append(_ id: Int64, to batch: StatementBatch) throws -> Int? {
    guard TermID(rawValue: id).isRow else {
      return TermID(rawValue: id).inlineTerm.map(batch.append)
    }
    term.bind(id, at: 1)
    defer { term.reset() }
    guard try term.step(), let family = try families.family(term.int(0)) else {
      throw SQLiteError(.corrupt, TermDictionary.missingTerm)
    }
    return batch.append(family: family, lexical: term.utf8(1))
  }
}
