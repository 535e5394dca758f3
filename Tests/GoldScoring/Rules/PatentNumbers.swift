/// Numbers of patents by their digits: letters, spaces and dots are printed in many ways.
struct PatentNumbers {
  /// Shorter ones are serial numbers of a list.
  private static let shortestNumber = 5  // digits
  /// Only long numbers may differ by the check digit at their end.
  private static let shortestWithCheckDigit = 8  // digits

  private let numbers: [Scalars]

  init(_ numbers: [String]) {
    self.numbers = numbers.map(Self.digits).filter { !$0.isEmpty }
  }

  var isEmpty: Bool { numbers.isEmpty }

  /// Whether a number is the same, at most one further digit at its end apart; `nil` when one side
  /// has no number to compare.
  func matches(_ predicted: PatentNumbers) -> Bool? {
    guard !isEmpty, let number = predicted.numbers.first, number.count >= Self.shortestNumber else {
      return nil
    }
    return numbers.contains { $0 == number || Self.differByCheckDigit($0, number) }
  }

  private static func differByCheckDigit(_ gold: Scalars, _ predicted: Scalars) -> Bool {
    gold.count >= shortestWithCheckDigit && abs(gold.count - predicted.count) <= 1
      && (gold.starts(with: predicted) || predicted.starts(with: gold))
  }

  private static func digits(of number: String) -> Scalars {
    Normalization.compatibilityComposed(number).filter { $0.decimalDigit != nil }
  }
}
