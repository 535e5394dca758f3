internal import KGModel

/// Expressions and constraints.
extension QueryParser {
  mutating func constraint() throws(SPARQLSyntaxError) -> Expression {
    if isSign("(") { return try brackettedExpression() }
    return try functionCall()
  }

  mutating func brackettedExpression() throws(SPARQLSyntaxError) -> Expression {
    try expect("(")
    let expression = try expression()
    try expect(")")
    return expression
  }

  mutating func expression() throws(SPARQLSyntaxError) -> Expression {
    try nested { (parser) throws(SPARQLSyntaxError) in
      var parts = [try parser.conditionalAndExpression()]
      while parser.takeSign("||") { parts.append(try parser.conditionalAndExpression()) }
      return parts.count == 1 ? parts[0] : .or(parts)
    }
  }

  private mutating func conditionalAndExpression() throws(SPARQLSyntaxError) -> Expression {
    var parts = [try relationalExpression()]
    while takeSign("&&") { parts.append(try relationalExpression()) }
    return .all(parts)
  }

  private mutating func relationalExpression() throws(SPARQLSyntaxError) -> Expression {
    let left = try additiveExpression()
    if case .sign(let sign) = current.kind, let comparison = Expression.Comparison(rawValue: sign) {
      advance()
      return .compare(left, comparison, try additiveExpression())
    }
    if takeWord("IN") { return .isIn(left, try expressionList()) }
    if isWord("NOT"), isWord("IN", ahead: 1) {
      advance()
      advance()
      return .not(.isIn(left, try expressionList()))
    }
    return left
  }

  private mutating func additiveExpression() throws(SPARQLSyntaxError) -> Expression {
    try chain(["+": .add, "-": .subtract]) { (parser) throws(SPARQLSyntaxError) in
      try parser.chain(["*": .multiply, "/": .divide]) { (parser) throws(SPARQLSyntaxError) in
        try parser.unaryExpression()
      }
    }
  }

  /// Operands with signs of one precedence between them.
  private mutating func chain(
    _ signs: [String: Expression.Arithmetic],
    _ operand: (inout QueryParser) throws(SPARQLSyntaxError) -> Expression
  ) throws(SPARQLSyntaxError) -> Expression {
    let first = try operand(&self)
    var rest: [Expression.Operation] = []
    while case .sign(let text) = current.kind, let sign = signs[text] {
      advance()
      rest.append(Expression.Operation(sign, try operand(&self)))
    }
    return rest.isEmpty ? first : .arithmetic(first, rest)
  }

  private mutating func unaryExpression() throws(SPARQLSyntaxError) -> Expression {
    if takeSign("!") { return .not(try primaryExpression()) }
    if isSign("-") || isSign("+") {
      let sign = current
      advance()
      if isNumber, current.start == sign.end {
        return .term(.literal(try numericLiteral(sign: sign.text)))
      }
      let operand = try primaryExpression()
      return sign.text == "-"
        ? .negate(operand) : .arithmetic(.term(.integer(0)), [.init(.add, operand)])
    }
    return try primaryExpression()
  }

  private mutating func primaryExpression() throws(SPARQLSyntaxError) -> Expression {
    switch current.kind {
    case .sign("("): return try brackettedExpression()
    case .variable: return .variable(try variable())
    case .word where !isWord("TRUE") && !isWord("FALSE"): return try builtInCall()
    case .iri, .prefixedName:
      let name = try iri()
      return isSign("(") ? .function(name, try argumentList()) : .term(.iri(name))
    case .blankNode: throw unexpected("an expression")
    default:
      guard case .term(let term) = try? graphTerm() else { throw unexpected("an expression") }
      return .term(term)
    }
  }

  private mutating func expressionList() throws(SPARQLSyntaxError) -> [Expression] {
    try expect("(")
    var list: [Expression] = []
    if takeSign(")") { return list }
    repeat { list.append(try expression()) } while takeSign(",")
    try expect(")")
    return list
  }

