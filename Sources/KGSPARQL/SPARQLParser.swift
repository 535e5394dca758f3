internal import KGModel

/// Parses SPARQL text to the algebra.
///
///     let query = try SPARQLParser(prefixes: standardPrefixes).parse("SELECT ?n { ?p schema:name ?n }")
///
/// SELECT and ASK are understood; the other forms and GRAPH say that they are not there yet.
public struct SPARQLParser: Sendable {
  private let prefixes: [String: String]

  /// - Parameter prefixes: declared before the query's own, which may override them.
  public init(prefixes: [(prefix: String, namespace: String)] = []) {
    self.prefixes = Dictionary(prefixes.map { ($0.prefix, $0.namespace) }) { _, last in last }
  }

  /// - Throws: ``SPARQLSyntaxError`` with the place of the token that does not fit.
  public func parse(_ text: String) throws(SPARQLSyntaxError) -> Query {
    var parser = QueryParser(tokens: try Lexer.tokens(text), prefixes: prefixes)
    return try parser.query()
  }
}

/// The state of one parse. Functions carry the names of the grammar's productions.
struct QueryParser {
  private let tokens: [Token]
  private var index = 0
  var prefixes: [String: String]
  private var base = ""
  private var freshCount = 0
  private var depth = 0
  /// A query nested deeper is refused: the parser is recursive, and its stack is not.
  private let maximumDepth = 200

  init(tokens: [Token], prefixes: [String: String]) {
    self.tokens = tokens
    self.prefixes = prefixes
  }

  // MARK: Tokens

  var current: Token { tokens[min(index, tokens.count - 1)] }

