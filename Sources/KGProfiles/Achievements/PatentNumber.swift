/// The number of a Chinese patent application, whose last digit checks the others: `CN201711181299.5`.
package struct PatentNumber {
  /// As the office writes it: the country, twelve digits, a full stop and the check digit.
  package let normalized: String
  /// The digit or `X` that the others call for, where another one is printed.
  package let expectedCheckDigit: Character?

  /// - Returns: `nil` for numbers of other offices, of publications and of applications before October 2003, whose
  ///   digits are not as many.
  package init?(_ printed: String) {
    let bare = printed.uppercased().filter { $0 != " " && $0 != "." && $0 != "-" }
    let digits = bare.hasPrefix("CN") || bare.hasPrefix("ZL") ? bare.dropFirst(2) : bare[...]
    guard digits.count == 13, let last = digits.last, last.isNumber || last == "X",
      digits.hasPrefix("20")
    else { return nil }
    let values = digits.dropLast().compactMap(\.wholeNumberValue)
    guard values.count == 12 else { return nil }
    // ZC 0006-2003, standard of the patent office on application numbers.
    let weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    let remainder = zip(values, weights).map(*).reduce(0, +) % 11
    let expected: Character = remainder == 10 ? "X" : Character(String(remainder))
    normalized = "CN\(digits.dropLast()).\(last)"
    expectedCheckDigit = expected == last ? nil : expected
  }
}
