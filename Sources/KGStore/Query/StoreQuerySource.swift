internal import GRDB
internal import GRDBSQLite
internal import KGModel
internal import KGSPARQL

/// The store as queries see it, as long as nothing in it changes. Used within reading transactions only.
final class StoreQuerySource: QuerySource {
  var plans: [String: AnyObject] = [:]
  var mayContinue: (() -> Bool)? {
    didSet { watch() }
  }
  private let database: Database
  private let dictionary: TermDictionary
  private let entities: EntityIndex
  private let dataset: DatasetClause?
  private var numbers: [Term: Int64] = [:]
  /// Terms that no statement names, from ``firstOwn`` on.
  private var own: [Int64: Term] = [:]
  private var ownNumbers: [Term: Int64] = [:]
  /// Those that plans name: the others go with the run that computed them.
  private var lasting: Set<Int64> = []
  private var nextOwn = firstOwn
  private var graphs: [Int64]?
  private var knownStatistics: [Term: PredicateFigures] = [:]
  private var terms: [Int64: Term] = [:]
  /// The last terms that were asked for, by the low bits of their numbers: most are asked for many times.
  private var recent: [(number: Int64, term: Term)?] = []

  /// Terms that are kept at most: they come again and again, and a query can meet all there are.
  private static let termLimit = 1 << 17

  /// Past what rows of the dictionary can have.
  private static let firstOwn: Int64 = 1 << 62

  /// - Parameter dataset: The graphs to ask; `nil` for the data as it is.
  init(_ database: Database, dataset: DatasetClause? = nil) {
    self.database = database
    self.dataset = dataset
    dictionary = TermDictionary(database)
    entities = EntityIndex(database)
  }

  func restricted(to dataset: DatasetClause) -> any QuerySource {
    StoreQuerySource(database, dataset: dataset)
  }

