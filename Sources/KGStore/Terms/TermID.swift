internal import KGModel

/// A term as a 64-bit number. Small values are in the number itself, so that they compare and sort
/// without a look-up; the rest are numbers of the dictionary.
///
/// | bits 56–62 | the other bits |
/// |---|---|
/// | 0 | row of the dictionary, from 1 |
/// | 1 | `xsd:integer`: the value + 2^50 |
/// | 2 | `xsd:gYear`: the year |
/// | 3 | `xsd:gYearMonth`: year × 12 + month − 1 |
/// | 4 | `xsd:date`: (year × 12 + month − 1) × 31 + day − 1 |
/// | 5 | `xsd:boolean`: 0 or 1 |
///
/// Only canonical lexical forms are put in the number: `"01"^^xsd:integer` keeps its form in the
/// dictionary. Within a tag, order of numbers is order of values.
struct TermID: Hashable, RawRepresentable {
  enum Tag: Int64 {
    case dictionary = 0
    case integer = 1
    case year = 2
    case yearMonth = 3
    case date = 4
    case boolean = 5
  }

  static let tagShift: Int64 = 56
  /// Added to integers, so that negative ones sort before positive ones.
  static let integerBias: Int64 = 1 << 50

  let rawValue: Int64

  init(rawValue: Int64) {
    self.rawValue = rawValue
  }

  private init(_ tag: Tag, _ payload: Int64) {
    rawValue = tag.rawValue << Self.tagShift | payload
  }

  var tag: Tag { Tag(rawValue: rawValue >> Self.tagShift) ?? .dictionary }
  var payload: Int64 { rawValue & ((1 << Self.tagShift) - 1) }

  /// The number of a term whose value fits in it, or `nil` for the dictionary.
  init?(inlining term: Term) {
    guard case .literal(let literal) = term, literal.languageTag == nil else { return nil }
    let form = literal.lexicalForm
    switch literal.datatype {
    case XSD.integer:
      guard let value = Int64(form), String(value) == form,
        value.magnitude < Self.integerBias.magnitude
      else {
        return nil
      }
      self.init(.integer, value + Self.integerBias)
    case XSD.boolean:
      guard form == "true" || form == "false" else { return nil }
      self.init(.boolean, form == "true" ? 1 : 0)
    case XSD.gYear, XSD.gYearMonth, XSD.date:
      guard let date = Self.canonicalDate(form), date.datatype == literal.datatype else {
        return nil
      }
      let months = Int64(date.year) * 12 + Int64((date.month ?? 1) - 1)
      switch literal.datatype {
      case XSD.gYear: self.init(.year, Int64(date.year))
      case XSD.gYearMonth: self.init(.yearMonth, months)
      default: self.init(.date, months * 31 + Int64((date.day ?? 1) - 1))
      }
    default: return nil
    }
  }

  /// The term in the number; `nil` for a dictionary row.
  var inlineTerm: Term? {
    switch tag {
    case .dictionary: return nil
    case .integer: return .integer(Int(payload - Self.integerBias))
    case .boolean: return .boolean(payload == 1)
    case .year: return Self.date(months: payload * 12, hasMonth: false, day: nil)
    case .yearMonth: return Self.date(months: payload, hasMonth: true, day: nil)
    case .date: return Self.date(months: payload / 31, hasMonth: true, day: Int(payload % 31) + 1)
    }
  }

  private static func date(months: Int64, hasMonth: Bool, day: Int?) -> Term? {
    PartialDate(year: Int(months / 12), month: hasMonth ? Int(months % 12) + 1 : nil, day: day).map(
      Term.date)
  }

  private static func canonicalDate(_ form: String) -> PartialDate? {
    let parts = form.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), let year = parts[0] else { return nil }
    let date = PartialDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    return date?.description == form ? date : nil
  }
}