  func peek(_ ahead: Int) -> Token { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { index += 1 }

  func isWord(_ word: String) -> Bool {
    if case .word(let text) = current.kind { text.uppercased() == word } else { false }
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  func isSign(_ sign: String) -> Bool { current.kind == .sign(sign) }

  mutating func takeSign(_ sign: String) -> Bool {
    guard isSign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(SPARQLSyntaxError) {
    guard takeSign(sign) else { throw unexpected("'\(sign)'") }
  }

  func unexpected(_ expected: String) -> SPARQLSyntaxError {
    error("found \(current.kind == .end ? "the end" : "'\(current.text)'"), expected \(expected)")
  }

  func error(_ message: String, suggestion: String? = nil) -> SPARQLSyntaxError {
    SPARQLSyntaxError(
      line: current.line, column: current.column, message: message, suggestion: suggestion)
  }

  mutating func nested<Value>(
    _ body: (inout QueryParser) throws(SPARQLSyntaxError) -> Value
  ) throws(SPARQLSyntaxError) -> Value {
    depth += 1
    guard depth <= maximumDepth else { throw error("nested deeper than \(maximumDepth) levels") }
    let value = try body(&self)
    depth -= 1
    return value
  }

  /// A variable that a query cannot name.
  mutating func fresh(_ kind: String) -> Variable {
    freshCount += 1
    return Variable(".\(kind)\(freshCount)")
  }

  // MARK: Query

  mutating func query() throws(SPARQLSyntaxError) -> Query {
    try prologue()
    let result: Query
    if isWord("SELECT") {
      result = try selectQuery()
    } else if takeWord("ASK") {
      try refuseDatasetClause()
      _ = takeWord("WHERE")
      result = Query(form: .ask, algebra: try groupGraphPattern(), variables: [])
    } else {
      let later = ["CONSTRUCT", "DESCRIBE"].contains(where: isWord)
      let update = [
        "INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "WITH", "ADD", "MOVE", "COPY",
      ].contains(where: isWord)
      throw later
        ? error("\(current.text) is not supported yet")
        : update
          ? error(
            "updates are refused: a graph changes through its sources",
            suggestion: "use 'kg ingest' and 'kg forget'")
          : unexpected("SELECT or ASK")
    }
    guard current.kind == .end else { throw unexpected("the end of the query") }
    return result
  }

  private mutating func prologue() throws(SPARQLSyntaxError) {
    while true {
      if takeWord("BASE") {
        guard case .iri(let iri) = current.kind else { throw unexpected("an IRI") }
        base = iri
        advance()
      } else if takeWord("PREFIX") {
        guard case .prefixedName(let prefix, "") = current.kind else {
          throw unexpected("a prefix such as 'ex:'")
        }
        advance()
        guard case .iri(let iri) = current.kind else { throw unexpected("an IRI") }
        prefixes[prefix] = resolve(iri)
        advance()
      } else {
        return
      }
    }
  }

  private func refuseDatasetClause() throws(SPARQLSyntaxError) {
    if isWord("FROM") { throw error("FROM is not supported yet") }
  }

  private mutating func selectQuery() throws(SPARQLSyntaxError) -> Query {
    advance()
    let isDistinct = takeWord("DISTINCT")
    let isReduced = !isDistinct && takeWord("REDUCED")
    var items: [SelectItem]?
    if !takeSign("*") { items = try selectItems() }
    try refuseDatasetClause()
    _ = takeWord("WHERE")
    let pattern = try groupGraphPattern()
    var solution = SolutionBuilder(pattern: pattern)
    try groupClause(&solution)
    try havingClause(&solution)
    let variables = try solution.select(items, isGrouped: solution.isGrouped, parser: &self)
    try orderClause(&solution)
    var algebra = Algebra.project(solution.finished(), variables)
    if isDistinct || isReduced { algebra = .distinct(algebra) }
    if let slice = try limitOffset() {
      algebra = .slice(algebra, offset: slice.offset, limit: slice.limit)
    }
    if isWord("VALUES") {
      let values = try valuesClause()
      algebra = .project(.join(algebra, values), variables)
    }
    return Query(form: .select, algebra: algebra, variables: variables)
  }

  private mutating func selectItems() throws(SPARQLSyntaxError) -> [SelectItem] {
    var items: [SelectItem] = []
    while true {
      if case .variable(let name) = current.kind {
        items.append(SelectItem(variable: Variable(name), expression: nil))
        advance()
      } else if takeSign("(") {
        let expression = try expression()
        guard takeWord("AS") else { throw unexpected("AS") }
        items.append(SelectItem(variable: try variable(), expression: expression))
        try expect(")")
      } else {
        guard !items.isEmpty else { throw unexpected("a variable, '(' or '*'") }
        return items
      }
    }
  }

  private mutating func groupClause(_ solution: inout SolutionBuilder) throws(SPARQLSyntaxError) {
    guard takeWord("GROUP") else { return }
    guard takeWord("BY") else { throw unexpected("BY") }
    solution.isGrouped = true
    repeat {
      if case .variable(let name) = current.kind {
        solution.keys.append(Variable(name))
        advance()
      } else if takeSign("(") {
        let expression = try expression()
        let key = takeWord("AS") ? try variable() : fresh("key")
        try expect(")")
        solution.pattern = .extend(solution.pattern, key, expression)
        solution.keys.append(key)
      } else {
        let key = fresh("key")
        solution.pattern = .extend(solution.pattern, key, try builtInCall())
        solution.keys.append(key)
      }
    } while isConditionStart
  }

  private var isConditionStart: Bool {
    if case .variable = current.kind { return true }
    if isSign("(") { return true }
    if case .word(let word) = current.kind, peek(1).kind == .sign("(") {
      return !["HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"].contains(word.uppercased())
    }
    if case .prefixedName = current.kind { return peek(1).kind == .sign("(") }
    if case .iri = current.kind { return peek(1).kind == .sign("(") }
    return false
  }

  private mutating func havingClause(_ solution: inout SolutionBuilder) throws(SPARQLSyntaxError) {
    guard takeWord("HAVING") else { return }
    repeat { solution.having.append(try constraint()) } while isConditionStart
  }

  private mutating func orderClause(_ solution: inout SolutionBuilder) throws(SPARQLSyntaxError) {
    guard takeWord("ORDER") else { return }
    guard takeWord("BY") else { throw unexpected("BY") }
    repeat {
      if takeWord("DESC") {
        solution.add(order: try brackettedExpression(), descending: true, parser: &self)
      } else if takeWord("ASC") {
        solution.add(order: try brackettedExpression(), descending: false, parser: &self)
      } else if case .variable(let name) = current.kind {
        advance()
        solution.add(order: .variable(Variable(name)), descending: false, parser: &self)
      } else {
        solution.add(order: try constraint(), descending: false, parser: &self)
      }
    } while isConditionStart || isWord("DESC") || isWord("ASC")
  }

  private mutating func limitOffset() throws(SPARQLSyntaxError) -> (offset: Int, limit: Int?)? {
    var offset: Int?
    var limit: Int?
    while true {
      if takeWord("LIMIT") {
        limit = try count()
      } else if takeWord("OFFSET") {
        offset = try count()
      } else {
        return offset == nil && limit == nil ? nil : (offset ?? 0, limit)
      }
    }
  }

  private mutating func count() throws(SPARQLSyntaxError) -> Int {
    guard case .integer(let text) = current.kind, let number = Int(text) else {
      throw unexpected("a number")
    }
    advance()
    return number
  }

  // MARK: Group graph patterns

  mutating func groupGraphPattern() throws(SPARQLSyntaxError) -> Algebra {
    try nested { (parser) throws(SPARQLSyntaxError) in
      try parser.expect("{")
      let algebra =
        parser.isWord("SELECT")
        ? try parser.selectQuery().algebra : try parser.groupGraphPatternSub()
      try parser.expect("}")
      return algebra
    }
  }

  private mutating func groupGraphPatternSub() throws(SPARQLSyntaxError) -> Algebra {
    var group: Algebra = .basic([])
    var triples: [TriplePattern] = []
    var filters: [Expression] = []
    func flushed(_ group: Algebra, _ triples: inout [TriplePattern]) -> Algebra {
      defer { triples = [] }
      return triples.isEmpty ? group : Self.join(group, .basic(triples))
    }
    while !isSign("}") {
      if takeWord("FILTER") {
        filters.append(try constraint())
      } else if takeWord("OPTIONAL") {
        group = flushed(group, &triples)
        let right = try groupGraphPattern()
        if case .filter(let condition, let inner) = right {
          group = .leftJoin(group, inner, condition: condition)
        } else {
          group = .leftJoin(group, right, condition: nil)
        }
      } else if takeWord("MINUS") {
        group = .minus(flushed(group, &triples), try groupGraphPattern())
      } else if takeWord("BIND") {
        try expect("(")
        let expression = try expression()
        guard takeWord("AS") else { throw unexpected("AS") }
        group = .extend(flushed(group, &triples), try variable(), expression)
        try expect(")")
      } else if isWord("VALUES") {
        group = Self.join(flushed(group, &triples), try valuesClause())
      } else if isSign("{") {
        group = Self.join(flushed(group, &triples), try groupOrUnion())
      } else if isWord("GRAPH") || isWord("SERVICE") {
        throw error("\(current.text) is not supported yet")
      } else {
        let block = try triplesSameSubject()
        triples += block.triples
        for path in block.paths { group = Self.join(flushed(group, &triples), path) }
      }
      _ = takeSign(".")
      if current.kind == .end { throw unexpected("'}'") }
    }
    group = flushed(group, &triples)
    guard let first = filters.first else { return group }
    return .filter(filters.dropFirst().reduce(first) { .and($0, $1) }, group)
  }

  private mutating func groupOrUnion() throws(SPARQLSyntaxError) -> Algebra {
    var algebra = try groupGraphPattern()
    while takeWord("UNION") { algebra = .union(algebra, try groupGraphPattern()) }
    return algebra
  }

  /// Joins, merging neighbouring basic graph patterns so that a source can answer them as one.
  static func join(_ left: Algebra, _ right: Algebra) -> Algebra {
    switch (left, right) {
    case (.basic([]), _): right
    case (_, .basic([])): left
    case (.basic(let first), .basic(let second)): .basic(first + second)
    default: .join(left, right)
    }
  }

  private mutating func valuesClause() throws(SPARQLSyntaxError) -> Algebra {
    advance()
    var variables: [Variable] = []
    let isSingle = !isSign("(")
    if isSingle {
      variables = [try variable()]
    } else {
      advance()
      while !isSign(")") { variables.append(try variable()) }
      advance()
    }
    try expect("{")
    var rows: [[Term?]] = []
    while !takeSign("}") {
      var row: [Term?] = []
      if isSingle {
        row = [try dataValue()]
      } else {
        try expect("(")
        while !isSign(")") { row.append(try dataValue()) }
        advance()
      }
      guard row.count == variables.count else {
        throw error("a row of VALUES has \(row.count) values for \(variables.count) variables")
      }
      rows.append(row)
    }
    return .values(variables, rows)
  }

  private mutating func dataValue() throws(SPARQLSyntaxError) -> Term? {
    if takeWord("UNDEF") { return nil }
    guard case .term(let term) = try graphTerm() else { throw unexpected("a term") }
    return term
  }

  mutating func variable() throws(SPARQLSyntaxError) -> Variable {
    guard case .variable(let name) = current.kind else { throw unexpected("a variable") }
    advance()
    return Variable(name)
  }

  // MARK: Terms

  /// Whether the current token can begin a term that is no variable.
  mutating func graphTerm() throws(SPARQLSyntaxError) -> PatternTerm {
    let sign = isSign("-") ? "-" : isSign("+") ? "+" : ""
    if !sign.isEmpty { advance() }
    let token = current
    switch token.kind {
    case .integer(let text):
      advance(); return .term(.literal(Literal(sign + text, datatype: XSD.integer)))
    case .decimal(let text):
      advance(); return .term(.literal(Literal(sign + text, datatype: XSD.decimal)))
    case .double(let text):
      advance(); return .term(.literal(Literal(sign + text, datatype: XSD.double)))
    default: if !sign.isEmpty { throw unexpected("a number") }
    }
    switch token.kind {
    case .iri, .prefixedName: return .term(.iri(try iri()))
    case .string(let text):
      advance()
      return .term(.literal(try literal(text)))
    case .word(let word) where word == "true" || word == "false":
      advance()
      return .term(.boolean(word == "true"))
    case .blankNode(let label):
      advance()
      return .variable(Variable(".blank-" + label))
    default: throw unexpected("a term")
    }
  }

  private mutating func literal(_ text: String) throws(SPARQLSyntaxError) -> Literal {
    if case .languageTag(let tag) = current.kind {
      advance()
      return Literal(text, languageTag: tag)
    }
    if takeSign("^^") { return Literal(text, datatype: try iri()) }
    return Literal(text)
  }

  mutating func iri() throws(SPARQLSyntaxError) -> IRI {
    switch current.kind {
    case .iri(let text):
      advance()
      return IRI(resolve(text))
    case .prefixedName(let prefix, let local):
      guard let namespace = prefixes[prefix] else {
        let near = prefixes.keys.filter { Self.isNear($0, prefix) }.min()
        throw error(
          "prefix '\(prefix)' is not declared",
          suggestion: near.map { "did you mean '\($0)'? otherwise add PREFIX \(prefix): <…>" }
            ?? "add PREFIX \(prefix): <…>")
      }
      advance()
      return IRI(namespace + local)
    default: throw unexpected("an IRI")
    }
  }

  /// One letter more, less or other.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    guard abs(left.count - right.count) <= 1, left.count >= 2 else { return false }
    let common = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return common + tail >= max(left.count, right.count) - 1
  }

  private func resolve(_ iri: String) -> String {
    guard !base.isEmpty, !iri.contains(":") else { return iri }
    if iri.hasPrefix("#") || iri.isEmpty { return base.prefix { $0 != "#" } + iri }
    let folder = base.lastIndex(of: "/").map { base[...$0] } ?? ""
    return folder + iri
  }
}
