internal import KGModel

/// Query forms, the prologue, and the clauses around the pattern.
extension QueryParser {
  mutating func query() throws(SPARQLSyntaxError) -> Query {
    try prologue()
    let result: Query
    switch current.kind {
    case _ where isWord("SELECT"): result = try selectQuery()
    case _ where takeWord("CONSTRUCT"): result = try constructQuery()
    case _ where takeWord("DESCRIBE"): result = try describeQuery()
    case _ where takeWord("ASK"): result = try askQuery()
    default: throw notAQuery()
    }
    guard current.kind == .end else { throw unexpected("the end of the query") }
    return result
  }

  private static let updateWords = [
    "INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "WITH", "ADD", "MOVE", "COPY",
  ]

  private func notAQuery() -> SPARQLSyntaxError {
    if Self.updateWords.contains(where: { isWord($0) }) {
      return error(
        "updates are refused: a graph is changed by its sources only",
        suggestion: "use 'kg ingest' and 'kg forget'")
    }
    return unexpected("SELECT, ASK, CONSTRUCT or DESCRIBE")
  }

  private mutating func prologue() throws(SPARQLSyntaxError) {
    while true {
      if takeWord("BASE") {
        baseText = try iriReference()
      } else if takeWord("PREFIX") {
        guard case .prefixedName(let prefix, "") = current.kind else {
          throw unexpected("a prefix such as 'ex:'")
        }
        advance()
        prefixes[prefix] = try iriReference()
      } else {
        return
      }
    }
  }

  // MARK: Forms

  private mutating func selectQuery() throws(SPARQLSyntaxError) -> Query {
    advance()
    let head = try selectClause()
    let dataset = try datasetClauses()
    let (algebra, variables) = try selection(head)
    return Query(
      form: .select, algebra: algebra, variables: variables, dataset: dataset, base: baseText)
  }

  mutating func subSelect() throws(SPARQLSyntaxError) -> Algebra {
    advance()
    return try selection(try selectClause()).algebra
  }

  private mutating func askQuery() throws(SPARQLSyntaxError) -> Query {
    let dataset = try datasetClauses()
    let (algebra, _) = try modified(try whereClause())
    return Query(form: .ask, algebra: algebra, dataset: dataset, base: baseText)
  }

  private mutating func constructQuery() throws(SPARQLSyntaxError) -> Query {
    if isSign("{") {
      let template = try constructTemplate()
      let dataset = try datasetClauses()
      let (algebra, _) = try modified(try whereClause())
      return Query(form: .construct(template), algebra: algebra, dataset: dataset, base: baseText)
    }
    let dataset = try datasetClauses()
    try expectWord("WHERE")
    try expect("{")
    let triples = isSign("}") ? [] : try triplesTemplate()
    try expect("}")
    let (algebra, _) = try modified(.basic(triples))
    return Query(
      form: .construct(triples.map(\.withNewBlankNodes)), algebra: algebra, dataset: dataset,
      base: baseText)
  }

  private mutating func constructTemplate() throws(SPARQLSyntaxError) -> [TriplePattern] {
    try expect("{")
    let triples = isSign("}") ? [] : try triplesTemplate()
    try expect("}")
    // The labels of a template are independent of those of the pattern.
    forgetBlankNodes()
    return triples.map(\.withNewBlankNodes)
  }

  private mutating func describeQuery() throws(SPARQLSyntaxError) -> Query {
    var terms: [PatternTerm] = []
    let isAll = takeSign("*")
    while !isAll {
      if case .variable = current.kind {
        terms.append(.variable(try variable()))
      } else if isIRI {
        terms.append(.term(.iri(try iri())))
      } else if terms.isEmpty {
        throw unexpected("a variable, an IRI or '*'")
      } else {
        break
      }
    }
    let dataset = try datasetClauses()
    var pattern = Algebra.basic([])
    if isWord("WHERE") || isSign("{") { pattern = try whereClause() }
    let (algebra, visible) = try modified(pattern)
    if isAll { terms = visible.map { .variable($0) } }
    return Query(form: .describe(terms), algebra: algebra, dataset: dataset, base: baseText)
  }

  private mutating func datasetClauses() throws(SPARQLSyntaxError) -> DatasetClause? {
    guard isWord("FROM") else { return nil }
    var clause = DatasetClause()
    while takeWord("FROM") {
      if takeWord("NAMED") {
        clause.namedGraphs.append(try iri())
      } else {
        clause.defaultGraphs.append(try iri())
      }
    }
    return clause
  }

  private mutating func whereClause() throws(SPARQLSyntaxError) -> Algebra {
    _ = takeWord("WHERE")
    return try groupGraphPattern()
  }

  // MARK: SELECT

  private struct SelectHead {
    var isDistinct = false
    var isReduced = false
    /// `nil` for `*`.
    var items: [SelectItem]?
  }

