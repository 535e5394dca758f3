internal import Foundation
internal import KGModel
internal import KGSPARQL

/// A number of SPARQL: its value in the type that arithmetic promotes to (XPath and XQuery Functions and
/// Operators, section 4). Integers have 64 bits, larger ones are decimals; decimals have 38 digits.
enum Numeric {
  case integer(Int)
  case decimal(Decimal)
  case float(Float)
  case double(Double)

  /// `nil` for literals of other types and ill-typed ones.
  init?(_ literal: Literal) {
    guard let kind = Self.kinds[literal.datatype] else { return nil }
    self.init(literal.lexicalForm, kind)
    if literal.datatype != XSD.integer, kind == .integer, !fits(literal.datatype) { return nil }
  }

  init?(_ term: Term) {
    guard case .literal(let literal) = term else { return nil }
    self.init(literal)
  }

  enum Kind: Int, Comparable {
    case integer, decimal, float, double

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind {
    switch self {
    case .integer: .integer
    case .decimal: .decimal
    case .float: .float
    case .double: .double
    }
  }

  static func isNumeric(_ datatype: IRI) -> Bool { kinds[datatype] != nil }

  private static let kinds: [IRI: Kind] = {
    var kinds: [IRI: Kind] = [XSD.decimal: .decimal, XSD.float: .float, XSD.double: .double]
    kinds[XSD.integer] = .integer
    for type in bounds.keys { kinds[type] = .integer }
    return kinds
  }()

  /// The least and the greatest value of the types derived from `xsd:integer` (XML Schema Part 2, section 3.4).
  private static let bounds: [IRI: (least: Decimal?, greatest: Decimal?)] = {
    let bounds: [(String, Decimal?, Decimal?)] = [
      ("long", Decimal(Int64.min), Decimal(Int64.max)),
      ("int", Decimal(Int32.min), Decimal(Int32.max)),
      ("short", Decimal(Int16.min), Decimal(Int16.max)),
      ("byte", Decimal(Int8.min), Decimal(Int8.max)),
      ("unsignedLong", 0, Decimal(UInt64.max)), ("unsignedInt", 0, Decimal(UInt32.max)),
      ("unsignedShort", 0, Decimal(UInt16.max)), ("unsignedByte", 0, Decimal(UInt8.max)),
      ("nonNegativeInteger", 0, nil), ("positiveInteger", 1, nil),
      ("nonPositiveInteger", nil, 0), ("negativeInteger", nil, -1),
    ]
    return Dictionary(
      uniqueKeysWithValues: bounds.map { (IRI(XSD.namespace + $0.0), ($0.1, $0.2)) })
  }()

  private func fits(_ type: IRI) -> Bool {
    guard let bounds = Self.bounds[type], let value = decimal else { return true }
    return value >= bounds.least ?? value && value <= bounds.greatest ?? value
  }

  // MARK: Lexical forms

  /// Reads a lexical form, ignoring white space around it; `nil` when it is not a form of the type.
  init?(_ text: String, _ kind: Kind) {
    let form = text.utf8.allSatisfy({ $0 > 0x20 }) ? text : trimmedXMLSpace(text)
    switch kind {
    case .integer:
      guard Self.isDecimal(form, allowsPoint: false) else { return nil }
      if let value = Int(form) {
        self = .integer(value)
      } else if let value = Decimal(string: form) {
        // An integer that does not fit 64 bits.
        self = .decimal(value)
      } else {
        return nil
      }
    case .decimal:
      guard Self.isDecimal(form, allowsPoint: true), let value = Decimal(string: form) else {
        return nil
      }
      self = .decimal(value)
    case .float:
      guard Self.isDouble(form) else { return nil }
      guard let value = Self.special(form).map({ Float($0) }) ?? Float(form) else { return nil }
      self = .float(value)
    case .double:
      guard Self.isDouble(form) else { return nil }
      guard let value = Self.special(form) ?? Double(form) else { return nil }
      self = .double(value)
    }
  }

  private static func special(_ form: String) -> Double? {
    switch form {
    case "INF", "+INF": .infinity
    case "-INF": -.infinity
    case "NaN": .nan
    default: nil
    }
  }

