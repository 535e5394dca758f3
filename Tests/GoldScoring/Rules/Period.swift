/// The time of a position or a programme of study.
struct Period {
  private static let longestStudy = 10 * 12  // months; the other end of a study with one date
  private static let endOfTime = 9999 * 12  // months
  /// Periods that follow each other without a gap may share their month of change.
  private static let slack = 1  // months

  private let start: PartialDate?
  private let end: PartialDate?
  private let isCurrent: Bool
  private let isStudy: Bool
  /// Dates that count as right, the own one first.
  private let acceptedStarts: [PartialDate?]
  private let acceptedEnds: [PartialDate?]

  init(_ entry: AffiliationEntry) {
    self.init(entry.start, entry.end, entry.accept, isCurrent: entry.current, isStudy: false)
  }

  init(_ entry: EducationEntry) {
    self.init(entry.start, entry.end, entry.accept, isCurrent: false, isStudy: true)
  }

  private init(
    _ start: String?, _ end: String?, _ accept: AcceptedValues?, isCurrent: Bool, isStudy: Bool
  ) {
    self.start = PartialDate(start)
    self.end = PartialDate(end)
    self.isCurrent = isCurrent
    self.isStudy = isStudy
    acceptedStarts = ([start] + (accept?.start ?? [])).map { PartialDate($0) }
    acceptedEnds = ([end] + (accept?.end ?? [])).map { PartialDate($0) }
  }

  var hasDates: Bool { start != nil || end != nil }

  /// First and last month. A missing side is open, except that a study does not last longer than
  /// ten years; `nil` when nothing is known.
  private var months: (first: Int, last: Int)? {
    let end = self.end ?? (isCurrent ? PartialDate(year: 9999, month: 12) : nil)
    let first = start?.monthNumber(assuming: 1)
    let last = end?.monthNumber(assuming: 12)
    switch (first, last) {
    case (nil, nil): return nil
    case (let first?, nil): return (first, isStudy ? first + Self.longestStudy : Self.endOfTime)
    case (nil, let last?): return (isStudy ? last - Self.longestStudy : 0, last)
    case (let first?, let last?): return (first, last)
    }
  }

  /// Whether both are known and one ends before the other begins.
  func isDisjoint(from other: Period) -> Bool {
    guard let mine = months, let theirs = other.months else { return false }
    return mine.last + Self.slack < theirs.first || theirs.last + Self.slack < mine.first
  }

  /// Whether the predicted dates agree with these, which are of gold.
  ///
  /// For a current position the end may be open; for one with a single date, start or end suffices.
  func agrees(with predicted: Period) -> Bool {
    if let start, start == end, !isCurrent, fitsSingleDate(start, predicted) { return true }
    let startAgrees = acceptedStarts.contains { $0.agrees(with: predicted.start) }
    let endAgrees = acceptedEnds.contains { $0.agrees(with: predicted.end) }
    return startAgrees && (endAgrees || (isCurrent && predicted.end == nil))
  }

  private func fitsSingleDate(_ date: PartialDate, _ predicted: Period) -> Bool {
    let stated = [predicted.start, predicted.end].compactMap { $0 }
    return !stated.isEmpty && stated.allSatisfy { date.agrees(with: $0) }
  }
}
