/// The number of a Chinese patent application, whose last digit is a check digit:
/// `CN201711181299.5`.
package struct PatentNumber {
  /// The form that the office uses: the country, twelve digits, a full stop and the check digit.
  package let normalized: String
  /// The check digit (`0` to `9` or `X`) that the other digits require, when a different one is
  /// printed; `nil` when the printed one is right.
  package let expectedCheckDigit: Character?

  /// - Parameter printed: The number with or without `CN` or `ZL`, spaces and punctuation.
  /// - Returns: `nil` for numbers of other offices, for publications, and for applications before
  ///   October 2003: they have fewer digits.
  package init?(_ printed: String) {
    let bare = printed.uppercased().filter { $0 != " " && $0 != "." && $0 != "-" }
    let digits = bare.hasPrefix("CN") || bare.hasPrefix("ZL") ? bare.dropFirst(2) : bare[...]
    guard digits.count == 13, let last = digits.last, last.isNumber || last == "X",
      digits.hasPrefix("20")
    else { return nil }
    let values = digits.dropLast().compactMap(\.wholeNumberValue)
    guard values.count == 12 else { return nil }
    // ZC 0006-2003, the standard of the Chinese patent office on application numbers.
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    let remainder = zip(values, weights).map(*).reduce(0, +) % 11
    let expected: Character = remainder == 10 ? "X" : Character(String(remainder))
    normalized = "CN\(digits.dropLast()).\(last)"
    expectedCheckDigit = expected == last ? nil : expected
  }
}
