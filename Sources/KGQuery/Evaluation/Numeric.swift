internal import Foundation
internal import KGModel
internal import KGSPARQL

/// A number of SPARQL: its value and the type that arithmetic promotes to.
struct Numeric {
  enum Kind: Int { case integer, decimal, float, double }

  let kind: Kind
  let value: Double
  /// Exact where it is an integer that fits.
  let integer: Int?

  init(_ value: Double, _ kind: Kind) {
    self.kind = kind
    self.value = value
    integer = kind == .integer ? Int(exactly: value) : nil
  }

  init(_ integer: Int) {
    kind = .integer
    value = Double(integer)
    self.integer = integer
  }

  init?(_ term: Term) {
    guard case .literal(let literal) = term, let kind = Self.kinds[literal.datatype] else {
      return nil
    }
    let form = literal.lexicalForm
    switch kind {
    case .integer:
      guard let value = Int(form.hasPrefix("+") ? String(form.dropFirst()) : form) else {
        return nil
      }
      self.init(value)
    case .decimal, .float, .double:
      let special = ["INF": Double.infinity, "-INF": -.infinity, "NaN": .nan]
      guard let value = kind == .decimal ? Self.decimal(form) : special[form] ?? Double(form) else {
        return nil
      }
      self.init(value, kind)
    }
  }

  private static func decimal(_ form: String) -> Double? {
    form.allSatisfy { $0.isASCII && ($0.isNumber || "+-.".contains($0)) } ? Double(form) : nil
  }

  private static let kinds: [IRI: Kind] = {
    var kinds: [IRI: Kind] = [XSD.decimal: .decimal, XSD.float: .float, XSD.double: .double]
    for name in [
      "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
      "negativeInteger",
      "nonPositiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte",
    ] {
      kinds[IRI(XSD.namespace + name)] = .integer
    }
    return kinds
  }()

  /// The number as a literal of its type.
  var term: Term {
    switch kind {
    case .integer:
      .literal(
        Literal(integer.map(String.init) ?? String(format: "%.0f", value), datatype: XSD.integer))
    case .decimal: .literal(Literal(Self.decimalForm(value), datatype: XSD.decimal))
    case .float: .literal(Literal(Self.doubleForm(value), datatype: XSD.float))
    case .double: .literal(Literal(Self.doubleForm(value), datatype: XSD.double))
    }
  }

  private static func decimalForm(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description.contains("e") ? String(format: "%.15f", value) : value.description
  }

  private static func doubleForm(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    return value.description
  }

  /// The result of an operation; `nil` for a division of integers or decimals by zero.
  static func calculate(
    _ left: Numeric, _ operation: KGSPARQL.Expression.Arithmetic, _ right: Numeric
  ) -> Numeric? {
    let kind = Kind(rawValue: max(left.kind.rawValue, right.kind.rawValue)) ?? .double
    if let a = left.integer, let b = right.integer, operation != .divide {
      let (result, overflow) =
        operation == .add
        ? a.addingReportingOverflow(b)
        : operation == .subtract
          ? a.subtractingReportingOverflow(b) : a.multipliedReportingOverflow(by: b)
      return overflow ? nil : Numeric(result)
    }
    switch operation {
    case .add: return Numeric(left.value + right.value, kind)
    case .subtract: return Numeric(left.value - right.value, kind)
    case .multiply: return Numeric(left.value * right.value, kind)
    case .divide:
      // Integers divide to decimals.
      let result = kind == .integer ? Kind.decimal : kind
      if right.value == 0, result == .decimal { return nil }
      return Numeric(left.value / right.value, result)
    }
  }
}
