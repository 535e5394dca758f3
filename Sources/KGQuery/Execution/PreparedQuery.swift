public import KGModel
public import KGSPARQL

/// What a query gives.
public enum QueryResult: Hashable, Sendable {
  case solutions(SolutionTable)
  case boolean(Bool)
  /// Of CONSTRUCT and DESCRIBE: each triple once.
  case graph([Triple])

  /// No rows, no triples, or no.
  public var isEmpty: Bool {
    switch self {
    case .solutions(let table): table.rows.isEmpty
    case .boolean(let value): !value
    case .graph(let triples): triples.isEmpty
    }
  }
}

/// Takes a result piece by piece, as it is found.
public protocol ResultConsumer {
  mutating func begin(variables: [Variable]) throws
  /// `nil` where unbound.
  mutating func add(_ solution: [Term?]) throws
  mutating func add(_ triple: Triple) throws
  mutating func finish(_ boolean: Bool) throws
  /// - Parameter isCut: Whether there would have been more.
  mutating func finish(isCut: Bool) throws
}

/// A query made ready for a source, to be run as often as one likes.
public final class PreparedQuery {
  private let query: Query
  private let context: QueryContext
  private let plan: PlanStep
  private var isRunning = false

  /// - Parameter isMeasuring: Whether steps count their rows and time.
  /// - Throws: ``QueryError`` for functions that are not known, and what the source throws.
  public init(_ query: Query, source: any QuerySource, isMeasuring: Bool = false) throws {
    self.query = query
    let source = query.dataset.map(source.restricted) ?? source
    context = QueryContext(source: source, base: query.base, isMeasuring: isMeasuring)
    plan = try Planner(context: context).plan(query.algebra)
    plan.prefetchTerms(query.variables)
  }

  private static let maximumPlans = 256

  /// A query that was made ready before, or is now.
  ///
  /// - Parameters:
  ///   - text: What the query is known by.
  ///   - parse: Makes it of the text.
  public static func named(
    _ text: String, source: any QuerySource, parse: (String) throws -> Query
  ) throws -> PreparedQuery {
    if let known = source.plans[text] as? PreparedQuery, !known.isRunning { return known }
    let prepared = try PreparedQuery(parse(text), source: source)
    if source.plans.count >= maximumPlans { source.plans = [:] }
    source.plans[text] = prepared
    return prepared
  }

  /// Runs the query and hands the result over as it comes.
  ///
  /// - Parameter isCancelled: Asked often; a run that is cancelled ends with ``QueryError/cancelled``.
  /// - Throws: ``QueryError`` when it takes more than the limits allow, and what source and consumer throw.
  public func run(
    _ consumer: inout some ResultConsumer, limits: QueryLimits = QueryLimits(),
    isCancelled: @escaping () -> Bool = { false }
  ) throws {
    isRunning = true
    context.begin(limits, isCancelled: isCancelled)
    defer {
      isRunning = false
      context.end()
    }
    do {
      try context.checkTime()
      switch query.form {
      case .ask: try consumer.finish(plan.open(in: context).next(1) != nil)
      case .select: try select(&consumer)
      case .construct(let template): try construct(template, &consumer)
      case .describe(let terms): try describe(terms, &consumer)
      }
      // A function that was made to stop has no value, and says nothing.
      try context.checkTime()
    } catch let error as QueryError {
      throw error
    } catch {
      // A source that was made to stop says so in its own words.
      try context.checkTime()
      throw error
    }
  }

  /// The whole result.
  public func result(limits: QueryLimits = QueryLimits()) throws -> QueryResult {
    var collector = ResultCollector()
    try run(&collector, limits: limits)
    switch query.form {
    case .construct, .describe: return .graph(collector.triples)
    case .select, .ask:
      return collector.boolean.map { .boolean($0) }
        ?? .solutions(SolutionTable(variables: collector.variables, rows: collector.rows))
    }
  }

  /// The plan with its steps, for people; with what was measured when it has run.
  public var explanation: String { PlanText.text(plan, isMeasured: context.isMeasuring) }

  // MARK: Forms

  private func select(_ consumer: inout some ResultConsumer) throws {
    try consumer.begin(variables: query.variables)
    let places = query.variables.map(plan.place)
    let rows = try plan.open(in: context)
    var count = 0
    let isWhole = try rows.stream { row in
      if count == context.limits.maximumRows { return false }
      count += 1
      try consumer.add(places.map { try $0.flatMap { try context.term(row[$0]) } })
      return true
    }
    try consumer.finish(isCut: !isWhole)
  }

