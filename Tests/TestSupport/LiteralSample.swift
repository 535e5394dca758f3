public import KGModel

/// A term for tests of comparisons, with the value that its datatype gives it.
///
/// The values are written down by hand from XML Schema Part 2, so that tests do not depend on the code that
/// reads lexical forms.
public struct LiteralSample: Sendable, CustomStringConvertible {
  /// The value spaces that SPARQL tells apart.
  public enum Space: Sendable {
    case node, string, language, number, boolean, dateTime, date, gYear, gYearMonth, duration
    /// An unknown datatype, or an ill-typed literal: the value is not known.
    case unknown
  }

  /// As in a query, with the prefix `xsd`.
  public let text: String
  public let term: Term
  let space: Space
  /// Where the value lies in the order of its space; moments in hours.
  let position: Double
  /// Whether a moment has a time zone.
  let isZoned: Bool

  public var description: String { text }

  private init(
    _ space: Space, _ position: Double, _ form: String, _ type: String? = nil, tag: String? = nil,
    isZoned: Bool = false
  ) {
    self.space = space
    self.position = position
    self.isZoned = isZoned
    if space == .node {
      text = "<\(form)>"
      term = .iri(form)
    } else if let tag {
      text = "'\(form)'@\(tag)"
      term = .literal(Literal(form, languageTag: tag))
    } else {
      let iri = type.map { IRI($0.contains(":") ? $0 : XSD.namespace + $0) } ?? XSD.string
      text = "'\(form)'^^<\(iri.value)>"
      term = .literal(Literal(form, datatype: iri))
    }
  }

  // MARK: Expected outcomes

  /// `left = right` (SPARQL 1.1 Query Language, sections 17.3 and 17.4.1.7); `nil` is an error.
  public static func areEqual(_ left: LiteralSample, _ right: LiteralSample) -> Bool? {
    let spaces = [left.space, right.space]
    if spaces.contains(.node) { return left.text == right.text }
    // A value with a language tag is a pair (RDF 1.1 Concepts, section 3.3): no other literal has it.
    if spaces.contains(.language) {
      return left.space == right.space && left.position == right.position
    }
    if spaces.contains(.unknown) { return left.text == right.text ? true : nil }
    guard left.space == right.space else { return false }
    return areComparable(left, right) ? left.position == right.position : nil
  }

  /// `left < right`; `nil` is an error: section 17.3 has no operator for the operands.
  public static func isLess(_ left: LiteralSample, _ right: LiteralSample) -> Bool? {
    switch left.space {
    case .node, .language, .unknown: nil
    default:
      left.space == right.space && areComparable(left, right)
        ? left.position < right.position : nil
    }
  }

  /// `left <= right`; `nil` is an error.
  public static func isAtMost(_ left: LiteralSample, _ right: LiteralSample) -> Bool? {
    isLess(left, right).map { $0 || left.position == right.position }
  }

  /// Moments with and without a time zone have an order when they are more than 14 hours apart (XML Schema Part
  /// 2, section 3.2.7.4).
  private static func areComparable(_ left: LiteralSample, _ right: LiteralSample) -> Bool {
    left.isZoned == right.isZoned || abs(left.position - right.position) > 14
  }

  // MARK: Samples

  /// One of every kind of term, and of each kind several that are equal, different or without an order.
  public static let all: [LiteralSample] = [
    LiteralSample(.node, 0, "http://e/a"), LiteralSample(.node, 0, "http://e/b"),
    LiteralSample(.string, 1, "a"), LiteralSample(.string, 2, "b"), LiteralSample(.string, 0, "1"),
    LiteralSample(.language, 1, "a", tag: "en"), LiteralSample(.language, 1, "a", tag: "EN"),
    LiteralSample(.language, 2, "a", tag: "de"), LiteralSample(.language, 3, "b", tag: "en"),
    LiteralSample(.number, 1, "1", "integer"), LiteralSample(.number, 1, "01", "integer"),
    LiteralSample(.number, 2, "2", "integer"), LiteralSample(.number, 1, "1.0", "decimal"),
    LiteralSample(.number, 1, "1", "byte"), LiteralSample(.number, 1, "1", "float"),
    LiteralSample(.number, 1, "1e0", "double"), LiteralSample(.number, 2.5, "2.5", "double"),
    LiteralSample(.number, .infinity, "INF", "double"),
    LiteralSample(.number, .nan, "NaN", "float"),
    LiteralSample(.unknown, 0, "a", "integer"), LiteralSample(.unknown, 0, "b", "integer"),
    LiteralSample(.unknown, 0, "300", "byte"), LiteralSample(.unknown, 0, "a", "double"),
    LiteralSample(.boolean, 1, "true", "boolean"), LiteralSample(.boolean, 1, "1", "boolean"),
    LiteralSample(.boolean, 0, "false", "boolean"), LiteralSample(.unknown, 0, "a", "boolean"),
    LiteralSample(.dateTime, 0, "2020-01-01T00:00:00Z", "dateTime", isZoned: true),
    LiteralSample(.dateTime, 0, "2020-01-01T02:00:00+02:00", "dateTime", isZoned: true),
    LiteralSample(.dateTime, 48, "2020-01-03T00:00:00Z", "dateTime", isZoned: true),
    LiteralSample(.dateTime, 0, "2020-01-01T00:00:00", "dateTime"),
    LiteralSample(.dateTime, 0, "2019-12-31T24:00:00", "dateTime"),
    LiteralSample(.dateTime, 24, "2020-01-02T00:00:00Z", "dateTimeStamp", isZoned: true),
    LiteralSample(.unknown, 0, "2020-01-02T00:00:00", "dateTimeStamp"),
    LiteralSample(.unknown, 0, "2020-02-30T00:00:00", "dateTime"),
    LiteralSample(.date, 0, "2020-01-01", "date"),
    LiteralSample(.date, 0, "2020-01-01Z", "date", isZoned: true),
    LiteralSample(.date, -2, "2020-01-01+02:00", "date", isZoned: true),
    LiteralSample(.date, 48, "2020-01-03", "date"),
    LiteralSample(.gYear, 0, "2020", "gYear"),
    LiteralSample(.gYear, 0, "2020Z", "gYear", isZoned: true),
    LiteralSample(.gYear, 366 * 24, "2021", "gYear"),
    LiteralSample(.gYearMonth, 0, "2020-01", "gYearMonth"),
    LiteralSample(.duration, 24, "P1D", "dayTimeDuration"),
    LiteralSample(.duration, 24, "PT24H", "duration"),
    LiteralSample(.duration, 25, "P1DT1H", "dayTimeDuration"),
    LiteralSample(.unknown, 0, "a", "http://e/t"), LiteralSample(.unknown, 0, "b", "http://e/t"),
    LiteralSample(.unknown, 0, "a", "http://e/u"), LiteralSample(.unknown, 0, "1", "http://e/t"),
  ]
}
