/// The names that `@string` defines, and the months that every style of BibTeX defines.
struct BibTeXMacros {
  private var values: [String: BibTeXValue] = [:]

  private static let months = [
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May",
    "jun": "June", "jul": "July", "aug": "August", "sep": "September", "oct": "October",
    "nov": "November", "dec": "December",
  ]

  /// - Parameter name: In any case, as names of macros are compared.
  mutating func define(_ name: String, _ value: BibTeXValue) { values[name.lowercased()] = value }

  /// The value of a name that is written at a range; the name itself when it is not defined.
  func value(of name: String, at range: Range<Int>) -> BibTeXValue {
    let name = name.lowercased()
    if let value = values[name] { return value }
    var value = BibTeXValue()
    value.append(range, text: Self.months[name])
    return value
  }
}
