extension Algebra {
  /// The variables that are bound in every solution; empty when there is no such variable.
  package var certainVariables: Set<Variable> {
    switch self {
    case .basic(let patterns): return Set(patterns.flatMap(\.variables))
    case .path(let subject, _, let object): return Set([subject, object].compactMap(\.variable))
    case .join(let parts):
      return parts.reduce(into: []) { $0.formUnion($1.certainVariables) }
    case .union(let parts):
      guard let first = parts.first else { return [] }
      return parts.dropFirst().reduce(first.certainVariables) {
        $0.intersection($1.certainVariables)
      }
    case .leftJoin(let inner, _, _), .minus(let inner, _), .filter(_, let inner),
      .extend(let inner, _), .distinct(let inner), .reduced(let inner), .orderBy(let inner, _),
      .slice(let inner, _, _):
      // An expression may fail and bind nothing.
      return inner.certainVariables
    case .values(let variables, let rows):
      return Set(
        variables.indices.filter { column in rows.allSatisfy { $0[column] != nil } }
          .map { variables[$0] })
    case .graph(let name, let inner):
      return inner.certainVariables.union(name.variable.map { [$0] } ?? [])
    case .service: return []
    case .group(let inner, let keys, let aggregates):
      let counts = aggregates.filter { $0.aggregate.function == .count }.map(\.variable)
      return inner.certainVariables.intersection(keys).union(counts)
    case .project(let inner, let variables):
      return inner.certainVariables.intersection(variables)
    }
  }
}