  /// The arguments of a function with an IRI. DISTINCT is for aggregates, and no known function is one.
  private mutating func argumentList() throws(SPARQLSyntaxError) -> [Expression] {
    if isWord("DISTINCT", ahead: 1) {
      throw error("DISTINCT is for aggregates, and this is not one")
    }
    return try expressionList()
  }

  /// A call of a function that has a keyword or an IRI.
  mutating func functionCall() throws(SPARQLSyntaxError) -> Expression {
    if isIRI {
      let name = try iri()
      guard isSign("(") else { throw unexpected("'('") }
      return .function(name, try argumentList())
    }
    guard case .word = current.kind else { throw unexpected("a function or '('") }
    return try builtInCall()
  }

  private mutating func builtInCall() throws(SPARQLSyntaxError) -> Expression {
    let token = current
    guard case .word(let word) = token.kind else { throw unexpected("a function") }
    if let function = Aggregate.Function(rawValue: word.uppercased()) {
      return try aggregate(function)
    }
    if takeWord("EXISTS") { return .exists(try patternOfExists()) }
    if isWord("NOT"), isWord("EXISTS", ahead: 1) {
      advance()
      advance()
      return .not(.exists(try patternOfExists()))
    }
    guard let function = BuiltInFunction(keyword: word) else {
      throw error(
        "'\(word)' is not a function of SPARQL 1.1",
        suggestion: Self.functionNames.filter { isNear($0, word) }.min()
          .map { "did you mean \($0)?" })
    }
    advance()
    let arguments = try expressionList()
    guard function.argumentCounts.contains(arguments.count) else {
      throw error(
        "\(function.name) takes \(Self.words(function.argumentCounts)), not \(arguments.count)",
        at: token)
    }
    if function == .bound {
      guard case .variable = arguments[0] else {
        throw error("BOUND needs a variable", at: token)
      }
    }
    return .call(function, arguments)
  }

  private static let functionNames =
    BuiltInFunction.allCases.map(\.name)
    + ["COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "EXISTS"]

  private static func words(_ counts: ClosedRange<Int>) -> String {
    let number =
      counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
    return number + (counts.upperBound == 1 ? " argument" : " arguments")
  }

  /// Whether aggregates are allowed around EXISTS does not matter for its pattern.
  private mutating func patternOfExists() throws(SPARQLSyntaxError) -> Algebra {
    let (place, number) = (aggregatePlace, patternNumber)
    aggregatePlace = .forbidden
    let pattern = try groupGraphPattern()
    aggregatePlace = place
    resumePattern(number)
    return pattern
  }

  // MARK: Aggregates

  /// Reads an expression in which aggregates are allowed.
  mutating func withAggregates(
    _ body: (inout QueryParser) throws(SPARQLSyntaxError) -> Expression
  ) throws(SPARQLSyntaxError) -> Expression {
    let place = aggregatePlace
    aggregatePlace = .allowed
    let expression = try body(&self)
    aggregatePlace = place
    return expression
  }

  private mutating func aggregate(
    _ function: Aggregate.Function
  ) throws(SPARQLSyntaxError) -> Expression {
    switch aggregatePlace {
    case .allowed: break
    case .forbidden:
      throw error("\(function.rawValue) is allowed in SELECT, HAVING and ORDER BY only")
    case .inAggregate: throw error("\(function.rawValue) cannot be nested in another aggregate")
    }
    advance()
    try expect("(")
    let distinct = takeWord("DISTINCT")
    var argument: Expression?
    if function != .count || !takeSign("*") {
      aggregatePlace = .inAggregate
      argument = try expression()
      aggregatePlace = .allowed
    }
    var separator = " "
    if function == .groupConcat, takeSign(";") {
      try expectWord("SEPARATOR")
      try expect("=")
      separator = try string()
    }
    try expect(")")
    return .aggregate(Aggregate(function, argument, distinct: distinct, separator: separator))
  }
}
