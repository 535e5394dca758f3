/// Numbers written in Chinese: 五十, 二十三, 一百, 两.
package enum HanNumber {
  private static let ones: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let scales: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

  /// The characters that such numbers are written with.
  package static let digits = Set(ones.keys).union(scales.keys)

  /// The number that a text writes, in Chinese or in digits; `nil` when it is not a number.
  package static func value(of text: String) -> Int? {
    if let plain = Int(text) { return plain }
    guard !text.isEmpty else { return nil }
    var total = 0
    var pending = 0
    var digits = ""
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
        pending = Int(digits.suffix(9)) ?? 0
      } else if let one = ones[scalar] {
        pending = one
      } else if let scale = scales[scalar] {
        total += max(pending, 1) * scale
        pending = 0
        digits = ""
      } else {
        return nil
      }
    }
    return total + pending
  }
}
