internal import KGModel

extension QueryParser {
  mutating func constraint() throws(SPARQLSyntaxError) -> Expression {
    isSign("(") ? try brackettedExpression() : try primaryExpression()
  }

  mutating func brackettedExpression() throws(SPARQLSyntaxError) -> Expression {
    try expect("(")
    let expression = try expression()
    try expect(")")
    return expression
  }

  mutating func expression() throws(SPARQLSyntaxError) -> Expression {
    try nested { (parser) throws(SPARQLSyntaxError) in
      var left = try parser.conditionalAnd()
      while parser.takeSign("||") { left = .or(left, try parser.conditionalAnd()) }
      return left
    }
  }

  private mutating func conditionalAnd() throws(SPARQLSyntaxError) -> Expression {
    var left = try relational()
    while takeSign("&&") { left = .and(left, try relational()) }
    return left
  }

  private mutating func relational() throws(SPARQLSyntaxError) -> Expression {
    let left = try additive()
    if case .sign(let sign) = current.kind, let comparison = Expression.Comparison(rawValue: sign) {
      advance()
      return .compare(left, comparison, try additive())
    }
    if takeWord("IN") { return .isIn(left, try expressionList()) }
    if isWord("NOT"), case .word(let next) = peek(1).kind, next.uppercased() == "IN" {
      advance()
      advance()
      return .not(.isIn(left, try expressionList()))
    }
    return left
  }

  private mutating func additive() throws(SPARQLSyntaxError) -> Expression {
    var left = try multiplicative()
    while isSign("+") || isSign("-") {
      let operation: Expression.Arithmetic = isSign("+") ? .add : .subtract
      advance()
      left = .arithmetic(left, operation, try multiplicative())
    }
    return left
  }

  private mutating func multiplicative() throws(SPARQLSyntaxError) -> Expression {
    var left = try unary()
    while isSign("*") || isSign("/") {
      let operation: Expression.Arithmetic = isSign("*") ? .multiply : .divide
      advance()
      left = .arithmetic(left, operation, try unary())
    }
    return left
  }

  private mutating func unary() throws(SPARQLSyntaxError) -> Expression {
    if takeSign("!") {
      return .not(try nested { (parser) throws(SPARQLSyntaxError) in try parser.unary() })
    }
    if takeSign("-") {
      return .negate(try nested { (parser) throws(SPARQLSyntaxError) in try parser.unary() })
    }
    _ = takeSign("+")
    return try primaryExpression()
  }

  private mutating func primaryExpression() throws(SPARQLSyntaxError) -> Expression {
    switch current.kind {
    case .sign("("): return try brackettedExpression()
    case .variable(let name):
      advance()
      return .variable(Variable(name))
    case .word(let word) where word != "true" && word != "false": return try builtInCall()
    case .iri, .prefixedName:
      let name = try iri()
      return isSign("(") ? .function(name, try expressionList()) : .term(.iri(name))
    default:
      guard case .term(let term) = try graphTerm() else { throw unexpected("an expression") }
      return .term(term)
    }
  }

  private mutating func expressionList() throws(SPARQLSyntaxError) -> [Expression] {
    try expect("(")
    var list: [Expression] = []
    if takeSign(")") { return list }
    _ = takeWord("DISTINCT")
    repeat { list.append(try expression()) } while takeSign(",")
    try expect(")")
    return list
  }

  /// Numbers of arguments of the built-in functions.
  private static let functions: [String: ClosedRange<Int>] = [
    "STR": 1...1, "LANG": 1...1, "LANGMATCHES": 2...2, "DATATYPE": 1...1, "BOUND": 1...1,
    "IRI": 1...1,
    "URI": 1...1, "ABS": 1...1, "CEIL": 1...1, "FLOOR": 1...1, "ROUND": 1...1, "CONCAT": 0...99,
    "STRLEN": 1...1, "UCASE": 1...1, "LCASE": 1...1, "CONTAINS": 2...2, "STRSTARTS": 2...2,
    "STRENDS": 2...2, "STRBEFORE": 2...2, "STRAFTER": 2...2, "YEAR": 1...1, "MONTH": 1...1,
    "DAY": 1...1,
    "COALESCE": 1...99, "IF": 3...3, "STRLANG": 2...2, "STRDT": 2...2, "SAMETERM": 2...2,
    "ISIRI": 1...1,
    "ISURI": 1...1, "ISBLANK": 1...1, "ISLITERAL": 1...1, "ISNUMERIC": 1...1, "REGEX": 2...3,
    "SUBSTR": 2...3, "REPLACE": 3...4,
  ]

  mutating func builtInCall() throws(SPARQLSyntaxError) -> Expression {
    guard case .word(let word) = current.kind else {
      guard let name = try? iri() else { throw unexpected("a function") }  // told as "a function"
      return .function(name, try expressionList())
    }
    let name = word.uppercased()
    if let function = Aggregate.Function(rawValue: name) { return try aggregate(function) }
    if name == "EXISTS" {
      advance()
      return .exists(try groupGraphPattern())
    }
    if name == "NOT", case .word(let next) = peek(1).kind, next.uppercased() == "EXISTS" {
      advance()
      advance()
      return .not(.exists(try groupGraphPattern()))
    }
    guard let counts = Self.functions[name] else {
      throw error("'\(word)' is no function that is known here")
    }
    advance()
    let arguments = try expressionList()
    guard counts.contains(arguments.count) else {
      throw error(
        "\(name) takes \(counts.lowerBound == counts.upperBound ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)") arguments, not \(arguments.count)"
      )
    }
    return .call(name, arguments)
  }

  private mutating func aggregate(_ function: Aggregate.Function) throws(SPARQLSyntaxError)
    -> Expression
  {
    advance()
    try expect("(")
    let distinct = takeWord("DISTINCT")
    var argument: Expression?
    if function == .count, takeSign("*") { argument = nil } else { argument = try expression() }
    var separator = " "
    if takeSign(";") {
      guard takeWord("SEPARATOR") else { throw unexpected("SEPARATOR") }
      try expect("=")
      guard case .string(let text) = current.kind else { throw unexpected("a string") }
      separator = text
      advance()
    }
    try expect(")")
    return .aggregate(Aggregate(function, argument, distinct: distinct, separator: separator))
  }
}
