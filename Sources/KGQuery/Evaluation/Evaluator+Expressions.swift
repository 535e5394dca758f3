internal import KGModel
internal import KGSPARQL

extension Evaluator {
  /// Whether a filter keeps a solution: an error does not.
  func isTrue(_ expression: Expression, _ solution: Solution) throws -> Bool {
    try truth(expression, solution) ?? false
  }

  /// The effective boolean value; `nil` is an error.
  private func truth(_ expression: Expression, _ solution: Solution) throws -> Bool? {
    switch expression {
    case .or(let left, let right):
      let (a, b) = (try truth(left, solution), try truth(right, solution))
      return a == true || b == true ? true : a == nil || b == nil ? nil : false
    case .and(let left, let right):
      let (a, b) = (try truth(left, solution), try truth(right, solution))
      return a == false || b == false ? false : a == nil || b == nil ? nil : true
    case .not(let inner): return try truth(inner, solution).map { !$0 }
    case .exists(let algebra): return try exists(algebra, solution)
    default: return try value(expression, solution).flatMap(Self.effectiveBoolean)
    }
  }

  /// The pattern with the solution's values put in has a solution.
  private func exists(_ algebra: Algebra, _ solution: Solution) throws -> Bool {
    try !solutions(of: algebra.substituting(solution)).isEmpty
  }

  static func effectiveBoolean(_ term: Term) -> Bool? {
    guard case .literal(let literal) = term else { return nil }
    if literal.datatype == XSD.boolean {
      return ["true": true, "1": true, "false": false, "0": false][literal.lexicalForm]
    }
    if literal.datatype == XSD.string { return !literal.lexicalForm.isEmpty }
    return Numeric(term).map { $0.value != 0 && !$0.value.isNaN }
  }

  /// The value of an expression; `nil` is an error or an unbound variable.
  func value(_ expression: Expression, _ solution: Solution) throws -> Term? {
    switch expression {
    case .term(let term): return term
    case .variable(let variable): return solution[variable]
    case .or, .and, .not, .exists: return try truth(expression, solution).map(Term.boolean)
    case .compare(let left, let comparison, let right):
      guard let a = try value(left, solution), let b = try value(right, solution) else {
        return nil
      }
      return Comparator.compare(a, comparison, b).map(Term.boolean)
    case .arithmetic(let left, let operation, let right):
      guard let a = try value(left, solution).flatMap(Numeric.init),
        let b = try value(right, solution).flatMap(Numeric.init)
      else { return nil }
      return Numeric.calculate(a, operation, b)?.term
    case .negate(let inner):
      return try value(inner, solution).flatMap(Numeric.init).flatMap {
        Numeric.calculate(Numeric(0), .subtract, $0)?.term
      }
    case .isIn(let inner, let list):
      guard let term = try value(inner, solution) else { return nil }
      let tests = try list.map { item in
        try value(item, solution).flatMap { Comparator.compare(term, .equal, $0) }
      }
      return tests.contains(true) ? .boolean(true) : tests.contains(nil) ? nil : .boolean(false)
    case .call(let name, let arguments): return try call(name, arguments, solution)
    case .function(let name, let arguments):
      guard let term = try arguments.first.flatMap({ try value($0, solution) }) else { return nil }
      guard Casts.isKnown(name) else { throw QueryError.unknownFunction(name.value) }
      return Casts.cast(term, to: name)
    case .aggregate: return nil
    }
  }

  /// Functions whose arguments may be unbound; the others take values.
  private func call(_ name: String, _ arguments: [Expression], _ solution: Solution) throws -> Term?
  {
    switch name {
    case "BOUND":
      guard case .variable(let variable)? = arguments.first else { return nil }
      return .boolean(solution[variable] != nil)
    case "IF":
      guard let condition = try truth(arguments[0], solution) else { return nil }
      return try value(arguments[condition ? 1 : 2], solution)
    case "COALESCE":
      for argument in arguments {
        if let term = try value(argument, solution) { return term }
      }
      return nil
    default:
      var values: [Term] = []
      for argument in arguments {
        guard let term = try value(argument, solution) else { return nil }
        values.append(term)
      }
      return Functions.call(name, values)
    }
  }
}

