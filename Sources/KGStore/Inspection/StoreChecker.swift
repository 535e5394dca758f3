internal import KGModel
internal import KGRDF

/// Compares the tables of a store with each other.
struct StoreChecker {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func results() throws -> [CheckResult] {
    let asserted = try statementSums()
    let visible = try sum("SELECT s, p, o, 0, n FROM spo") &+ sum("SELECT s, p, o, g, n FROM gspo")
    return [
      CheckResult(
        subject: "statements of the sources against the triples that queries read",
        problem: asserted.visible == visible
          ? nil : "they differ: the \(asserted.count) statements do not give these triples"),
      CheckResult(
        subject: "statements about joined nodes",
        problem: asserted.joined == (try sum("SELECT s, p, o, g, n FROM joined"))
          ? nil : "they differ from the statements of the sources"),
      try comparison(
        "indexes of the default graph", "SELECT s, p, o, 0, 1 FROM spo",
        "SELECT s, p, o, 0, 1 FROM pos"),
      try comparison(
        "indexes of the named graphs, by subject", "SELECT s, p, o, g, 1 FROM gspo",
        "SELECT s, p, o, g, 1 FROM spog"),
      try comparison(
        "indexes of the named graphs, by predicate", "SELECT s, p, o, g, 1 FROM gspo",
        "SELECT s, p, o, g, 1 FROM posg"),
      try comparison(
        "predicates", "SELECT p, 0, 0, 0, 1 FROM predicate",
        "SELECT DISTINCT p, 0, 0, 0, 1 FROM (SELECT p FROM pos UNION ALL SELECT p FROM posg)"),
      try terms(),
      try dictionary(),
      try names(),
      try counts(),
    ]
  }

  private func comparison(_ subject: String, _ left: String, _ right: String) throws -> CheckResult
  {
    CheckResult(
      subject: subject, problem: try sum(left) == sum(right) ? nil : "they differ")
  }

  // MARK: Sums

  /// The sum of the hashes of the rows of a query.
  ///
  /// - Parameter sql: A query with four numbers and a multiplicity.
  private func sum(_ sql: String) throws -> UInt64 {
    let rows = try PreparedStatement(database, sql)
    var sum: UInt64 = 0
    while try rows.step() {
      let hash = Self.hash(rows.int(0), rows.int(1), rows.int(2), rows.int(3))
      sum &+= hash &* UInt64(bitPattern: rows.int(4))
    }
    return sum
  }

  private static func hash(_ s: Int64, _ p: Int64, _ o: Int64, _ g: Int64) -> UInt64 {
    withUnsafeBytes(of: (s, p, o, g)) { bytes in
      bytes.bindMemory(to: UInt8.self).baseAddress.map { textHash($0, bytes.count) } ?? 0
    }
  }

  /// The sums over the statements of the sources: as queries should see them, and as they were asserted about
  /// joined nodes.
  private func statementSums() throws -> (count: Int, visible: UInt64, joined: UInt64) {
    var entities: [Int64: Int64] = [:]
    let rows = try PreparedStatement(database, "SELECT node, entity FROM entity")
    while try rows.step() { entities[rows.int(0)] = rows.int(1) }
    var (count, visible, joined) = (0, UInt64(0), UInt64(0))
    try StatementBlocks(database).forEach { _, quad, _ in
      count += 1
      let (s, o) = (entities[quad.s], entities[quad.o])
      visible &+= Self.hash(s ?? quad.s, quad.p, o ?? quad.o, quad.g)
      if s != nil || o != nil { joined &+= Self.hash(quad.s, quad.p, quad.o, quad.g) }
    }
    return (count, visible, joined)
  }

  // MARK: Terms

  /// Checks that every id in a triple is a row of the dictionary or an inline value.
  private func terms() throws -> CheckResult {
    let known = try rowSet("SELECT id FROM term")
    var missing: Int64?
    for sql in ["SELECT s, p, o, p FROM spo", "SELECT s, p, o, g FROM gspo"] {
      let rows = try PreparedStatement(database, sql)
      while missing == nil, try rows.step() {
        for column in 0..<4 {
          let id = TermID(rawValue: rows.int(column))
          if id.isRow ? !known.contains(id.rawValue) : id.inlineTerm == nil {
            missing = id.rawValue
          }
        }
      }
    }
    return CheckResult(
      subject: "terms of triples",
      problem: missing.map { "term \($0) is in a triple but not in the dictionary" })
  }

  private func rowSet(_ sql: String) throws -> Set<Int64> {
    let rows = try PreparedStatement(database, sql)
    var ids: Set<Int64> = []
    while try rows.step() { ids.insert(rows.int(0)) }
    return ids
  }

  /// Checks that every term is found by its hash.
  private func dictionary() throws -> CheckResult {
    let families = TermFamilies(database)
    let rows = try PreparedStatement(database, "SELECT id, family, lexical FROM term")
    var sum: UInt64 = 0
    while try rows.step() {
      guard let family = try families.family(rows.int(1)) else {
        return CheckResult(
          subject: "terms and their hashes",
          problem: "term \(rows.int(0)) has a family that does not exist")
      }
      let term = family.term(lexical: rows.text(2))
      sum &+= Self.hash(TermDictionary.storedHash(of: term), rows.int(0), 0, 0)
    }
    return CheckResult(
      subject: "terms and their hashes",
      problem: sum == (try self.sum("SELECT hash, id, 0, 0, 1 FROM term_hash"))
        ? nil : "they differ; queries may miss terms")
  }

  /// Checks that every name is found by its folded form.
  private func names() throws -> CheckResult {
    let dictionary = TermDictionary(database)
    let predicates = try NameTable.predicates.compactMap {
      try dictionary.id(of: .iri($0))?.rawValue
    }
    let rows = try PreparedStatement(
      database, "SELECT DISTINCT o FROM pos WHERE p IN (\(predicates.sqlList))")
    var sum: UInt64 = 0
    while try rows.step() {
      guard let name = try dictionary.term(TermID(rawValue: rows.int(0)))?.literal else { continue }
      let hash = NameTable.hash(ofKey: foldedKey(name.lexicalForm))
      sum &+= Self.hash(hash, rows.int(0), 0, 0)
    }
    return CheckResult(
      subject: "names",
      problem: sum == (try self.sum("SELECT hash, literal, 0, 0, 1 FROM name"))
        ? nil : "they differ from the literals that are names; searches may miss names")
  }

  private func counts() throws -> CheckResult {
    var counts: [Int64: Int64] = [:]
    try StatementBlocks(database).forEach { source, _, _ in counts[source, default: 0] += 1 }
    let rows = try PreparedStatement(database, "SELECT id, path, statement_count FROM source")
    while try rows.step() {
      let count = counts[rows.int(0)] ?? 0
      if count != rows.int(2) {
        return CheckResult(
          subject: "statements of each source",
          problem: "\(rows.text(1)) has \(count) statements, but \(rows.int(2)) were read from it")
      }
    }
    return CheckResult(subject: "statements of each source", problem: nil)
  }
}
