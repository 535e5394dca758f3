internal import KGModel

struct SelectItem {
  let variable: Variable
  /// `nil` for a variable as it is.
  let expression: Expression?
  /// The position of the variable.
  let token: Token
}

/// Builds the algebra of a query from its pattern and its solution modifiers: grouping, selected expressions, order and
/// the others, in the order of SPARQL 1.1 Query Language, sections 18.2.4 and 18.2.5. Aggregates become variables of
/// the group.
struct SolutionModifierBuilder {
  private var pattern: Algebra
  /// Whether there is a GROUP BY or an aggregate.
  var isGrouped = false
  var slice: (offset: Int, limit: Int?)?
  var values: Algebra?
  private var keys: [Variable] = []
  private var having: [Expression] = []
  private var aggregates: [AggregateBinding] = []
  private var aggregateVariables: [Aggregate: Variable] = [:]
  private var assignments: [Assignment] = []
  private var order: [OrderCondition] = []

  init(pattern: Algebra) {
    self.pattern = pattern
  }

  /// Whether a variable is in scope in the pattern.
  func binds(_ variable: Variable) -> Bool { pattern.variables.contains(variable) }

  mutating func addKey(_ key: Variable, _ expression: Expression? = nil) {
    if let expression { pattern = pattern.extended(by: Assignment(key, expression)) }
    keys.append(key)
  }

  mutating func addHaving(_ condition: Expression, parser: inout QueryParser) {
    having.append(replaceAggregates(condition, &parser))
  }

  mutating func add(order expression: Expression, descending: Bool, parser: inout QueryParser) {
    order.append(OrderCondition(replaceAggregates(expression, &parser), descending: descending))
  }

  /// - Returns: The selected variables; those of the pattern for `*`.
  mutating func select(
    _ items: [SelectItem]?, parser: inout QueryParser
  ) throws(SPARQLSyntaxError) -> [Variable] {
    var known = Set(pattern.variables)
    var selected: Set<Variable> = []
    guard let items else {
      if isGrouped { throw parser.error("SELECT * cannot be grouped: name the variables") }
      return (pattern.variables + (values?.variables ?? [])).uniqued.filter(\.isVisible)
    }
    for item in items {
      guard let expression = item.expression else {
        selected.insert(item.variable)
        continue
      }
      if selected.contains(item.variable) {
        throw parser.error(
          "?\(item.variable.name) is selected already: AS needs a new variable", at: item.token)
      }
      guard known.insert(item.variable).inserted else {
        throw parser.error(
          "?\(item.variable.name) is bound already: AS needs a new variable", at: item.token)
      }
      assignments.append(Assignment(item.variable, replaceAggregates(expression, &parser)))
    }
    if isGrouped { try checkGrouping(items, parser) }
    return items.map(\.variable).uniqued
  }

  /// Outside of aggregates only keys and variables selected before are allowed.
  private func checkGrouping(
    _ items: [SelectItem], _ parser: QueryParser
  ) throws(SPARQLSyntaxError) {
    var known = Set(keys + aggregates.map(\.variable))
    var rest = assignments[...]
    for item in items {
      var used = [item.variable]
      if item.expression != nil, let assignment = rest.popFirst() {
        used = assignment.expression.variables
      }
      if let stranger = used.first(where: { !known.contains($0) }) {
        throw parser.error(
          "?\(stranger.name) is selected, but neither grouped nor an aggregate", at: item.token)
      }
      known.insert(item.variable)
    }
  }

  /// - Parameter variables: `nil` to keep all.
  func finished(
    projecting variables: [Variable]?, isDistinct: Bool, isReduced: Bool
  ) -> Algebra {
    var algebra = pattern
    if isGrouped {
      algebra = .group(algebra, keys: keys, aggregates: aggregates)
    }
    if let values { algebra = .join([algebra, values]) }
    if !assignments.isEmpty { algebra = .extend(algebra, assignments) }
    // HAVING follows the selected expressions, so that it can use their names.
    if !having.isEmpty { algebra = .filter(.all(having), algebra) }
    if !order.isEmpty { algebra = .orderBy(algebra, order) }
    if let variables { algebra = .project(algebra, variables) }
    if isDistinct { algebra = .distinct(algebra) }
    if isReduced { algebra = .reduced(algebra) }
    if let slice { algebra = .slice(algebra, offset: slice.offset, limit: slice.limit) }
    return algebra
  }

  private mutating func replaceAggregates(
    _ expression: Expression, _ parser: inout QueryParser
  ) -> Expression {
    guard case .aggregate(let aggregate) = expression else {
      return expression.mapChildren { replaceAggregates($0, &parser) }
    }
    isGrouped = true
    if let known = aggregateVariables[aggregate] { return .variable(known) }
    let variable = parser.fresh("aggregate")
    aggregateVariables[aggregate] = variable
    aggregates.append(AggregateBinding(variable, aggregate))
    return .variable(variable)
  }
}

extension Algebra {
  /// Binds one variable more.
  func extended(by assignment: Assignment) -> Algebra {
    if case .extend(let inner, let assignments) = self {
      return .extend(inner, assignments + [assignment])
    }
    return .extend(self, [assignment])
  }
}
