internal import KGModel
internal import KGSPARQL

/// Replacing variables by the terms of a solution, as EXISTS does in its pattern (SPARQL 1.1 Query Language,
/// section 18.6).
extension Algebra {
  func substituting(_ terms: [Variable: Term]) -> Algebra {
    func change(_ algebra: Algebra) -> Algebra { algebra.substituting(terms) }
    func change(_ place: PatternTerm) -> PatternTerm {
      place.variable.flatMap { terms[$0] }.map { .term($0) } ?? place
    }
    func change(_ expression: Expression) -> Expression { expression.substituting(terms) }
    switch self {
    case .basic(let patterns):
      return .basic(
        patterns.map {
          TriplePattern(change($0.subject), change($0.predicate), change($0.object))
        })
    case .path(let subject, let path, let object):
      return .path(change(subject), path, change(object))
    case .join(let parts): return .join(parts.map(change))
    case .leftJoin(let left, let right, let condition):
      return .leftJoin(change(left), change(right), condition: condition.map(change))
    case .union(let parts): return .union(parts.map(change))
    case .minus(let left, let right): return .minus(change(left), change(right))
    case .filter(let condition, let inner): return .filter(change(condition), change(inner))
    case .extend(let inner, let assignments):
      let extended = Algebra.extend(
        change(inner), assignments.map { Assignment($0.variable, change($0.expression)) })
      // A variable that BIND binds anew has to agree with the solution's.
      return extended.joined(to: terms, for: assignments.map(\.variable))
    case .values(let variables, let rows):
      // Rows with another value for a variable are dropped.
      let agreeing = rows.filter { row in
        zip(variables, row).allSatisfy { variable, term in
          term == nil || terms[variable] == nil || terms[variable] == term
        }
      }
      return .values(variables, agreeing)
    case .graph(let name, let inner): return .graph(change(name), change(inner))
    case .service(let name, let inner, let isSilent):
      return .service(change(name), change(inner), isSilent: isSilent)
    case .group, .project:
      // A subquery has variables of its own: only those that it selects are compared.
      return joined(to: terms, for: variables)
    case .distinct(let inner): return .distinct(change(inner))
    case .reduced(let inner): return .reduced(change(inner))
    case .orderBy(let inner, let conditions): return .orderBy(change(inner), conditions)
    case .slice: return joined(to: terms, for: variables)
    }
  }

  /// The solutions that agree with a solution's terms in some variables.
  private func joined(to terms: [Variable: Term], for variables: [Variable]) -> Algebra {
    let shown = variables.filter { terms[$0] != nil }
    return shown.isEmpty ? self : .join([self, .values(shown, [shown.map { terms[$0] }])])
  }
}

extension Expression {
  fileprivate func substituting(_ terms: [Variable: Term]) -> Expression {
    switch self {
    case .variable(let variable): terms[variable].map { .term($0) } ?? self
    case .exists(let pattern): .exists(pattern.substituting(terms))
    // BOUND needs a variable, and this one is bound.
    case .call(.bound, let arguments) where arguments.first?.isKnown(terms) ?? false:
      .term(.boolean(true))
    default: mapChildren { $0.substituting(terms) }
    }
  }

  private func isKnown(_ terms: [Variable: Term]) -> Bool {
    if case .variable(let variable) = self { terms[variable] != nil } else { false }
  }
}
