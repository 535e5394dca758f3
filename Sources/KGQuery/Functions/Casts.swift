internal import Foundation
internal import KGModel

/// Casts to XSD types (SPARQL 1.1 Query Language, section 17.5), and to further types of dates and durations.
///
/// `nil` is an error of the expression.
enum Casts {
  private static let types: Set<IRI> = [
    XSD.string, XSD.boolean, XSD.integer, XSD.decimal, XSD.float, XSD.double, XSD.dateTime,
    XSD.date, XSD.time, XSD.gYear, XSD.gYearMonth, XSD.dayTimeDuration,
  ]

  static func isKnown(_ type: IRI) -> Bool { types.contains(type) }

  static func cast(_ term: Term, to type: IRI) -> Term? {
    if type == XSD.string { return string(term).map(Term.string) }
    guard case .literal(let literal) = term else { return nil }
    switch type {
    case XSD.boolean: return boolean(Value(literal))
    case XSD.integer, XSD.decimal, XSD.float, XSD.double: return number(Value(literal), type)?.term
    default: return moment(literal, type)
    }
  }

  private static func string(_ term: Term) -> String? {
    guard case .literal(let literal) = term else { return term.iri?.value }
    switch Value(literal) {
    case .number(.double(let value)): return plainForm(value) ?? literal.lexicalForm
    case .number(.float(let value)):
      return plainForm(Double(value.description) ?? .nan) ?? literal.lexicalForm
    case .number(.decimal(let value)): return value.description
    case .number(let number): return number.term.literal?.lexicalForm
    case .boolean(let value): return value ? "true" : "false"
    case .moment(let moment): return moment.canonicalForm ?? literal.lexicalForm
    default: return literal.lexicalForm
    }
  }

  /// Decimal notation for numbers from a millionth to a million, the canonical form for others (XPath and XQuery
  /// Functions and Operators, section 17.1.2).
  private static func plainForm(_ value: Double) -> String? {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    guard (1e-6..<1e6).contains(abs(value)), let decimal = Decimal(string: value.description) else {
      return Numeric.double(value).term.literal?.lexicalForm
    }
    return decimal.description
  }

  private static func boolean(_ value: Value) -> Term? {
    switch value {
    case .boolean(let value): .boolean(value)
    case .number(let number): .boolean(number.isTrue)
    case .string(let text):
      switch trimmedXMLSpace(text) {
      case "true", "1": .boolean(true)
      case "false", "0": .boolean(false)
      default: nil
      }
    default: nil
    }
  }

  private static func number(_ value: Value, _ type: IRI) -> Numeric? {
    let number: Numeric?
    switch value {
    case .number(let known): number = known
    case .boolean(let value): number = .integer(value ? 1 : 0)
    case .string(let text): return Numeric(Literal(text, datatype: type))
    default: number = nil
    }
    guard let number else { return nil }
    switch type {
    case XSD.integer:
      guard case .decimal(var value)? = number.decimal.map(Numeric.decimal) else { return nil }
      var whole = Decimal()
      NSDecimalRound(&whole, &value, 0, value.isSignMinus ? .up : .down)
      return Int(whole.description).map(Numeric.integer)
    case XSD.decimal: return number.decimal.map(Numeric.decimal)
    case XSD.float: return .float(Float(number.double))
    default: return .double(number.double)
    }
  }

  /// A date or time from its lexical form, or the part of another one that the type has.
  private static func moment(_ literal: Literal, _ type: IRI) -> Term? {
    if literal.datatype == type { return Value(literal).isKnown ? .literal(literal) : nil }
    if literal.datatype == XSD.string {
      let result = Literal(trimmedXMLSpace(literal.lexicalForm), datatype: type)
      return Value(result).isKnown ? .literal(result) : nil
    }
    guard let moment = Moment(literal) else { return nil }
    let form = trimmedXMLSpace(literal.lexicalForm)
    // The time zone as it is written: `Z` and `+00:00` both mean UTC.
    let zone = moment.timezone == nil ? "" : form.hasSuffix("Z") ? "Z" : String(form.suffix(6))
    let day = form.prefix { $0 != "T" }.dropLast(form.contains("T") ? 0 : zone.utf8.count)
    switch (moment.family, type) {
    case (XSD.dateTime, XSD.date): return .literal(Literal(day + zone, datatype: type))
    case (XSD.dateTime, XSD.time):
      return .literal(Literal(String(form.dropFirst(day.count + 1)), datatype: type))
    case (XSD.date, XSD.dateTime):
      return .literal(Literal(day + "T00:00:00" + zone, datatype: type))
    case (XSD.dateTime, XSD.gYear), (XSD.date, XSD.gYear), (XSD.gYearMonth, XSD.gYear):
      let sign = day.hasPrefix("-") ? "-" : ""
      return .literal(Literal(sign + day.split(separator: "-")[0] + zone, datatype: type))
    default: return nil
    }
  }
}

extension Value {
  /// Whether the datatype is known and the lexical form is one of its forms.
  var isKnown: Bool {
    if case .unknown = self { false } else { true }
  }
}
