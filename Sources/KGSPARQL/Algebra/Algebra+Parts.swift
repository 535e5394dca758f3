extension Expression {
  /// The same expression with other parts. The contents of EXISTS and aggregates are not changed.
  package func mapChildren(_ change: (Expression) throws -> Expression) rethrows -> Expression {
    switch self {
    case .term, .variable, .exists, .aggregate: self
    case .or(let parts): .or(try parts.map(change))
    case .and(let parts): .and(try parts.map(change))
    case .not(let inner): .not(try change(inner))
    case .compare(let left, let comparison, let right):
      .compare(try change(left), comparison, try change(right))
    case .arithmetic(let first, let rest):
      .arithmetic(
        try change(first), try rest.map { Operation($0.sign, try change($0.operand)) })
    case .negate(let inner): .negate(try change(inner))
    case .isIn(let inner, let list): .isIn(try change(inner), try list.map(change))
    case .call(let function, let arguments): .call(function, try arguments.map(change))
    case .function(let name, let arguments): .function(name, try arguments.map(change))
    }
  }

  /// The parts of a conjunction; for other expressions, the expression alone.
  package var conjuncts: [Expression] {
    if case .and(let parts) = self { parts.flatMap(\.conjuncts) } else { [self] }
  }

  /// Whether EXISTS occurs in it.
  package var hasExists: Bool {
    if case .exists = self { return true }
    return children.contains(where: \.hasExists)
  }

  /// The variables in it, except those in EXISTS.
  package var variables: [Variable] {
    if case .variable(let variable) = self { return [variable] }
    return children.flatMap(\.variables)
  }

  /// The parts that ``mapChildren(_:)`` changes.
  package var children: [Expression] {
    switch self {
    case .term, .variable, .exists, .aggregate: []
    case .or(let parts), .and(let parts): parts
    case .not(let inner), .negate(let inner): [inner]
    case .compare(let left, _, let right): [left, right]
    case .arithmetic(let first, let rest): [first] + rest.map(\.operand)
    case .isIn(let inner, let list): [inner] + list
    case .call(_, let arguments), .function(_, let arguments): arguments
    }
  }
}

extension Algebra {
  /// The parts that are algebra themselves, except those in expressions.
  package var children: [Algebra] {
    switch self {
    case .basic, .path, .values: []
    case .join(let parts), .union(let parts): parts
    case .leftJoin(let left, let right, _), .minus(let left, let right): [left, right]
    case .filter(_, let inner), .extend(let inner, _), .graph(_, let inner),
      .service(_, let inner, _), .group(let inner, _, _), .project(let inner, _),
      .distinct(let inner), .reduced(let inner), .orderBy(let inner, _), .slice(let inner, _, _):
      [inner]
    }
  }

  /// The in-scope variables in the order in which they appear (SPARQL 1.1 Query Language, section 18.2.1),
  /// including those that the parser has introduced.
  package var variables: [Variable] {
    var found: [Variable] = []
    var known: Set<Variable> = []
    func add(_ variables: some Sequence<Variable>) {
      for variable in variables where known.insert(variable).inserted { found.append(variable) }
    }
    func walk(_ algebra: Algebra) {
      switch algebra {
      case .basic(let patterns): for pattern in patterns { add(pattern.variables) }
      case .path(let subject, _, let object): add([subject, object].compactMap(\.variable))
      case .values(let variables, _), .project(_, let variables): add(variables)
      case .group(_, let keys, let aggregates): add(keys + aggregates.map(\.variable))
      case .minus(let left, _): walk(left)
      case .extend(let inner, let assignments):
        walk(inner)
        add(assignments.map(\.variable))
      case .graph(let name, let inner), .service(let name, let inner, _):
        if let variable = name.variable { add([variable]) }
        walk(inner)
      default: for child in algebra.children { walk(child) }
      }
    }
    walk(self)
    return found
  }
}

extension [Variable] {
  /// Each variable once, in the order of its first appearance.
  package var uniqued: [Variable] {
    var known: Set<Variable> = []
    return filter { known.insert($0).inserted }
  }
}
