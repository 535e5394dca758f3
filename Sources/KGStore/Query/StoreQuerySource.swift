internal import GRDB
internal import KGModel
internal import KGSPARQL

/// The store as queries see it, within one reading transaction.
final class StoreQuerySource: QuerySource {
  private let database: Database
  private let dictionary: TermDictionary
  private let entities: EntityIndex
  private let dataset: DatasetClause?
  private var numbers: [Term: Int64] = [:]
  /// Terms that no statement names, from ``firstOwn`` on.
  private var own: [Term] = []
  private var graphs: [Int64]?

  /// Past what rows of the dictionary can have.
  private static let firstOwn: Int64 = 1 << 62

  init(_ database: Database, dataset: DatasetClause?) {
    self.database = database
    self.dataset = dataset
    dictionary = TermDictionary(database)
    entities = EntityIndex(database)
  }

  // MARK: Terms

  func number(of term: Term) throws -> Int64 {
    if let known = numbers[term] { return known }
    var number: Int64
    if let id = try dictionary.id(of: term) {
      // A member of an entity stands for the entity.
      number = id.rawValue
      if !term.isLiteral { number = try entities.entity(of: number) }
    } else {
      number = Self.firstOwn + Int64(own.count)
      own.append(term)
    }
    numbers[term] = number
    return number
  }

  /// The numbers of a term in a pattern: the case of language tags does not count (RDF 1.1 Concepts, section
  /// 3.3), and the store keeps them as they were written.
  private func numbers(of term: Term) throws -> [Int64] {
    guard let literal = term.literal, let tag = literal.languageTag else {
      return [try number(of: term)]
    }
    let spellings = try dictionary.families.spellings(ofLanguage: tag)
    guard !spellings.isEmpty else { return [try number(of: term)] }
    return try spellings.map {
      try number(of: .literal(Literal(literal.lexicalForm, languageTag: $0)))
    }
  }

  func term(_ number: Int64) throws -> Term {
    if number >= Self.firstOwn, own.indices.contains(Int(number - Self.firstOwn)) {
      return own[Int(number - Self.firstOwn)]
    }
    guard let term = try dictionary.term(TermID(rawValue: number)) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a statement names a term that is not there")
    }
    return term
  }

  // MARK: Graphs

  func namedGraphs() throws -> [Int64] {
    if let graphs { return graphs }
    // Each graph is looked up from the one before.
    var found = try Int64.fetchAll(
      database,
      sql: """
        WITH RECURSIVE graph(g) AS (SELECT MIN(g) FROM gspo
          UNION SELECT (SELECT MIN(g) FROM gspo WHERE gspo.g > graph.g) FROM graph)
        SELECT g FROM graph WHERE g IS NOT NULL
        """)
    if let dataset {
      let wanted = Set(try dataset.namedGraphs.map { try number(of: .iri($0)) })
      found = found.filter(wanted.contains)
    }
    graphs = found
    return found
  }

  private func tables(_ graph: ActiveGraph) throws -> GraphTables {
    switch graph {
    case .named(let graph): return .named(graph)
    case .default:
      guard let dataset else { return .default }
      let graphs = try dataset.defaultGraphs.map { try number(of: .iri($0)) }
      return graphs.count == 1 ? .named(graphs[0]) : .merged(graphs)
    }
  }

  // MARK: Parts

  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, hint: [Variable]
  ) throws -> (any PreparedPart)? {
    switch algebra {
    case .basic(let patterns):
      guard !patterns.isEmpty, patterns.count <= BasicPatternSQL.maximumPatterns else { return nil }
      return try basic(patterns, try tables(graph), name: nil, hint: hint)
    case .graph(.variable(let name), .basic(let patterns)):
      guard !patterns.isEmpty, patterns.count <= BasicPatternSQL.maximumPatterns else { return nil }
      let among = dataset == nil ? nil : try namedGraphs()
      return try basic(patterns, .anyNamed(among: among), name: name, hint: hint)
    case .path(let subject, let path, let object):
      let tables = try tables(graph)
      let isSeeded = subject.term != nil || object.term != nil
      return try SQLPart(database, estimatedRows: isSeeded ? 100 : 1_000_000, hint: hint) {
        try PathSQL.sql(
          from: subject, path, to: object, tables: tables, hint: $0 ? hint : nil,
          number: self.number)
      }
    default: return nil
    }
  }

  private func basic(
    _ patterns: [TriplePattern], _ tables: GraphTables, name: Variable?, hint: [Variable]
  ) throws -> SQLPart {
    let order = BasicPatternOrder(count: count)
    let builder = BasicPatternSQL(tables: tables, graph: name, numbers: numbers)
    let plain = try order.ordered(patterns, bound: [])
    return try SQLPart(database, estimatedRows: plain.rows, hint: hint) { hasHint in
      let ordered =
        hasHint ? try order.ordered(patterns, bound: Set(hint)).patterns : plain.patterns
      return try builder.sql(ordered, hint: hasHint ? hint : nil)
    }
  }

  private static let countLimit = 1000

  /// Triples with an object, counted up to a limit past which it makes no difference.
  private func count(_ predicate: Term?, _ object: Term) throws -> Double {
    guard let predicate else { return 20 }
    let count = try Int.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT COUNT(*) FROM (SELECT 1 FROM pos WHERE p = ? AND o = ? LIMIT \(Self.countLimit))
          """),
      arguments: [try number(of: predicate), try number(of: object)])
    return Double(count ?? 0)
  }
}