  private func construct(
    _ template: [TriplePattern], _ consumer: inout some ResultConsumer
  ) throws {
    var output = TripleOutput(context)
    let places = Dictionary(
      template.flatMap(\.variables).map { ($0, plan.place(of: $0)) },
      uniquingKeysWith: { a, _ in a })
    let rows = try plan.open(in: context)
    let isWhole = try rows.stream { row in
      try triples(template, row, places).allSatisfy { try output.add($0, to: &consumer) }
    }
    try consumer.finish(isCut: !isWhole)
  }

  /// The triples that a template makes of a row.
  private func triples(
    _ template: [TriplePattern], _ row: Row, _ places: [Variable: Int?]
  ) throws -> [Triple] {
    var made: [Variable: Term] = [:]
    func term(_ place: PatternTerm) throws -> Term? {
      guard let variable = place.variable else { return place.term }
      if let column = places[variable] ?? nil { return try context.term(row[column]) }
      guard !variable.isVisible else { return nil }
      // A blank node of the template is another one in each solution.
      if let known = made[variable] { return known }
      let node = Term.blankNode(context.functions.blankNode())
      made[variable] = node
      return node
    }
    return try template.compactMap { pattern in
      guard let subject = try term(pattern.subject), !subject.isLiteral,
        let predicate = try term(pattern.predicate)?.iri, let object = try term(pattern.object)
      else { return nil }
      return Triple(subject, predicate, object)
    }
  }

  /// What is said of a thing: its triples, and those of the blank nodes that they lead to.
  private func describe(
    _ terms: [PatternTerm], _ consumer: inout some ResultConsumer
  ) throws {
    var output = TripleOutput(context)
    var queue: [Int64] = []
    var seen: Set<Int64> = []
    for term in terms.compactMap(\.term) {
      let number = try context.number(term)
      if seen.insert(number).inserted { queue.append(number) }
    }
    let places = terms.compactMap(\.variable).compactMap(plan.place)
    if !places.isEmpty {
      let rows = try plan.open(in: context)
      try rows.forEach { row in
        for place in places where row[place] != 0 && seen.insert(row[place]).inserted {
          queue.append(row[place])
        }
      }
    }
    let (subject, predicate, object) = (Variable("s"), Variable("p"), Variable("o"))
    let pattern = TriplePattern(.variable(subject), .variable(predicate), .variable(object))
    guard
      let part = try context.source.prepared(
        .basic([pattern]), graph: .default, bindings: [subject])
    else { return }
    let columns = [subject, predicate, object].compactMap { part.variables.firstIndex(of: $0) }
    while let number = queue.popLast() {
      let cursor = try part.open(bindings: [[number]])
      while let batch = try cursor.next(RowBatch.usualCount) {
        try context.checkTime()
        for row in batch {
          let found = try columns.map { try context.term(row[$0]) }
          guard let thing = found[0], let property = found[1]?.iri, let value = found[2] else {
            continue
          }
          guard try output.add(Triple(thing, property, value), to: &consumer) else {
            return try consumer.finish(isCut: true)
          }
          if case .blankNode = value, seen.insert(row[columns[2]]).inserted {
            queue.append(row[columns[2]])
          }
        }
      }
    }
    try consumer.finish(isCut: false)
  }
}

/// Triples of a result, each once.
private struct TripleOutput {
  private let context: QueryContext
  private var seen: Set<Triple> = []

  init(_ context: QueryContext) {
    self.context = context
  }

  /// - Returns: `false` when there have been as many as are wanted.
  mutating func add(_ triple: Triple, to consumer: inout some ResultConsumer) throws -> Bool {
    guard !seen.contains(triple) else { return true }
    if seen.count == context.limits.maximumRows { return false }
    try context.keep(columns: 32)
    seen.insert(triple)
    try consumer.add(triple)
    return true
  }
}

/// Keeps a result as a whole.
private struct ResultCollector: ResultConsumer {
  private(set) var variables: [Variable] = []
  private(set) var rows: [[Term?]] = []
  private(set) var triples: [Triple] = []
  private(set) var boolean: Bool?

  mutating func begin(variables: [Variable]) { self.variables = variables }
  mutating func add(_ solution: [Term?]) { rows.append(solution) }
  mutating func add(_ triple: Triple) { triples.append(triple) }
  mutating func finish(_ boolean: Bool) { self.boolean = boolean }
  mutating func finish(isCut: Bool) {}
}