  private static func isDecimal(_ form: String, allowsPoint: Bool) -> Bool {
    var digits = 0
    var points = 0
    for (index, byte) in form.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if index > 0 { return false }
      default: return false
      }
    }
    return digits > 0 && points <= (allowsPoint ? 1 : 0)
  }

  /// XSD does not have all forms that Swift reads, such as `nan` and `0x1p3`.
  private static func isDouble(_ form: String) -> Bool {
    if special(form) != nil { return true }
    let parts = form.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard (1...2).contains(parts.count), isDecimal(String(parts[0]), allowsPoint: true) else {
      return false
    }
    return parts.count == 1 || isDecimal(String(parts[1]), allowsPoint: false)
  }

  /// The canonical literal of its type.
  var term: Term {
    switch self {
    case .integer(let value): .integer(value)
    case .decimal(let value):
      .literal(Literal(Self.canonicalForm(value), datatype: XSD.decimal))
    case .float(let value):
      .literal(
        Literal(
          Self.canonicalForm(value.description, isFinite: value.isFinite), datatype: XSD.float))
    case .double(let value):
      .literal(
        Literal(
          Self.canonicalForm(value.description, isFinite: value.isFinite), datatype: XSD.double))
    }
  }

  /// With a digit after the point, so that the form shows the type.
  private static func canonicalForm(_ value: Decimal) -> String {
    let form = value.description
    return form.utf8.contains(UInt8(ascii: ".")) ? form : form + ".0"
  }

  /// `1.5E3` of what Swift writes as `1500.0`: the shortest digits that read back as the number.
  private static func canonicalForm(_ description: String, isFinite: Bool) -> String {
    guard isFinite else {
      return description.hasPrefix("-") ? "-INF" : description == "inf" ? "INF" : "NaN"
    }
    let isNegative = description.hasPrefix("-")
    let parts = description.drop { $0 == "-" }.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = mantissa[0].drop { $0 == "0" }
    var fraction = mantissa.count > 1 ? mantissa[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var digits = whole + fraction
    if whole.isEmpty {
      let zeros = fraction.prefix { $0 == "0" }.count
      digits = fraction.dropFirst(zeros)
      exponent -= zeros + 1
    } else {
      exponent += whole.count - 1
    }
    while digits.last == "0" { digits.removeLast() }
    guard let first = digits.first else { return (isNegative ? "-" : "") + "0.0E0" }
    let rest = digits.dropFirst()
    return (isNegative ? "-" : "") + "\(first).\(rest.isEmpty ? "0" : rest)E\(exponent)"
  }

  // MARK: Values

  var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): Double(value.description) ?? .nan
    case .float(let value): Double(value)
    case .double(let value): value
    }
  }

  /// `nil` for infinities, NaN and numbers that are too large for a decimal.
  var decimal: Decimal? {
    switch self {
    case .integer(let value): Decimal(value)
    case .decimal(let value): value
    case .float(let value): value.isFinite ? Decimal(string: value.description) : nil
    case .double(let value): value.isFinite ? Decimal(string: value.description) : nil
    }
  }

  /// The effective boolean value: `false` for zero and NaN.
  var isTrue: Bool {
    switch self {
    case .integer(let value): value != 0
    case .decimal(let value): !value.isZero
    case .float(let value): value != 0 && !value.isNaN
    case .double(let value): value != 0 && !value.isNaN
    }
  }

  // MARK: Arithmetic

  /// The result of an operation in the wider of both types; integers divide to decimals.
  ///
  /// - Returns: `nil` for an error: a division of integers or decimals by zero, or a result that is too large.
  static func calculate(
    _ left: Numeric, _ operation: Expression.Arithmetic, _ right: Numeric
  ) -> Numeric? {
    if case .integer(let a) = left, case .integer(let b) = right, operation != .divide {
      let (result, hasOverflow) =
        switch operation {
        case .add: a.addingReportingOverflow(b)
        case .subtract: a.subtractingReportingOverflow(b)
        default: a.multipliedReportingOverflow(by: b)
        }
      return hasOverflow ? nil : .integer(result)
    }
    switch max(left.kind, right.kind) {
    case .integer, .decimal:
      guard let a = left.decimal, let b = right.decimal else { return nil }
      if operation == .divide, b.isZero { return nil }
      let result =
        switch operation {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        }
      return result.isNaN ? nil : .decimal(result)
    case .float:
      return .float(apply(operation, Float(left.double), Float(right.double)))
    case .double: return .double(apply(operation, left.double, right.double))
    }
  }

  private static func apply<Value: FloatingPoint>(
    _ operation: Expression.Arithmetic, _ left: Value, _ right: Value
  ) -> Value {
    switch operation {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    }
  }

  var negated: Numeric? {
    switch self {
    case .integer(let value): value == .min ? nil : .integer(-value)
    case .decimal(let value): .decimal(-value)
    case .float(let value): .float(-value)
    case .double(let value): .double(-value)
    }
  }

  enum Rounding { case up, down, halfUp }

  /// A whole number of the same type. Halves are rounded towards positive infinity.
  func rounded(_ rounding: Rounding) -> Numeric {
    switch self {
    case .integer: return self
    case .decimal(let value):
      var value =
        rounding == .halfUp ? value + Decimal(sign: .plus, exponent: -1, significand: 5) : value
      var result = Decimal()
      NSDecimalRound(&result, &value, 0, rounding == .up ? .up : .down)
      return .decimal(result)
    case .float(let value): return .float(Self.rounded(value, rounding))
    case .double(let value): return .double(Self.rounded(value, rounding))
    }
  }

  private static func rounded<Value: BinaryFloatingPoint>(
    _ value: Value, _ rounding: Rounding
  ) -> Value {
    switch rounding {
    case .up: value.rounded(.up)
    case .down: value.rounded(.down)
    case .halfUp:
      // The difference is exact; a sum with one half would not be.
      value.isFinite && value - value.rounded(.down) >= 0.5
        ? Value(signOf: value, magnitudeOf: value.rounded(.down) + 1) : value.rounded(.down)
    }
  }

  var magnitude: Numeric? {
    switch self {
    case .integer(let value): value < 0 ? negated : self
    case .decimal(let value): .decimal(abs(value))
    case .float(let value): .float(abs(value))
    case .double(let value): .double(abs(value))
    }
  }

  // MARK: Comparison

  var isNaN: Bool { double.isNaN }

  /// `nil` when one operand is NaN.
  static func compare(_ left: Numeric, _ right: Numeric) -> ValueOrder? {
    if case .integer(let a) = left, case .integer(let b) = right { return ValueOrder(a, b) }
    if max(left.kind, right.kind) == .decimal, let a = left.decimal, let b = right.decimal {
      return ValueOrder(a, b)
    }
    if max(left.kind, right.kind) == .float {
      let (a, b) = (Float(left.double), Float(right.double))
      return a.isNaN || b.isNaN ? nil : ValueOrder(a, b)
    }
    let (a, b) = (left.double, right.double)
    return a.isNaN || b.isNaN ? nil : ValueOrder(a, b)
  }
}
