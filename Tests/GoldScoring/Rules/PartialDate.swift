/// A year, perhaps with a month.
struct PartialDate: Equatable, Sendable {
  let year: Int
  /// 1 to 12.
  let month: Int?

  init(year: Int, month: Int?) {
    self.year = year
    self.month = month
  }

  /// Reads `2018`, `2018-04`, `2018.4`, `2018/04` and `2018年4`; further text is ignored. `nil` when
  /// the text does not begin with a year.
  init?(_ text: String?) {
    let scalars = Scalars(text ?? "")
    let start = scalars.endOfSpaces(from: 0)
    let separator = start + 4
    guard separator <= scalars.count, let year = Self.number(in: scalars[start..<separator]) else {
      return nil
    }
    self.year = year
    month = Self.month(in: scalars[separator...])
  }

  /// The one or two digits after the first scalar, which separates year and month.
  private static func month(in text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let separator = text.first, "-./年".unicodeScalars.contains(separator) else { return nil }
    let digits = text.dropFirst().prefix(2).prefix(while: { $0.decimalDigit != nil })
    return number(in: digits).flatMap { (1...12).contains($0) ? $0 : nil }
  }

  /// `nil` when a scalar is not a digit, or there is none.
  private static func number(in digits: ArraySlice<Unicode.Scalar>) -> Int? {
    let values = digits.compactMap(\.decimalDigit)
    guard !values.isEmpty, values.count == digits.count else { return nil }
    return values.reduce(0) { $0 * 10 + $1 }
  }

  /// Whether both agree to the coarser of their precisions.
  func agrees(with other: PartialDate) -> Bool {
    year == other.year && (month == nil || other.month == nil || month == other.month)
  }

  /// The month counted from the year 0.
  func monthNumber(assuming defaultMonth: Int) -> Int { year * 12 + (month ?? defaultMonth) }
}

extension PartialDate? {
  /// As for dates; two missing dates agree, a missing one and a date do not.
  func agrees(with other: PartialDate?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.agrees(with: other)
  }
}
