internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// An expression over the rows of a step during a run, compiled to closures once for all rows.
final class ExpressionEvaluator {
  /// The value of the expression in a row; `nil` is an error or an unbound variable.
  let value: (Row) throws -> Term?
  private let isTrue: ((Row) throws -> Bool?)?
  /// The column, where the expression is just a variable.
  private let place: Int?
  private let run: QueryRun

  /// Whether the expression is just a variable of the rows.
  var isVariable: Bool { place != nil }

  /// The effective boolean value; `nil` is an error.
  func truth(_ row: Row) throws -> Bool? {
    if let isTrue { return try isTrue(row) }
    return try value(row).flatMap(Value.truth)
  }

  /// The ID of the value; 0 is an error or an unbound variable.
  func termID(_ row: Row) throws -> Int64 {
    if let place { return row[place] }
    return try run.termID(value(row))
  }

  /// - Parameters:
  ///   - variables: The columns of the rows.
  ///   - exists: Compiles the test whether a pattern has a solution that agrees with a row.
  init(
    _ expression: Expression, _ variables: [Variable], _ run: QueryRun,
    exists: @escaping (Algebra) -> (Row) throws -> Bool
  ) {
    self.run = run
    let part = { (expression: Expression) in
      ExpressionEvaluator(expression, variables, run, exists: exists)
    }
    var place: Int?
    var isTrue: ((Row) throws -> Bool?)?
    switch expression {
    case .term(let term): value = { _ in term }
    case .variable(let variable):
      place = variables.firstIndex(of: variable)
      value = place.map { place in { try run.term($0[place]) } } ?? { _ in nil }
    case .aggregate: value = { _ in nil }
    case .call(let function, let arguments):
      value = Self.call(function, arguments.map(part), run)
    case .function(let name, let arguments):
      let argument = part(arguments[0])
      value = { row in try argument.value(row).flatMap { Casts.cast($0, to: name) } }
    case .negate(let inner):
      let inner = part(inner)
      value = { row in try inner.value(row).flatMap { Numeric($0) }?.negated?.term }
    case .arithmetic(let first, let rest):
      let first = part(first)
      let operands = rest.map { ($0.sign, part($0.operand)) }
      value = { row in
        var result = try first.value(row).flatMap { Numeric($0) }
        for (sign, operand) in operands {
          guard let left = result, let right = try operand.value(row).flatMap({ Numeric($0) })
          else { return nil }
          result = Numeric.calculate(left, sign, right)
        }
        return result?.term
      }
    default:
      let test = Self.test(expression, part, run, exists)
      isTrue = test
      value = { row in try test(row).map(Term.boolean) }
    }
    self.place = place
    self.isTrue = isTrue
  }

  /// Expressions whose values are true and false.
  private static func test(
    _ expression: Expression, _ part: (Expression) -> ExpressionEvaluator,
    _ run: QueryRun, _ exists: (Algebra) -> (Row) throws -> Bool
  ) -> (Row) throws -> Bool? {
    switch expression {
    case .or(let parts): return connected(parts.map(part), decidedBy: true)
    case .and(let parts): return connected(parts.map(part), decidedBy: false)
    case .not(let inner):
      let inner = part(inner)
      return { row in try inner.truth(row).map { !$0 } }
    case .exists(let pattern): return exists(pattern)
    case .compare(.call(.str, let left), let comparison, .call(.str, let right)):
      return comparedTexts(part(left[0]), comparison, part(right[0]), run)
    case .compare(let left, let comparison, .term(let constant)):
      let key = EvaluationCache.Comparison(
        constant: constant, comparison: comparison, isConstantLeft: false)
      return compared(part(left), key, run) { Value.compare($0, comparison, constant) }
    case .compare(.term(let constant), let comparison, let right):
      let key = EvaluationCache.Comparison(
        constant: constant, comparison: comparison, isConstantLeft: true)
      return compared(part(right), key, run) { Value.compare(constant, comparison, $0) }
    case .compare(let left, let comparison, let right):
      let (left, right) = (part(left), part(right))
      return { row in
        guard let a = try left.value(row), let b = try right.value(row) else { return nil }
        return Value.compare(a, comparison, b)
      }
    case .isIn(let item, let list):
      let (item, list) = (part(item), list.map(part))
      // Without members there is no comparison that could fail (section 17.4.1.9).
      if list.isEmpty { return { _ in false } }
      return { row in
        guard let term = try item.value(row) else { return nil }
        var hasError = false
        for candidate in list {
          switch try candidate.value(row).flatMap({ Value.areEqual(term, $0) }) {
          case true?: return true
          case false?: continue
          case nil: hasError = true
          }
        }
        return hasError ? nil : false
      }
    default: return { _ in nil }
    }
  }

  /// `STR(a) < STR(b)` and the like: texts are compared without terms made of them.
  private static func comparedTexts(
    _ left: ExpressionEvaluator, _ comparison: Expression.Comparison, _ right: ExpressionEvaluator,
    _ run: QueryRun
  ) -> (Row) throws -> Bool? {
    func compared(_ row: Row) throws -> Bool? {
      guard let a = try left.value(row).flatMap(BuiltIns.string),
        let b = try right.value(row).flatMap(BuiltIns.string)
      else { return nil }
      return textOrder(a, b).fits(comparison)
    }
    guard let leftPlace = left.place, let rightPlace = right.place else { return compared }
    let cache = run.evaluation
    func rank(_ id: Int64) throws -> Int? {
      try cache.textRanks.place(of: id) { try run.term(id).flatMap(BuiltIns.string) }
    }
    return { row in
      guard let a = try rank(row[leftPlace]), let b = try rank(row[rightPlace]) else {
        return try compared(row)
      }
      return cache.textRanks.compare(a, b).fits(comparison)
    }
  }

  /// A comparison with a constant, whose results are kept where the other side is a variable.
  private static func compared(
    _ part: ExpressionEvaluator, _ key: EvaluationCache.Comparison, _ run: QueryRun,
    _ compare: @escaping (Term) -> Bool?
  ) -> (Row) throws -> Bool? {
    guard let place = part.place else { return { row in try part.value(row).flatMap(compare) } }
    let results = run.evaluation.results(of: key)
    return { row in
      let id = row[place]
      return try results.result(id) { try run.term(id).flatMap(compare) }
    }
  }

  /// The logical connectives (section 17.2): one deciding value is enough, also where other parts fail.
  private static func connected(
    _ parts: [ExpressionEvaluator], decidedBy deciding: Bool
  ) -> (Row) throws -> Bool? {
    { row in
      var hasError = false
      for part in parts {
        switch try part.truth(row) {
        case deciding?: return deciding
        case nil: hasError = true
        default: continue
        }
      }
      return hasError ? nil : !deciding
    }
  }

  private static func call(
    _ function: BuiltInFunction, _ arguments: [ExpressionEvaluator], _ run: QueryRun
  ) -> (Row) throws -> Term? {
    switch function {
    case .bound:
      let argument = arguments[0]
      return { row in .boolean(try argument.termID(row) != 0) }
    case .if:
      return { row in
        guard let condition = try arguments[0].truth(row) else { return nil }
        return try arguments[condition ? 1 : 2].value(row)
      }
    case .coalesce:
      return { row in
        for argument in arguments {
          if let term = try argument.value(row) { return term }
        }
        return nil
      }
    default:
      return { row in
        var terms: [Term] = []
        for argument in arguments {
          guard let term = try argument.value(row) else { return nil }
          terms.append(term)
        }
        return BuiltIns.call(function, terms, run.functions)
      }
    }
  }
}
