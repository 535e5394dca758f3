internal import KGModel

/// The 64-bit id of a term. Rows of the dictionary have positive ids. Small values are inlined as negative ids,
/// so that they compare and sort without a look-up. SQLite stores a number in as few bytes as it needs, so
/// frequent kinds of values have the ranges near 0. Terms that appear first have small ids as well; they are
/// mostly classes and other terms that many statements refer to.
///
/// | ids | terms | bytes |
/// |---|---|---|
/// | 1 … 1,023 | rows of the dictionary whose term first appeared as a predicate | 1–2 |
/// | from 1,024 on | all other rows of the dictionary | 2–4 |
/// | −2, −1 | `xsd:boolean`: false, true | 1 |
/// | −20,000 + year | `xsd:gYear`, years 1 to 9999 | 2 |
/// | −8,000,000 + year × 12 + month − 1 | `xsd:gYearMonth` | 3 |
/// | −2,000,000,000 + (year × 12 + month − 1) × 31 + day − 1 | `xsd:date` | 4 |
/// | −2^46 + value | `xsd:integer` between −2^45 and 2^45 | 6 |
///
/// Only canonical lexical forms are inlined: `"01"^^xsd:integer` is a row of the dictionary. Within a range, the
/// order of ids is the order of values.
struct TermID: Hashable, RawRepresentable {
  let rawValue: Int64

  init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  static let firstRow: Int64 = 1024
  /// A bound on row ids that no file can reach.
  static let rowLimit: Int64 = 1 << 47
  static let yearBase: Int64 = -20_000
  static let monthBase: Int64 = -8_000_000
  static let dayBase: Int64 = -2_000_000_000
  static let integerBase: Int64 = -(1 << 46)
  private static let integerLimit: Int64 = 1 << 45

  /// Whether the term is a row of the dictionary.
  var isRow: Bool { rawValue > 0 }

  /// The id of a term that can be inlined; `nil` for any other.
  init?(inlining term: Term) {
    guard case .literal(let literal) = term, literal.languageTag == nil else { return nil }
    let form = literal.lexicalForm
    switch literal.datatype {
    case XSD.integer:
      guard let value = Int64(form), value.magnitude < Self.integerLimit.magnitude,
        String(value) == form
      else { return nil }
      self.init(rawValue: Self.integerBase + value)
    case XSD.boolean:
      guard form == "true" || form == "false" else { return nil }
      self.init(rawValue: form == "true" ? -1 : -2)
    case XSD.gYear, XSD.gYearMonth, XSD.date:
      guard let date = Self.canonicalDate(form), date.datatype == literal.datatype else {
        return nil
      }
      let months = Int64(date.year) * 12 + Int64((date.month ?? 1) - 1)
      switch literal.datatype {
      case XSD.gYear: self.init(rawValue: Self.yearBase + Int64(date.year))
      case XSD.gYearMonth: self.init(rawValue: Self.monthBase + months)
      default: self.init(rawValue: Self.dayBase + months * 31 + Int64((date.day ?? 1) - 1))
      }
    default: return nil
    }
  }

  /// The ids of the same kind of value, in the order of the values; `nil` for rows.
  var range: ClosedRange<Int64>? {
    switch rawValue {
    case 1...: nil
    case -2 ... -1: -2 ... -1
    case Self.yearBase..<0: Self.yearBase ... -3
    case Self.monthBase..<Self.yearBase: Self.monthBase...(Self.yearBase - 1)
    case Self.dayBase..<Self.monthBase: Self.dayBase...(Self.monthBase - 1)
    default:
      (Self.integerBase - Self.integerLimit)...(Self.integerBase + Self.integerLimit)
    }
  }

  /// The inlined term; `nil` for a row of the dictionary, and for an unused id.
  var inlineTerm: Term? {
    switch rawValue {
    case 1...: nil
    case -2, -1: .boolean(rawValue == -1)
    case Self.yearBase..<0:
      PartialDate(year: Int(rawValue - Self.yearBase)).map(Term.date)
    case Self.monthBase..<Self.yearBase: Self.date(months: rawValue - Self.monthBase, day: nil)
    case Self.dayBase..<Self.monthBase:
      Self.date(
        months: (rawValue - Self.dayBase) / 31, day: Int((rawValue - Self.dayBase) % 31) + 1)
    case (Self.integerBase - Self.integerLimit)...(Self.integerBase + Self.integerLimit):
      .integer(Int(rawValue - Self.integerBase))
    default: nil
    }
  }

  private static func date(months: Int64, day: Int?) -> Term? {
    PartialDate(year: Int(months / 12), month: Int(months % 12) + 1, day: day).map(Term.date)
  }

  private static func canonicalDate(_ form: String) -> PartialDate? {
    guard form.utf8.count <= 10 else { return nil }
    let parts = form.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0] else { return nil }
    let date = PartialDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    return date?.description == form ? date : nil
  }
}