  deinit {
    if mayContinue != nil { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
  }

  /// Steps of SQLite's machine between two questions: some tenths of a millisecond.
  private static let stepsBetweenQuestions: Int32 = 10_000

  private func watch() {
    let connection = database.sqliteConnection
    guard mayContinue != nil else { return sqlite3_progress_handler(connection, 0, nil, nil) }
    sqlite3_progress_handler(
      connection, Self.stepsBetweenQuestions,
      { source in
        guard let source else { return 0 }
        let mayContinue = Unmanaged<StoreQuerySource>.fromOpaque(source).takeUnretainedValue()
          .mayContinue
        return mayContinue?() ?? true ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  // MARK: Terms

  func termID(of term: Term) throws -> Int64 {
    let number = try termID(ofComputed: term).number
    if number >= Self.firstOwn { lasting.insert(number) }
    return number
  }

  func termID(ofComputed term: Term) throws -> (number: Int64, isNew: Bool) {
    if let known = numbers[term] ?? ownNumbers[term] { return (known, false) }
    guard let id = try dictionary.id(of: term) else {
      let number = nextOwn
      nextOwn += 1
      own[number] = term
      ownNumbers[term] = number
      return (number, true)
    }
    // A member of an entity stands for the entity.
    let number = try term.isLiteral ? id.rawValue : entities.entity(of: id.rawValue)
    if id.isRow {
      if numbers.count >= Self.termLimit { numbers = [:] }
      numbers[term] = number
    }
    return (number, false)
  }

  func forget(_ numbers: [Int64]) {
    for number in numbers where !lasting.contains(number) {
      if let term = own.removeValue(forKey: number) { ownNumbers[term] = nil }
    }
  }

  /// The numbers of a term in a pattern: the case of language tags does not count (RDF 1.1 Concepts, section
  /// 3.3), and the store keeps them as they were written.
  private func numbers(of term: Term) throws -> [Int64] {
    guard let literal = term.literal, let tag = literal.languageTag else {
      return [try termID(of: term)]
    }
    let spellings = try dictionary.families.spellings(ofLanguage: tag)
    guard !spellings.isEmpty else { return [try termID(of: term)] }
    return try spellings.map {
      try termID(of: .literal(Literal(literal.lexicalForm, languageTag: $0)))
    }
  }

  private static let recentCount = 1 << 12

  func term(_ number: Int64) throws -> Term {
    let place = Int(number & Int64(Self.recentCount - 1))
    if recent.isEmpty {
      // Few terms are found as quickly.
      if terms.count < Self.recentCount / 4 { return try rareTerm(number) }
      recent = Array(repeating: nil, count: Self.recentCount)
    }
    if let known = recent[place], known.number == number { return known.term }
    let term = try rareTerm(number)
    recent[place] = (number, term)
    return term
  }

  /// In the order of their rows, neighbours together: the name of a thing is often next to its IRI.
  func prefetchTerms(_ numbers: [Int64]) throws {
    guard numbers.count < Self.termLimit else { return }
    var run: ClosedRange<Int64>?
    func readRun() throws {
      guard let run else { return }
      if terms.count + run.count > Self.termLimit { terms = [:] }
      try dictionary.terms(in: run) { terms[$0] = $1 }
    }
    for number in numbers.sorted() {
      guard TermID(rawValue: number).isRow, number < Self.firstOwn, terms[number] == nil else {
        continue
      }
      if let known = run, number <= known.upperBound + 1 {
        run = known.lowerBound...max(number, known.upperBound)
      } else {
        try readRun()
        run = number...number
      }
    }
    try readRun()
  }

  private func rareTerm(_ number: Int64) throws -> Term {
    if let known = terms[number] { return known }
    if number >= Self.firstOwn, let term = own[number] { return term }
    guard let term = try dictionary.term(TermID(rawValue: number)) else {
      throw DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a statement names a term that is not there")
    }
    if terms.count >= Self.termLimit { terms = [:] }
    terms[number] = term
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
      let wanted = Set(try dataset.namedGraphs.map { try termID(of: .iri($0)) })
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
      let graphs = try dataset.defaultGraphs.map { try termID(of: .iri($0)) }
      return graphs.count == 1 ? .named(graphs[0]) : .merged(graphs)
    }
  }

  // MARK: Parts

  func prepared(
    _ algebra: Algebra, graph: ActiveGraph, bindings: [Variable]
  ) throws -> (any PreparedPart)? {
    if let group = PatternGroup(algebra) {
      return try basic(group, try tables(graph), name: nil, bindings: bindings)
    }
    switch algebra {
    case .graph(.variable(let name), .basic(let patterns)):
      guard let group = PatternGroup(.basic(patterns)) else { return nil }
      let among = dataset == nil ? nil : try namedGraphs()
      return try basic(group, .anyNamed(among: among), name: name, bindings: bindings)
    case .path(let subject, let path, let object):
      let tables = try tables(graph)
      let isSeeded = subject.term != nil || object.term != nil
      return try SQLPart(database, estimatedRows: isSeeded ? 100 : 1_000_000, bindings: bindings) {
        try PathSQL.sql(
          from: subject, path, to: object, tables: tables, bindings: $0 ? bindings : nil,
          number: self.termID)
      }
    default: return nil
    }
  }

  private func basic(
    _ group: PatternGroup, _ tables: GraphTables, name: Variable?, bindings: [Variable]
  ) throws -> SQLPart {
    let order = BasicPatternOrder(count: count, statistics: statistics)
    let builder = BasicPatternSQL(tables: tables, graph: name, numbers: numbers)
    let names = tables == .default ? try NameSearch(group, vocabulary: vocabulary) : nil
    let plain = try order.ordered(group.patterns, bound: names.map { [$0.variable] } ?? [])
    let (sql, residualConditions) = try builder.sql(plain, group, names: names, bindings: nil)
    let rows = (plain.last?.rows ?? 1) * (names == nil ? 1 : Self.expectedNames)
    return try SQLPart(
      database, estimatedRows: rows, bindings: bindings, residualConditions: residualConditions,
      plain: sql
    ) { hasBindings in
      let ordered = hasBindings ? try order.ordered(group.patterns, bound: Set(bindings)) : plain
      return try builder.sql(ordered, group, names: names, bindings: hasBindings ? bindings : nil)
        .sql
    }
  }

  /// Names that a search finds, about.
  private static let expectedNames = 100.0
  private static let maximumVocabulary = 1 << 18
  private var knownVocabulary: [String]??

  /// Every word of names; `nil` when there are too many to look through.
  private func vocabulary() throws -> [String]? {
    if let knownVocabulary { return knownVocabulary }
    let words = try String.fetchAll(
      database,
      sql: "SELECT term FROM name_vocabulary LIMIT \(Self.maximumVocabulary + 1)")
    let found = words.count > Self.maximumVocabulary ? nil : words
    knownVocabulary = .some(found)
    return found
  }

  private func statistics(_ predicate: Term) throws -> PredicateFigures? {
    if let known = knownStatistics[predicate] { return known }
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT triples, subjects, objects FROM predicate WHERE p = ?"),
      arguments: [try termID(of: predicate)])
    guard let row else { return nil }
    let statistics = PredicateFigures(
      triples: Int(row.int(0)), subjects: Int(row.int(1)), objects: Int(row.int(2)))
    knownStatistics[predicate] = statistics
    return statistics
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
      arguments: [try termID(of: predicate), try termID(of: object)])
    return Double(count ?? 0)
  }
}
