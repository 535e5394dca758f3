internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// An expression of a step, with what it needs to be evaluated in a run.
struct StepExpression: Sendable {
  let expression: Expression
  /// The columns of the rows that it is evaluated over.
  let variables: [Variable]
  /// What the patterns of EXISTS are matched against.
  private let graph: ActiveGraph

  /// - Throws: ``QueryError/unknownFunction(_:)``.
  init(_ expression: Expression, _ variables: [Variable], _ graph: ActiveGraph) throws {
    try expression.checkFunctions()
    self.expression = expression
    self.variables = variables
    self.graph = graph
  }

  func evaluator(in run: QueryRun) -> ExpressionEvaluator {
    ExpressionEvaluator(expression, variables, run) { pattern in exists(pattern, run) }
  }

  /// Whether a pattern has a solution that agrees with a row.
  private func exists(_ pattern: Algebra, _ run: QueryRun) -> (Row) throws -> Bool {
    let used = pattern.allVariables
    let places = variables.enumerated().filter { used.contains($0.element) }
    let planner = Planner(source: run.source, run: run)
    // The pattern is planned for each row, because terms replace its variables.
    return { row in
      var terms: [Variable: Term] = [:]
      for (place, variable) in places { terms[variable] = try run.term(row[place]) }
      return try planner.step(pattern.substituting(terms), graph).open(in: run).next(1) != nil
    }
  }
}

extension Expression {
  /// - Throws: ``QueryError/unknownFunction(_:)``.
  fileprivate func checkFunctions() throws {
    if case .function(let name, let arguments) = self {
      guard Casts.isKnown(name), arguments.count == 1 else {
        throw QueryError.unknownFunction(name.value)
      }
    }
    for child in children { try child.checkFunctions() }
  }
}
