package import KGModel

/// What a text says about time: a date, or a period with open, closed or unknown ends.
package enum DatedText: Hashable, Sendable {
  /// One date: “March 2017”.
  case date(PartialDate)
  /// A period, also one whose ends are printed alike: “March 2017 – March 2017”.
  case period(Interval)

  /// A period by its ends; `nil` where no start is printed.
  package static func period(from start: PartialDate?, to end: Interval.End) -> DatedText {
    .period(Interval(start: start, end: end))
  }

  /// The period; a date is one that begins and ends with it.
  package var interval: Interval {
    switch self {
    case .date(let date): Interval(start: date, end: .closed(date))
    case .period(let interval): interval
    }
  }

  /// Whether one date is printed.
  package var isDate: Bool {
    if case .date = self { true } else { false }
  }

  /// `nil` where no start is printed.
  package var start: PartialDate? { interval.start }
  /// Whether and when it ended.
  package var end: Interval.End { interval.end }
  /// The date printed at the end; `nil` where none is.
  package var printedEnd: PartialDate? { interval.printedEnd }
  /// Whether the source says that it continues.
  package var isOpen: Bool { interval.isOpen }
}
