internal import KGSPARQL

/// Rewrites algebra into an equivalent form that plans well: joins and filters are flat, the patterns of one group
/// together, filters next to the patterns that bind their variables, graph names at single patterns.
enum AlgebraNormalizer {
  static func normalized(_ algebra: Algebra) -> Algebra {
    switch algebra {
    case .basic, .path, .values: return algebra
    case .join(let parts): return joined(parts.map(normalized))
    case .leftJoin(let left, let right, let condition):
      return .leftJoin(
        normalized(left), normalized(right), condition: condition.map(normalized))
    case .union(let parts): return .union(parts.map(normalized).flatMap(\.unionParts))
    case .minus(let left, let right): return .minus(normalized(left), normalized(right))
    case .filter(let condition, let inner):
      return filtered(normalized(inner), by: condition.conjuncts.map(normalized))
    case .extend(let inner, let assignments):
      return .extend(
        normalized(inner), assignments.map { Assignment($0.variable, normalized($0.expression)) })
    case .graph(let name, let inner): return graph(name, normalized(inner))
    case .service(let name, let inner, let isSilent):
      return .service(name, inner, isSilent: isSilent)
    case .group(let inner, let keys, let aggregates):
      return .group(normalized(inner), keys: keys, aggregates: aggregates)
    case .project(let inner, let variables): return .project(normalized(inner), variables)
    case .distinct(let inner): return .distinct(normalized(inner))
    case .reduced(let inner): return .reduced(normalized(inner))
    case .orderBy(let inner, let conditions): return .orderBy(normalized(inner), conditions)
    case .slice(let inner, let offset, let limit):
      return .slice(normalized(inner), offset: offset, limit: limit)
    }
  }

  private static func normalized(_ expression: Expression) -> Expression {
    if case .exists(let pattern) = expression { return .exists(normalized(pattern)) }
    return expression.mapChildren(normalized)
  }

  private static func joined(_ parts: [Algebra]) -> Algebra {
    var patterns: [TriplePattern] = []
    var others: [Algebra] = []
    for part in parts.flatMap(\.joinParts) {
      if case .basic(let more) = part { patterns += more } else { others.append(part) }
    }
    if others.isEmpty { return .basic(patterns) }
    if !patterns.isEmpty { others.insert(.basic(patterns), at: 0) }
    return others.count == 1 ? others[0] : .join(others)
  }

  // MARK: Filters

  /// Moves each condition as far inwards as its variables have the same values.
  private static func filtered(_ inner: Algebra, by conditions: [Expression]) -> Algebra {
    var rest: [Expression] = []
    var result = inner
    for condition in conditions {
      if let pushed = pushed(condition, into: result) {
        result = pushed
      } else {
        rest.append(condition)
      }
    }
    guard !rest.isEmpty else { return result }
    if case .filter(let known, let inner) = result {
      return .filter(.all(known.conjuncts + rest), inner)
    }
    return .filter(.all(rest), result)
  }

  private static func pushed(_ condition: Expression, into algebra: Algebra) -> Algebra? {
    // EXISTS depends on the whole solution.
    guard !condition.hasExists else { return nil }
    let needed = Set(condition.variables)
    switch algebra {
    case .join(let parts):
      guard let index = parts.firstIndex(where: { needed.isSubset(of: $0.certainVariables) }) else {
        return nil
      }
      var parts = parts
      parts[index] = filtered(parts[index], by: [condition])
      return .join(parts)
    case .leftJoin(let left, let right, let other):
      guard needed.isSubset(of: left.certainVariables) else { return nil }
      return .leftJoin(filtered(left, by: [condition]), right, condition: other)
    case .minus(let left, let right):
      guard needed.isSubset(of: left.certainVariables) else { return nil }
      return .minus(filtered(left, by: [condition]), right)
    case .union(let parts):
      guard parts.allSatisfy({ needed.isSubset(of: $0.certainVariables) }) else { return nil }
      return .union(parts.map { filtered($0, by: [condition]) })
    default: return nil
    }
  }

  // MARK: Graphs

  /// Moves a graph's name into the parts of its group, where that gives the same solutions.
  ///
  /// The group is evaluated without the name, which is joined to its solutions afterwards (SPARQL 1.1
  /// Query Language, section 18.6, "Evaluation of a Graph Pattern").
  private static func graph(_ name: PatternTerm, _ inner: Algebra) -> Algebra {
    switch inner {
    case .join(let parts): return .join(parts.map { graph(name, $0) })
    case .union(let parts): return .union(parts.map { graph(name, $0) })
    case .leftJoin(let left, let right, let condition):
      if let condition, condition.mentions(name) { break }
      // The optional side matches whatever its own use of the name binds. Only then the graph's
      // name is joined, and a left row whose match has another value is lost.
      if let variable = name.variable, right.variables.contains(variable),
        !left.certainVariables.contains(variable)
      {
        break
      }
      return .leftJoin(graph(name, left), graph(name, right), condition: condition)
    case .filter(let condition, let pattern):
      if condition.mentions(name) { break }
      return .filter(condition, graph(name, pattern))
    default: break
    }
    return .graph(name, inner)
  }
}

extension Algebra {
  fileprivate var joinParts: [Algebra] {
    if case .join(let parts) = self { parts.flatMap(\.joinParts) } else { [self] }
  }

  fileprivate var unionParts: [Algebra] {
    if case .union(let parts) = self { parts } else { [self] }
  }
}

extension Expression {
  /// Whether its value depends on a graph's name, or on a pattern that is matched against the graph.
  fileprivate func mentions(_ name: PatternTerm) -> Bool {
    hasExists || name.variable.map(variables.contains) ?? false
  }
}
