public import KGModel

/// A term for tests of comparisons, with the value that its datatype gives it.
///
/// The values are written down by hand from XML Schema Part 2, so that tests do not depend on the code that
/// reads lexical forms.
public struct TermSample: Sendable, CustomStringConvertible {
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
  public static func areEqual(_ left: TermSample, _ right: TermSample) -> Bool? {
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
  public static func isLess(_ left: TermSample, _ right: TermSample) -> Bool? {
    switch left.space {
    case .node, .language, .unknown: nil
    default:
      left.space == right.space && areComparable(left, right)
        ? left.position < right.position : nil
    }
  }

  /// `left <= right`; `nil` is an error.
  public static func isAtMost(_ left: TermSample, _ right: TermSample) -> Bool? {
    isLess(left, right).map { $0 || left.position == right.position }
  }

  /// Moments with and without a time zone have an order when they are more than 14 hours apart (XML Schema Part
  /// 2, section 3.2.7.4).
  private static func areComparable(_ left: TermSample, _ right: TermSample) -> Bool {
    left.isZoned == right.isZoned || abs(left.position - right.position) > 14
  }

  // MARK: Samples

  /// One of every kind of term, and of each kind several that are equal, different or without an order.
  public static let all: [TermSample] = [
    TermSample(.node, 0, "http://e/a"), TermSample(.node, 0, "http://e/b"),
    TermSample(.string, 1, "a"), TermSample(.string, 2, "b"), TermSample(.string, 0, "1"),
    TermSample(.language, 1, "a", tag: "en"), TermSample(.language, 1, "a", tag: "EN"),
    TermSample(.language, 2, "a", tag: "de"), TermSample(.language, 3, "b", tag: "en"),
    TermSample(.number, 1, "1", "integer"), TermSample(.number, 1, "01", "integer"),
    TermSample(.number, 2, "2", "integer"), TermSample(.number, 1, "1.0", "decimal"),
    TermSample(.number, 1, "1", "byte"), TermSample(.number, 1, "1", "float"),
    TermSample(.number, 1, "1e0", "double"), TermSample(.number, 2.5, "2.5", "double"),
    TermSample(.number, .infinity, "INF", "double"),
    TermSample(.number, .nan, "NaN", "float"),
    TermSample(.unknown, 0, "a", "integer"), TermSample(.unknown, 0, "b", "integer"),
    TermSample(.unknown, 0, "300", "byte"), TermSample(.unknown, 0, "a", "double"),
    TermSample(.boolean, 1, "true", "boolean"), TermSample(.boolean, 1, "1", "boolean"),
    TermSample(.boolean, 0, "false", "boolean"), TermSample(.unknown, 0, "a", "boolean"),
    TermSample(.dateTime, 0, "2020-01-01T00:00:00Z", "dateTime", isZoned: true),
    TermSample(.dateTime, 0, "2020-01-01T02:00:00+02:00", "dateTime", isZoned: true),
    TermSample(.dateTime, 48, "2020-01-03T00:00:00Z", "dateTime", isZoned: true),
    TermSample(.dateTime, 0, "2020-01-01T00:00:00", "dateTime"),
    TermSample(.dateTime, 0, "2019-12-31T24:00:00", "dateTime"),
    TermSample(.dateTime, 24, "2020-01-02T00:00:00Z", "dateTimeStamp", isZoned: true),
    TermSample(.unknown, 0, "2020-01-02T00:00:00", "dateTimeStamp"),
    TermSample(.unknown, 0, "2020-02-30T00:00:00", "dateTime"),
    TermSample(.date, 0, "2020-01-01", "date"),
    TermSample(.date, 0, "2020-01-01Z", "date", isZoned: true),
    TermSample(.date, -2, "2020-01-01+02:00", "date", isZoned: true),
    TermSample(.date, 48, "2020-01-03", "date"),
    TermSample(.gYear, 0, "2020", "gYear"),
    TermSample(.gYear, 0, "2020Z", "gYear", isZoned: true),
    TermSample(.gYear, 366 * 24, "2021", "gYear"),
    TermSample(.gYearMonth, 0, "2020-01", "gYearMonth"),
    TermSample(.duration, 24, "P1D", "dayTimeDuration"),
    TermSample(.duration, 24, "PT24H", "duration"),
    TermSample(.duration, 25, "P1DT1H", "dayTimeDuration"),
    TermSample(.unknown, 0, "a", "http://e/t"), TermSample(.unknown, 0, "b", "http://e/t"),
    TermSample(.unknown, 0, "a", "http://e/u"), TermSample(.unknown, 0, "1", "http://e/t"),
  ]
}