/// `=` and the order of values (SPARQL 1.1, section 17.3).
enum Comparator {
  /// - Returns: `nil` when the types do not compare.
  static func compare(_ left: Term, _ comparison: Expression.Comparison, _ right: Term) -> Bool? {
    switch comparison {
    case .equal: return equal(left, right)
    case .notEqual: return equal(left, right).map { !$0 }
    case .less: return order(left, right).map { $0 < 0 }
    case .lessOrEqual: return order(left, right).map { $0 <= 0 }
    case .greater: return order(left, right).map { $0 > 0 }
    case .greaterOrEqual: return order(left, right).map { $0 >= 0 }
    }
  }

  private static func equal(_ left: Term, _ right: Term) -> Bool? {
    if left == right { return true }
    if let a = Numeric(left), let b = Numeric(right) { return a.value == b.value }
    guard case .literal(let a) = left, case .literal(let b) = right else { return false }
    // Values of types that are not known may be equal in another form.
    let known: Set<IRI> = [XSD.string, XSD.boolean, RDF.langString]
    if known.contains(a.datatype), known.contains(b.datatype) { return false }
    return order(left, right).map { $0 == 0 }
  }

  /// Negative, zero or positive.
  private static func order(_ left: Term, _ right: Term) -> Int? {
    if let a = Numeric(left), let b = Numeric(right) {
      return a.value < b.value ? -1 : a.value > b.value ? 1 : a.value == b.value ? 0 : nil
    }
    guard case .literal(let a) = left, case .literal(let b) = right else { return nil }
    let dates: Set<IRI> = [XSD.date, XSD.dateTime, XSD.gYear, XSD.gYearMonth]
    let areComparable =
      a.datatype == b.datatype && [XSD.string, XSD.boolean].contains(a.datatype)
      || dates.contains(a.datatype) && dates.contains(b.datatype)
    guard areComparable else { return nil }
    if a.lexicalForm == b.lexicalForm { return 0 }
    return a.lexicalForm.utf8.lexicographicallyPrecedes(b.lexicalForm.utf8) ? -1 : 1
  }
}

extension Algebra {
  /// The same with variables replaced by their terms, as EXISTS asks for.
  func substituting(_ solution: Solution) -> Algebra {
    func place(_ place: PatternTerm) -> PatternTerm {
      if case .variable(let variable) = place, let term = solution[variable] {
        .term(term)
      } else {
        place
      }
    }
    func expression(_ expression: Expression) -> Expression {
      switch expression {
      case .variable(let variable): solution[variable].map(Expression.term) ?? expression
      case .exists(let inner): .exists(inner.substituting(solution))
      // BOUND asks for the variable, not for its value.
      case .call("BOUND", let arguments):
        arguments.contains {
          if case .variable(let variable) = $0 { solution[variable] != nil } else { false }
        }
          ? .term(.boolean(true)) : expression
      default: expression.mapChildren(expressionOf)
      }
    }
    func expressionOf(_ inner: Expression) -> Expression { expression(inner) }
    switch self {
    case .basic(let patterns):
      return .basic(
        patterns.map { TriplePattern(place($0.subject), place($0.predicate), place($0.object)) })
    case .path(let subject, let path, let object): return .path(place(subject), path, place(object))
    case .join(let left, let right):
      return .join(left.substituting(solution), right.substituting(solution))
    case .leftJoin(let left, let right, let condition):
      return .leftJoin(
        left.substituting(solution), right.substituting(solution),
        condition: condition.map(expression))
    case .union(let left, let right):
      return .union(left.substituting(solution), right.substituting(solution))
    case .minus(let left, let right):
      return .minus(left.substituting(solution), right.substituting(solution))
    case .filter(let condition, let inner):
      return .filter(expression(condition), inner.substituting(solution))
    case .extend(let inner, let variable, let value):
      return .extend(inner.substituting(solution), variable, expression(value))
    case .values, .group, .project, .distinct, .orderBy, .slice: return self
    }
  }
}
