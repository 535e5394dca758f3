internal import KGModel

/// Group graph patterns.
extension QueryParser {
  mutating func groupGraphPattern() throws(SPARQLSyntaxError) -> Algebra {
    try group().algebra
  }

  private mutating func group() throws(SPARQLSyntaxError) -> GroupBuilder {
    try nested { (parser) throws(SPARQLSyntaxError) in
      try parser.expect("{")
      parser.endPattern()
      var group = GroupBuilder()
      if parser.isWord("SELECT") {
        group.add(try parser.subSelect())
        if parser.isWord("VALUES") { group.add(try parser.inlineData()) }
      } else {
        try parser.groupGraphPatternSub(&group)
      }
      try parser.expect("}")
      parser.endPattern()
      return group
    }
  }

  private mutating func groupGraphPatternSub(
    _ group: inout GroupBuilder
  ) throws(SPARQLSyntaxError) {
    // Triples need a dot between them, other patterns may have one after them.
    var needsDot = false
    while !isSign("}") {
      if try graphPatternNotTriples(&group) {
        _ = takeSign(".")
        needsDot = false
        continue
      }
      if needsDot { throw unexpected("'.', '}' or another pattern") }
      guard canBeginTriples else { throw unexpected("a pattern or '}'") }
      try triplesSameSubject(&group)
      needsDot = !takeSign(".")
    }
  }

  /// - Returns: `false` when the current token does not begin such a pattern.
  private mutating func graphPatternNotTriples(
    _ group: inout GroupBuilder
  ) throws(SPARQLSyntaxError) -> Bool {
    let token = current
    if isSign("{") {
      group.add(try groupOrUnion())
      return true
    }
    guard case .word(let word) = token.kind else { return false }
    switch word.uppercased() {
    case "FILTER":
      // Only a filter does not end a basic graph pattern.
      advance()
      let number = patternNumber
      group.filters.append(try constraint())
      resumePattern(number)
      return true
    case "OPTIONAL":
      advance()
      try countChain(token)
      group.addOptional(try self.group())
    case "MINUS":
      advance()
      try countChain(token)
      group.addMinus(try groupGraphPattern())
    case "GRAPH":
      advance()
      let name = try variableOrIRI()
      group.add(.graph(name, try groupGraphPattern()))
    case "SERVICE":
      advance()
      let isSilent = takeWord("SILENT")
      let name = try variableOrIRI()
      group.add(.service(name, try groupGraphPattern(), isSilent: isSilent))
    case "BIND": try bind(&group)
    case "VALUES": group.add(try inlineData())
    default: return false
    }
    endPattern()
    return true
  }

  private mutating func bind(_ group: inout GroupBuilder) throws(SPARQLSyntaxError) {
    let token = current
    advance()
    try expect("(")
    let expression = try expression()
    try expectWord("AS")
    let place = current
    let variable = try variable()
    try expect(")")
    if !group.isExtending { try countChain(token) }
    guard group.bind(variable, expression) else {
      throw error(
        "?\(variable.name) is bound already in this group: BIND needs a new variable", at: place)
    }
  }

  private mutating func groupOrUnion() throws(SPARQLSyntaxError) -> Algebra {
    var parts = [try groupGraphPattern()]
    while takeWord("UNION") { parts.append(try groupGraphPattern()) }
    return parts.count == 1 ? parts[0] : .union(parts)
  }

  private mutating func variableOrIRI() throws(SPARQLSyntaxError) -> PatternTerm {
    if case .variable = current.kind { return .variable(try variable()) }
    guard isIRI else { throw unexpected("a variable or an IRI") }
    return .term(.iri(try iri()))
  }

  // MARK: VALUES

  mutating func inlineData() throws(SPARQLSyntaxError) -> Algebra {
    advance()
    var variables: [Variable] = []
    let isSingle = !isSign("(")
    if isSingle {
      variables = [try variable()]
    } else {
      advance()
      while !takeSign(")") {
        let token = current
        let variable = try variable()
        if variables.contains(variable) {
          throw error("?\(variable.name) occurs twice in VALUES", at: token)
        }
        variables.append(variable)
      }
    }
    try expect("{")
    var rows: [[Term?]] = []
    while !takeSign("}") {
      let token = current
      var row: [Term?] = []
      if isSingle {
        row = [try dataBlockValue()]
      } else {
        try expect("(")
        while !takeSign(")") { row.append(try dataBlockValue()) }
      }
      guard row.count == variables.count else {
        throw error(
          "a row of VALUES has \(row.count) values for \(variables.count) variables", at: token)
      }
      rows.append(row)
    }
    return .values(variables, rows)
  }

  private mutating func dataBlockValue() throws(SPARQLSyntaxError) -> Term? {
    if takeWord("UNDEF") { return nil }
    if case .blankNode = current.kind { throw unexpected("an IRI, a literal or UNDEF") }
    guard case .term(let term) = try graphTerm() else { throw unexpected("a term") }
    return term
  }
}

/// A group graph pattern while it is read (SPARQL 1.1 Query Language, section 18.2.2).
struct GroupBuilder {
  /// All parts except the filters, which apply to the whole group.
  private var parts: [Algebra] = []
  private var triples: [TriplePattern] = []
  private var assignments: [Assignment] = []
  var filters: [Expression] = []
  /// The variables in scope of the first ``countedParts`` parts, and those of BIND.
  private var scope: Set<Variable> = []
  private var countedParts = 0

  var algebra: Algebra {
    var group = self
    let pattern = group.flushed()
    return filters.isEmpty ? pattern : .filter(.all(filters), pattern)
  }

  mutating func add(_ pattern: TriplePattern) {
    endAssignments()
    triples.append(pattern)
  }

  mutating func add(_ part: Algebra) {
    endTriples()
    endAssignments()
    parts.append(part)
  }

  mutating func addMinus(_ right: Algebra) {
    replace(.minus(flushed(), right))
  }

  /// The filters of the optional group are the condition of the left join.
  mutating func addOptional(_ right: GroupBuilder) {
    var right = right
    let condition = right.filters.isEmpty ? nil : Expression.all(right.filters)
    replace(.leftJoin(flushed(), right.flushed(), condition: condition))
  }

  /// Whether the last part was a BIND.
  var isExtending: Bool { !assignments.isEmpty }

  /// - Returns: `false` when the variable is in scope already.
  mutating func bind(_ variable: Variable, _ expression: Expression) -> Bool {
    endTriples()
    for part in parts[countedParts...] { scope.formUnion(part.variables) }
    countedParts = parts.count
    guard scope.insert(variable).inserted else { return false }
    assignments.append(Assignment(variable, expression))
    return true
  }

  private mutating func endTriples() {
    guard !triples.isEmpty else { return }
    parts.append(.basic(triples))
    triples = []
  }

  private mutating func endAssignments() {
    guard !assignments.isEmpty else { return }
    let assignments = assignments
    self.assignments = []
    replace(.extend(joined(), assignments))
  }

  private func joined() -> Algebra {
    parts.count == 1 ? parts[0] : parts.isEmpty ? .basic([]) : .join(parts)
  }

  private mutating func flushed() -> Algebra {
    endTriples()
    endAssignments()
    return joined()
  }

  private mutating func replace(_ part: Algebra) {
    parts = [part]
    countedParts = 0
  }
}
