internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// The store as queries see it, as long as nothing in it changes. Used within reading transactions only.
final class StoreQuerySource: QuerySource {
  private let database: Database
  private let terms: SourceTerms
  private let statistics: PatternStatistics
  private let interruption: Interruption
  let attachments: SourceAttachments
  /// `nil` for the dataset of the store.
  private let dataset: DatasetClause?
  private var graphs: [Int64]?

  init(_ database: Database) {
    self.database = database
    terms = SourceTerms(database)
    statistics = PatternStatistics(database, terms)
    interruption = Interruption(database)
    attachments = SourceAttachments()
    dataset = nil
  }

  private init(_ source: StoreQuerySource, _ dataset: DatasetClause) {
    database = source.database
    terms = source.terms
    statistics = source.statistics
    interruption = source.interruption
    attachments = source.attachments
    self.dataset = dataset
  }

  func restricted(to dataset: DatasetClause) -> any QuerySource {
    StoreQuerySource(self, dataset)
  }

  var mayContinue: (() -> Bool)? {
    get { interruption.mayContinue }
    set { interruption.mayContinue = newValue }
  }

  // MARK: Terms

  func termID(of term: Term) throws -> Int64 { try terms.id(of: term) }
  func termID(ofComputed term: Term) throws -> (id: Int64, isNew: Bool) {
    try terms.id(ofComputed: term)
  }
  func release(_ ids: [Int64]) { terms.release(ids) }
  func term(_ id: Int64) throws -> Term { try terms.term(id) }
  func prefetchTerms(_ ids: [Int64]) throws { try terms.prefetch(ids) }

  // MARK: Graphs

  func namedGraphs() throws -> [Int64] {
    if let graphs { return graphs }
    // The index is searched for the next greater graph, starting from each graph found.
    var found = try database.integers(
      """
      WITH RECURSIVE graph(g) AS (SELECT MIN(g) FROM gspo
        UNION SELECT (SELECT MIN(g) FROM gspo WHERE gspo.g > graph.g) FROM graph)
      SELECT g FROM graph WHERE g IS NOT NULL
      """)
    if let dataset {
      let wanted = Set(try dataset.namedGraphs.map { try terms.id(of: .iri($0)) })
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
      let graphs = try dataset.defaultGraphs.map { try terms.id(of: .iri($0)) }
      return graphs.count == 1 ? .named(graphs[0]) : .merged(graphs)
    }
  }

  // MARK: Parts

  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, bindings: [Variable]
  ) throws -> (any PreparedPart)? {
    if let group = PatternGroup(algebra) {
      return try part(group, try tables(graph), name: nil, bindings: bindings)
    }
    switch algebra {
    case .graph(.variable(let name), .basic(let patterns)):
      guard let group = PatternGroup(.basic(patterns)) else { return nil }
      let among = dataset == nil ? nil : try namedGraphs()
      return try part(group, .anyNamed(among: among), name: name, bindings: bindings)
    case .path(let subject, let path, let object):
      let tables = try tables(graph)
      func sql(_ bindings: [Variable]?) throws -> PatternSQL {
        try PathSQL.sql(
          from: subject, path, to: object, tables: tables, bindings: bindings, termID: terms.id(of:)
        )
      }
      return SQLPart(
        estimatedRows: subject.term != nil || object.term != nil
          ? Self.expectedPathRows.fromTerm : Self.expectedPathRows.fromAnywhere,
        bindings: bindings, plain: try sql(nil), bound: bindings.isEmpty ? nil : try sql(bindings))
    default: return nil
    }
  }

  private func part(
    _ group: PatternGroup, _ tables: GraphTables, name: Variable?, bindings: [Variable]
  ) throws -> SQLPart {
    let order = BasicPatternOrder(count: statistics.count, statistics: statistics.predicate)
    let builder = BasicPatternSQL(tables: tables, graph: name, termIDs: terms.ids(matching:))
    let names =
      tables == .default
      ? try NameSearch(group, vocabulary: statistics.nameVocabulary) : nil
    let steps = try order.ordered(group.patterns, bound: names.map { [$0.variable] } ?? [])
    let plain = try builder.sql(steps, group, names: names, bindings: nil)
    var bound: PatternSQL?
    if !bindings.isEmpty {
      let steps = try order.ordered(group.patterns, bound: Set(bindings))
      bound = try builder.sql(steps, group, names: names, bindings: bindings).sql
    }
    return SQLPart(
      estimatedRows: (steps.last?.rows ?? 1) * (names == nil ? 1 : Self.expectedNames),
      bindings: bindings, residualConditions: plain.residualConditions, plain: plain.sql,
      bound: bound)
  }

  /// Guesses: names that a search finds, and pairs that a path connects.
  private static let expectedNames = 100.0
  private static let expectedPathRows = (fromTerm: 100.0, fromAnywhere: 1_000_000.0)

  func open(_ part: any PreparedPart, bindings rows: [[Int64]]?) throws -> any SolutionCursor {
    guard let part = part as? SQLPart else {
      throw SQLiteError(.misuse, "another source has prepared this part of a query")
    }
    if let rows {
      if rows.isEmpty { return EmptyCursor() }
      return SQLCursor(
        try PreparedStatement(database, part.boundText(rows)), places: part.boundPlaces)
    }
    return SQLCursor(
      try PreparedStatement(kept: part.plainText, by: database), places: part.plainPlaces)
  }
}
