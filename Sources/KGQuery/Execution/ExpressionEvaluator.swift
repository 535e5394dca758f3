internal import KGModel
internal import KGSPARQL

/// An expression over the rows of a step, made ready once for many rows.
final class ExpressionEvaluator {
  /// The value of the expression in a row; `nil` is an error or an unbound variable.
  let value: (Row) throws -> Term?
  private let isTrue: ((Row) throws -> Bool?)?
  /// The place of the variable that the expression is.
  private let place: Int?
  private let context: QueryContext

  /// Whether it only tells what a variable has.
  var isVariable: Bool { place != nil }

  /// The effective boolean value; `nil` is an error.
  func truth(_ row: Row) throws -> Bool? {
    if let isTrue { return try isTrue(row) }
    return try value(row).flatMap(Value.truth)
  }

  /// The number of the value; 0 is an error.
  func number(_ row: Row) throws -> Int64 {
    if let place { return row[place] }
    return try context.number(value(row))
  }

  /// - Parameters:
  ///   - variables: The columns of the rows.
  ///   - exists: Makes ready whether a pattern has a solution that agrees with a row.
  /// - Throws: ``QueryError/unknownFunction(_:)``.
  init(
    _ expression: Expression, _ variables: [Variable], _ context: QueryContext,
    exists: @escaping (Algebra) throws -> (Row) throws -> Bool
  ) throws {
    self.context = context
    let part = { (expression: Expression) in
      try ExpressionEvaluator(expression, variables, context, exists: exists)
    }
    var place: Int?
    var isTrue: ((Row) throws -> Bool?)?
    switch expression {
    case .term(let term): value = { _ in term }
    case .variable(let variable):
      place = variables.firstIndex(of: variable)
      value = place.map { place in { try context.term($0[place]) } } ?? { _ in nil }
    case .aggregate: value = { _ in nil }
    case .call(let function, let arguments):
      value = try Self.call(function, arguments, part, context)
    case .function(let name, let arguments):
      guard Casts.isKnown(name), arguments.count == 1 else {
        throw QueryError.unknownFunction(name.value)
      }
      let argument = try part(arguments[0])
      value = { row in try argument.value(row).flatMap { Casts.cast($0, to: name) } }
    case .negate(let inner):
      let inner = try part(inner)
      value = { row in try inner.value(row).flatMap { Numeric($0) }?.negated?.term }
    case .arithmetic(let first, let rest):
      let first = try part(first)
      let operands = try rest.map { ($0.sign, try part($0.operand)) }
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
      let test = try Self.test(expression, part, context, exists)
      isTrue = test
      value = { row in try test(row).map(Term.boolean) }
    }
    self.place = place
    self.isTrue = isTrue
  }

  /// Expressions whose values are true and false.
  private static func test(
    _ expression: Expression, _ part: (Expression) throws -> ExpressionEvaluator,
    _ context: QueryContext, _ exists: (Algebra) throws -> (Row) throws -> Bool
  ) throws -> (Row) throws -> Bool? {
    switch expression {
    case .or(let parts): return try connected(parts.map(part), decidedBy: true)
    case .and(let parts): return try connected(parts.map(part), decidedBy: false)
    case .not(let inner):
      let inner = try part(inner)
      return { row in try inner.truth(row).map { !$0 } }
    case .exists(let pattern): return try exists(pattern)
    case .compare(.call(.str, let left), let comparison, .call(.str, let right)):
      return try comparedTexts(part(left[0]), comparison, part(right[0]), context)
    case .compare(let left, let comparison, .term(let constant)):
      return try remembered(part(left), context) { Value.compare($0, comparison, constant) }
    case .compare(.term(let constant), let comparison, let right):
      return try remembered(part(right), context) { Value.compare(constant, comparison, $0) }
    case .compare(let left, let comparison, let right):
      let (left, right) = (try part(left), try part(right))
      return { row in
        guard let a = try left.value(row), let b = try right.value(row) else { return nil }
        return Value.compare(a, comparison, b)
      }
    case .isIn(let item, let list):
      let (item, list) = (try part(item), try list.map(part))
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

  /// `STR(a) < STR(b)` and the like: texts need not become terms to be compared.
  private static func comparedTexts(
    _ left: ExpressionEvaluator, _ comparison: Expression.Comparison, _ right: ExpressionEvaluator,
    _ context: QueryContext
  ) -> (Row) throws -> Bool? {
    func compared(_ row: Row) throws -> Bool? {
      guard let a = try left.value(row).flatMap(BuiltIns.string),
        let b = try right.value(row).flatMap(BuiltIns.string)
      else { return nil }
      return textOrder(a, b).fits(comparison)
    }
    guard let leftPlace = left.place, let rightPlace = right.place else { return compared }
    var ranks = TextRanks()
    func place(_ number: Int64) throws -> Int? {
      try ranks.place(of: number) { try context.term(number).flatMap(BuiltIns.string) }
    }
    return { row in
      guard let a = try place(row[leftPlace]), let b = try place(row[rightPlace]) else {
        return try compared(row)
      }
      return ranks.compare(a, b).fits(comparison)
    }
  }

  private static let rememberedCount = 1 << 12

  /// A test of one value that always comes out the same: years and kinds are few, and come in many rows.
  private static func remembered(
    _ part: ExpressionEvaluator, _ context: QueryContext, _ test: @escaping (Term) -> Bool?
  ) -> (Row) throws -> Bool? {
    guard let place = part.place else { return { row in try part.value(row).flatMap(test) } }
    var known: [Int64: Bool?] = [:]
    return { row in
      let number = row[place]
      if let outcome = known[number] { return outcome }
      let outcome = try context.term(number).flatMap(test)
      if known.count < rememberedCount { known[number] = outcome }
      return outcome
    }
  }

  /// The logical connectives with errors (section 17.2): one value decides, whatever else fails.
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
    _ function: BuiltInFunction, _ arguments: [Expression],
    _ part: (Expression) throws -> ExpressionEvaluator, _ context: QueryContext
  ) throws -> (Row) throws -> Term? {
    let arguments = try arguments.map(part)
    switch function {
    case .bound:
      let argument = arguments[0]
      return { row in .boolean(try argument.number(row) != 0) }
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
        return BuiltIns.call(function, terms, context.functions)
      }
    }
  }
}