  private mutating func selectClause() throws(SPARQLSyntaxError) -> SelectHead {
    var head = SelectHead()
    head.isDistinct = takeWord("DISTINCT")
    head.isReduced = !head.isDistinct && takeWord("REDUCED")
    if takeSign("*") { return head }
    var items: [SelectItem] = []
    while true {
      let token = current
      if case .variable = token.kind {
        items.append(SelectItem(variable: try variable(), expression: nil, token: token))
      } else if takeSign("(") {
        let expression = try withAggregates { (parser) throws(SPARQLSyntaxError) in
          try parser.expression()
        }
        try expectWord("AS")
        let place = current
        items.append(
          SelectItem(variable: try variable(), expression: expression, token: place))
        try expect(")")
      } else {
        guard !items.isEmpty else { throw unexpected("a variable, '(' or '*'") }
        head.items = items
        return head
      }
    }
  }

  /// The rest of a selection after its head.
  private mutating func selection(
    _ head: SelectHead
  ) throws(SPARQLSyntaxError) -> (algebra: Algebra, variables: [Variable]) {
    var modifiers = SolutionModifierBuilder(pattern: try whereClause())
    try solutionModifiers(&modifiers)
    let variables = try modifiers.select(head.items, parser: &self)
    return (
      modifiers.finished(
        projecting: variables, isDistinct: head.isDistinct, isReduced: head.isReduced), variables
    )
  }

  /// A pattern with its modifiers, for a form that selects no variables.
  private mutating func modified(
    _ pattern: Algebra
  ) throws(SPARQLSyntaxError) -> (algebra: Algebra, variables: [Variable]) {
    var modifiers = SolutionModifierBuilder(pattern: pattern)
    try solutionModifiers(&modifiers)
    let variables = pattern.variables.filter(\.isVisible)
    return (modifiers.finished(projecting: nil, isDistinct: false, isReduced: false), variables)
  }

  // MARK: Solution modifiers

  private mutating func solutionModifiers(
    _ modifiers: inout SolutionModifierBuilder
  ) throws(SPARQLSyntaxError) {
    try groupClause(&modifiers)
    try havingClause(&modifiers)
    try orderClause(&modifiers)
    modifiers.slice = try limitOffsetClauses()
    if isWord("VALUES") { modifiers.values = try inlineData() }
  }

  private mutating func groupClause(_ modifiers: inout SolutionModifierBuilder)
    throws(SPARQLSyntaxError)
  {
    guard takeWord("GROUP") else { return }
    try expectWord("BY")
    modifiers.isGrouped = true
    repeat {
      if case .variable = current.kind {
        modifiers.addKey(try variable())
      } else if takeSign("(") {
        let expression = try expression()
        let isNamed = takeWord("AS")
        let place = current
        let key = isNamed ? try variable() : fresh("key")
        if modifiers.binds(key) {
          throw error("?\(key.name) is bound already: give the key another name", at: place)
        }
        try expect(")")
        modifiers.addKey(key, expression)
      } else {
        modifiers.addKey(fresh("key"), try functionCall())
      }
    } while isConditionStart
  }

  private mutating func havingClause(_ modifiers: inout SolutionModifierBuilder)
    throws(SPARQLSyntaxError)
  {
    guard takeWord("HAVING") else { return }
    repeat {
      let condition = try withAggregates { (parser) throws(SPARQLSyntaxError) in
        try parser.constraint()
      }
      modifiers.addHaving(condition, parser: &self)
    } while isConditionStart
  }

  private mutating func orderClause(_ modifiers: inout SolutionModifierBuilder)
    throws(SPARQLSyntaxError)
  {
    guard takeWord("ORDER") else { return }
    try expectWord("BY")
    repeat {
      let isDescending = takeWord("DESC")
      let isDirected = isDescending || takeWord("ASC")
      let expression = try withAggregates { (parser) throws(SPARQLSyntaxError) -> Expression in
        if isDirected { return try parser.brackettedExpression() }
        if case .variable = parser.current.kind { return .variable(try parser.variable()) }
        return try parser.constraint()
      }
      modifiers.add(order: expression, descending: isDescending, parser: &self)
    } while isConditionStart || isWord("DESC") || isWord("ASC")
  }

  /// Whether another condition of GROUP BY, HAVING or ORDER BY begins here.
  private var isConditionStart: Bool {
    switch current.kind {
    case .variable, .sign("("), .iri, .prefixedName: true
    case .word:
      !["HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES", "ASC", "DESC"].contains { isWord($0) }
    default: false
    }
  }

  private mutating func limitOffsetClauses() throws(SPARQLSyntaxError) -> (
    offset: Int, limit: Int?
  )? {
    var offset: Int?
    var limit: Int?
    while true {
      if limit == nil, takeWord("LIMIT") {
        limit = try count()
      } else if offset == nil, takeWord("OFFSET") {
        offset = try count()
      } else {
        return offset == nil && limit == nil ? nil : (offset ?? 0, limit)
      }
    }
  }

  private mutating func count() throws(SPARQLSyntaxError) -> Int {
    guard case .integer(let text) = current.kind else { throw unexpected("a number") }
    guard let number = Int(text) else { throw error("\(text) is too large") }
    advance()
    return number
  }
}

extension TriplePattern {
  /// The same with other names for blank nodes, so that no pattern binds them.
  fileprivate var withNewBlankNodes: TriplePattern {
    func changed(_ place: PatternTerm) -> PatternTerm {
      guard case .variable(let variable) = place, !variable.isVisible else { return place }
      return .variable(Variable(".new" + variable.name))
    }
    return TriplePattern(changed(subject), changed(predicate), changed(object))
  }
}
