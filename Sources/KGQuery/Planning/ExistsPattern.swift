internal import KGSPARQL

extension Expression {
  /// The pattern of `EXISTS { … }` or `NOT EXISTS { … }`, where a join with it has the same result as replacing its
  /// variables by terms: nothing in it asks whether a variable is bound. `nil` otherwise.
  var joinablePattern: (pattern: Algebra, isWanted: Bool)? {
    switch self {
    case .exists(let pattern) where pattern.isJoinable: (pattern, true)
    case .not(.exists(let pattern)) where pattern.isJoinable: (pattern, false)
    default: nil
    }
  }

  /// The variables in it, also in the patterns of EXISTS.
  fileprivate var allVariables: Set<Variable> {
    if case .exists(let pattern) = self { return pattern.allVariables }
    if case .variable(let variable) = self { return [variable] }
    return children.reduce(into: []) { $0.formUnion($1.allVariables) }
  }
}

extension Algebra {
  fileprivate var isJoinable: Bool {
    switch self {
    case .basic: true
    // An empty path leads from every term to itself, also from terms that are not in the graph.
    case .path(_, let path, _): !path.mayBeEmpty
    case .join(let parts): parts.allSatisfy(\.isJoinable)
    case .filter(let condition, let inner):
      inner.isJoinable && !condition.hasExists
        && Set(condition.variables).isSubset(of: inner.certainVariables)
    default: false
    }
  }

  /// The variables in it, also those that are not in scope.
  var allVariables: Set<Variable> {
    var found = Set(variables)
    for child in children { found.formUnion(child.allVariables) }
    switch self {
    case .filter(let condition, _): found.formUnion(condition.allVariables)
    case .leftJoin(_, _, let condition?): found.formUnion(condition.allVariables)
    case .extend(_, let assignments):
      for assignment in assignments { found.formUnion(assignment.expression.allVariables) }
    default: break
    }
    return found
  }
}
