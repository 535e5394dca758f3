internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// Turns the rows of a plan into what the query's form returns: solutions, a boolean or triples.
struct ResultForm {
  let plan: QueryPlan
  let run: QueryRun

  func write(_ consumer: inout some ResultConsumer) throws {
    switch plan.query.form {
    case .ask: try consumer.finish(plan.root.open(in: run).next(1) != nil)
    case .select: try select(&consumer)
    case .construct(let template): try construct(template, &consumer)
    case .describe(let terms): try describe(terms, &consumer)
    }
  }

  private func select(_ consumer: inout some ResultConsumer) throws {
    let variables = plan.query.variables
    try consumer.begin(variables: variables)
    let places = variables.map(plan.root.place)
    var count = 0
    let isWhole = try plan.root.open(in: run).stream { row in
      if count == run.limits.maximumRows { return false }
      count += 1
      try consumer.add(places.map { try $0.flatMap { try run.term(row[$0]) } })
      return true
    }
    try consumer.finish(isCut: !isWhole)
  }

  // MARK: CONSTRUCT

  private func construct(
    _ template: [TriplePattern], _ consumer: inout some ResultConsumer
  ) throws {
    var output = TripleOutput(run)
    let places = Dictionary(
      template.flatMap(\.variables).map { ($0, plan.root.place(of: $0)) },
      uniquingKeysWith: { a, _ in a })
    let isWhole = try plan.root.open(in: run).stream { row in
      try triples(template, row, places).allSatisfy { try output.add($0, to: &consumer) }
    }
    try consumer.finish(isCut: !isWhole)
  }

  /// The triples of a template for a row; those with an unbound or impossible term are left out.
  private func triples(
    _ template: [TriplePattern], _ row: Row, _ places: [Variable: Int?]
  ) throws -> [Triple] {
    var blankNodes: [Variable: Term] = [:]
    func term(_ place: PatternTerm) throws -> Term? {
      guard let variable = place.variable else { return place.term }
      if let column = places[variable] ?? nil { return try run.term(row[column]) }
      guard !variable.isVisible else { return nil }
      // A blank node of the template is a new one in each solution.
      if let known = blankNodes[variable] { return known }
      let node = Term.blankNode(run.functions.blankNode())
      blankNodes[variable] = node
      return node
    }
    return try template.compactMap { pattern in
      guard let subject = try term(pattern.subject), !subject.isLiteral,
        let predicate = try term(pattern.predicate)?.iri, let object = try term(pattern.object)
      else { return nil }
      return Triple(subject, predicate, object)
    }
  }

  // MARK: DESCRIBE

  /// The triples of the described things, and of the blank nodes that these lead to.
  private func describe(
    _ terms: [PatternTerm], _ consumer: inout some ResultConsumer
  ) throws {
    var output = TripleOutput(run)
    var (queue, seen) = try described(terms)
    let (subject, predicate, object) = (Variable("s"), Variable("p"), Variable("o"))
    let pattern = TriplePattern(.variable(subject), .variable(predicate), .variable(object))
    guard
      let part = try run.source.prepared(
        .basic([pattern]), graph: .default, bindings: [subject])
    else { return }
    let columns = [subject, predicate, object].compactMap { part.variables.firstIndex(of: $0) }
    while let id = queue.popLast() {
      let cursor = try run.source.open(part, bindings: [[id]])
      while let batch = try cursor.next(RowBatch.usualCount) {
        try run.checkTime()
        for row in batch {
          let found = try columns.map { try run.term(row[$0]) }
          guard let subject = found[0], let predicate = found[1]?.iri, let object = found[2] else {
            continue
          }
          guard try output.add(Triple(subject, predicate, object), to: &consumer) else {
            return try consumer.finish(isCut: true)
          }
          if case .blankNode = object, seen.insert(row[columns[2]]).inserted {
            queue.append(row[columns[2]])
          }
        }
      }
    }
    try consumer.finish(isCut: false)
  }

  /// The IDs of the things that a DESCRIBE names or finds.
  private func described(_ terms: [PatternTerm]) throws -> (queue: [Int64], seen: Set<Int64>) {
    var queue: [Int64] = []
    var seen: Set<Int64> = []
    for term in terms.compactMap(\.term) {
      let id = try run.termID(term)
      if seen.insert(id).inserted { queue.append(id) }
    }
    let places = terms.compactMap(\.variable).compactMap(plan.root.place)
    if !places.isEmpty {
      try plan.root.open(in: run).forEach { row in
        for place in places where row[place] != 0 && seen.insert(row[place]).inserted {
          queue.append(row[place])
        }
      }
    }
    return (queue, seen)
  }
}

/// Passes each triple of a result on once.
private struct TripleOutput {
  private let run: QueryRun
  private var seen: Set<Triple> = []

  init(_ run: QueryRun) {
    self.run = run
  }

  /// - Returns: `false` when as many triples as are wanted have been passed on.
  mutating func add(_ triple: Triple, to consumer: inout some ResultConsumer) throws -> Bool {
    guard !seen.contains(triple) else { return true }
    if seen.count == run.limits.maximumRows { return false }
    try run.keep(columns: 32)
    seen.insert(triple)
    try consumer.add(triple)
    return true
  }
}
