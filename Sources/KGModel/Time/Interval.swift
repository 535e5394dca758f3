/// A stretch of time as a source tells it.
public struct Interval: Hashable, Sendable {
  /// What the source says of the end.
  public enum End: Hashable, Sendable {
    /// It is over, at this date where one is given.
    case closed(PartialDate?)
    /// It goes on (“Present”, 至今); the date is the last one that the source confirms, if it does.
    case open(lastConfirmed: PartialDate?)
    /// The source says nothing.
    case unknown
  }

  public let start: PartialDate?
  public let end: End

  public init(start: PartialDate?, end: End) {
    self.start = start
    self.end = end
  }

  /// The date printed at the end, whether it closes the interval or confirms that it goes on.
  public var printedEnd: PartialDate? {
    switch end {
    case .closed(let date), .open(let date): date
    case .unknown: nil
    }
  }

  public var isOpen: Bool {
    if case .open = end { true } else { false }
  }
}
