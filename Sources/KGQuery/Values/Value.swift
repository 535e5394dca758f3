internal import Foundation
internal import KGModel
internal import KGSPARQL

/// The value of a literal (RDF 1.1 Concepts, section 5), as far as it is known.
enum Value {
  case boolean(Bool)
  case number(Numeric)
  case string(String)
  case languageString(String, tag: String)
  case moment(Moment)
  case duration(TimeSpan)
  /// A literal of an unknown datatype, or an ill-typed one.
  case unknown(Literal)

  init(_ literal: Literal) {
    self =
      switch literal.datatype {
      case XSD.string: .string(literal.lexicalForm)
      case XSD.boolean: Self.boolean(literal.lexicalForm).map(Value.boolean) ?? .unknown(literal)
      case _ where literal.languageTag != nil:
        .languageString(literal.lexicalForm, tag: literal.languageTag ?? "")
      case let type where Numeric.isNumeric(type):
        Numeric(literal).map(Value.number) ?? .unknown(literal)
      case let type where Moment.isKnown(type):
        Moment(literal).map(Value.moment) ?? .unknown(literal)
      case let type where TimeSpan.types.contains(type):
        TimeSpan(literal).map(Value.duration) ?? .unknown(literal)
      default: .unknown(literal)
      }
  }

  private static func boolean(_ form: String) -> Bool? {
    switch trimmedXMLSpace(form) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}

// MARK: Comparison

extension Value {
  /// `=` (SPARQL 1.1 Query Language, sections 17.3 and 17.4.1.7): by value where both values are known.
  ///
  /// - Returns: `nil` for an error: a literal of an unknown datatype, or one that is ill-typed, may have the
  ///   same value as another literal without a language tag.
  static func areEqual(_ left: Term, _ right: Term) -> Bool? {
    guard case .literal(let a) = left, case .literal(let b) = right else { return left == right }
    switch (Value(a), Value(b)) {
    case (.number(let a), .number(let b)): return Numeric.compare(a, b) == .same
    case (.moment(let a), .moment(let b)):
      return a.family == b.family ? Moment.compare(a, b).map { $0 == .same } : false
    case (.duration(let a), .duration(let b)): return TimeSpan.compare(a, b) == .same
    case (.boolean(let a), .boolean(let b)): return a == b
    case (.languageString(let a, let tag), .languageString(let b, let other)):
      return isSameText(a, b) && tag.lowercased() == other.lowercased()
    // Only a literal with a language tag has a value with one.
    case (.languageString, _), (_, .languageString): return false
    case (.unknown, _), (_, .unknown): return left == right ? true : nil
    default: return left == right
    }
  }

  /// `<`, `<=`, `>` and `>=`.
  ///
  /// - Returns: `nil` for an error: the values have no order.
  static func compare(
    _ left: Term, _ comparison: Expression.Comparison, _ right: Term
  ) -> Bool? {
    switch comparison {
    case .equal: return areEqual(left, right)
    case .notEqual: return areEqual(left, right).map { !$0 }
    default: break
    }
    guard case .literal(let a) = left, case .literal(let b) = right else { return nil }
    let values = (Value(a), Value(b))
    // Comparisons with NaN are false.
    if case (.number(let a), .number(let b)) = values {
      return Numeric.compare(a, b).map { $0.fits(comparison) } ?? false
    }
    return order(values.0, values.1).map { $0.fits(comparison) }
  }

  /// The order of two values.
  ///
  /// - Returns: `nil` when the values are of different kinds or have no order.
  static func order(_ left: Value, _ right: Value) -> ValueOrder? {
    switch (left, right) {
    case (.number(let a), .number(let b)): Numeric.compare(a, b)
    case (.string(let a), .string(let b)): textOrder(a, b)
    case (.boolean(let a), .boolean(let b)): ValueOrder(a ? 1 : 0, b ? 1 : 0)
    case (.moment(let a), .moment(let b)): Moment.compare(a, b)
    case (.duration(let a), .duration(let b)): TimeSpan.compare(a, b)
    default: nil
    }
  }
}

// MARK: Truth

extension Value {
  /// The effective boolean value (section 17.2.2); `nil` for an error.
  static func truth(_ term: Term) -> Bool? {
    guard case .literal(let literal) = term else { return nil }
    switch Value(literal) {
    case .boolean(let value): return value
    case .number(let number): return number.isTrue
    case .string(let text), .languageString(let text, _): return !text.isEmpty
    case .moment, .duration: return nil
    case .unknown(let literal):
      // An ill-typed boolean or number counts as false.
      return literal.datatype == XSD.boolean || Numeric.isNumeric(literal.datatype) ? false : nil
    }
  }
}
