/// A period of time as a source states it.
public struct Interval: Hashable, Sendable {
  /// What the source says about the end.
  public enum End: Hashable, Sendable {
    /// The period has ended, at this date where one is given.
    case closed(PartialDate?)
    /// The period continues (“Present”, 至今). The date is the last one for which the source confirms it,
    /// if any.
    case open(lastConfirmed: PartialDate?)
    /// The source does not say.
    case unknown
  }

  /// `nil` where the source names no start.
  public let start: PartialDate?
  /// Whether and when the period ended.
  public let end: End

  /// Makes an interval; that it does not end before it starts is not checked.
  public init(start: PartialDate?, end: End) {
    self.start = start
    self.end = end
  }

  /// The date printed at the end, whether it closes the interval or confirms that it continues; `nil` where
  /// none is printed.
  public var printedEnd: PartialDate? {
    switch end {
    case .closed(let date), .open(let date): date
    case .unknown: nil
    }
  }

  /// Whether the source says that the period continues.
  public var isOpen: Bool {
    if case .open = end { true } else { false }
  }
}
