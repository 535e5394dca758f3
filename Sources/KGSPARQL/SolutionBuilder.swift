internal import KGModel

struct SelectItem {
  let variable: Variable
  let expression: Expression?
}

/// Puts grouping, selected expressions and order around a pattern, as section 18.2.4 of the
/// recommendation says: aggregates become variables of the group.
struct SolutionBuilder {
  var pattern: Algebra
  var isGrouped = false
  var keys: [Variable] = []
  var having: [Expression] = []
  private var aggregates: [AggregateBinding] = []
  private var extensions: [(Variable, Expression)] = []
  private var order: [OrderCondition] = []

  init(pattern: Algebra) {
    self.pattern = pattern
  }

  /// - Returns: the selected variables; those of the pattern for `*`.
  mutating func select(
    _ items: [SelectItem]?, isGrouped: Bool, parser: inout QueryParser
  ) throws(SPARQLSyntaxError) -> [Variable] {
    having = having.map { replaceAggregates($0, &parser) }
    guard let items else {
      if isGrouped { throw parser.error("SELECT * cannot be grouped") }
      return pattern.visibleVariables
    }
    for item in items {
      guard let expression = item.expression else { continue }
      extensions.append((item.variable, replaceAggregates(expression, &parser)))
    }
    let aliases = Set(extensions.map(\.0))
    if self.isGrouped {
      for item in items
      where item.expression == nil && !keys.contains(item.variable)
        && !aliases.contains(item.variable)
      {
        throw parser.error(
          "?\(item.variable.name) is selected, but neither grouped nor an aggregate")
      }
    }
    return items.map(\.variable)
  }

  mutating func add(order expression: Expression, descending: Bool, parser: inout QueryParser) {
    order.append(OrderCondition(replaceAggregates(expression, &parser), descending: descending))
  }

  func finished() -> Algebra {
    var algebra = pattern
    if isGrouped || !aggregates.isEmpty {
      algebra = .group(algebra, keys: keys, aggregates: aggregates)
    }
    for (variable, expression) in extensions { algebra = .extend(algebra, variable, expression) }
    if let first = having.first {
      algebra = .filter(having.dropFirst().reduce(first) { .and($0, $1) }, algebra)
    }
    return order.isEmpty ? algebra : .orderBy(algebra, order)
  }

  private mutating func replaceAggregates(_ expression: Expression, _ parser: inout QueryParser)
    -> Expression
  {
    if case .aggregate(let aggregate) = expression {
      isGrouped = true
      if let known = aggregates.first(where: { $0.aggregate == aggregate }) {
        return .variable(known.variable)
      }
      let variable = parser.fresh("aggregate")
      aggregates.append(AggregateBinding(variable, aggregate))
      return .variable(variable)
    }
    return expression.mapChildren { replaceAggregates($0, &parser) }
  }
}

extension Expression {
  /// The same expression over other parts.
  package func mapChildren(_ change: (Expression) -> Expression) -> Expression {
    switch self {
    case .term, .variable, .exists, .aggregate: self
    case .or(let left, let right): .or(change(left), change(right))
    case .and(let left, let right): .and(change(left), change(right))
    case .not(let inner): .not(change(inner))
    case .compare(let left, let comparison, let right):
      .compare(change(left), comparison, change(right))
    case .arithmetic(let left, let operation, let right):
      .arithmetic(change(left), operation, change(right))
    case .negate(let inner): .negate(change(inner))
    case .isIn(let inner, let list): .isIn(change(inner), list.map(change))
    case .call(let name, let arguments): .call(name, arguments.map(change))
    case .function(let name, let arguments): .function(name, arguments.map(change))
    }
  }
}

extension Algebra {
  /// The variables that `SELECT *` shows, in the order in which they appear.
  var visibleVariables: [Variable] {
    var found: [Variable] = []
    func add(_ variables: [Variable]) {
      for variable in variables where !variable.name.hasPrefix(".") && !found.contains(variable) {
        found.append(variable)
      }
    }
    func add(_ places: [PatternTerm]) {
      add(places.compactMap { if case .variable(let variable) = $0 { variable } else { nil } })
    }
    func walk(_ algebra: Algebra) {
      switch algebra {
      case .basic(let patterns):
        for pattern in patterns { add([pattern.subject, pattern.predicate, pattern.object]) }
      case .path(let subject, _, let object): add([subject, object])
      case .join(let left, let right), .leftJoin(let left, let right, _),
        .union(let left, let right):
        walk(left)
        walk(right)
      case .minus(let left, _): walk(left)
      case .filter(_, let inner), .distinct(let inner), .orderBy(let inner, _),
        .slice(let inner, _, _):
        walk(inner)
      case .extend(let inner, let variable, _):
        walk(inner)
        add([variable])
      case .values(let variables, _): add(variables)
      case .group(_, let keys, let aggregates): add(keys + aggregates.map(\.variable))
      case .project(_, let variables): add(variables)
      }
    }
    walk(self)
    return found
  }
}
