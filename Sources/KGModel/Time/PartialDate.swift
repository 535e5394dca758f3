/// A date as precise as its source: a year, a month of a year, or a day.
///
///     PartialDate(year: 2017, month: 3).description  // "2017-03"
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12; `nil` where only the year is known.
  public let month: Int?
  /// From 1 to 31; `nil` without a month.
  public let day: Int?

  /// - Returns: `nil` when a part is out of its range, or a day is given without a month. The length of
  ///   the month is not checked.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month.map((1...12).contains) ?? true else { return nil }
    if let day {
      guard month != nil, (1...31).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The XSD lexical form: `2017`, `2017-03` or `2017-03-09`.
  public var description: String {
    let parts = [
      Self.padded(year, 4), month.map { Self.padded($0, 2) }, day.map { Self.padded($0, 2) },
    ]
    return parts.compactMap { $0 }.joined(separator: "-")
  }

  /// `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`, by precision.
  public var datatype: IRI {
    if day != nil { XSD.date } else if month != nil { XSD.gYearMonth } else { XSD.gYear }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension PartialDate: Comparable {
  /// Orders by the first day that a date can denote; of two with the same first day the less precise one
  /// comes first.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}
