internal import KGLexicon
internal import KGModel
internal import KGText

extension DatedText {
  /// Whether two texts can mean the same period: their dates do not contradict each other, as
  /// far as both are precise.
  func agrees(with other: DatedText) -> Bool {
    func agree(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
      guard let left, let right else { return true }
      return left.year == right.year
        && (left.month == nil || right.month == nil || left.month == right.month)
    }
    return agree(start, other.start) && agree(printedEnd, other.printedEnd)
  }
}

extension Stated<DatedText> {
  /// The other interval, where it agrees and is more precise; otherwise this one.
  func refined(by other: Stated<DatedText>?) -> Stated<DatedText> {
    guard let other, value.agrees(with: other.value) else { return self }
    return Self.detail(other.value) > Self.detail(value) ? other : self
  }

  private static func detail(_ interval: DatedText) -> Int {
    [interval.start, interval.printedEnd].reduce(interval.isOpen ? 1 : 0) { detail, date in
      detail + (date == nil ? 0 : date?.month == nil ? 1 : 2)
    }
  }
}
