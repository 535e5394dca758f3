/// The forms of a title in which it is compared: whole, and without a bracketed remark at its end.
struct TitleForms {
  /// The share of a title's letters that may differ.
  private static let tolerance = 0.04

  private struct Form {
    let letters: Scalars
    /// The numbers in the title. "X 2" is not "X 3".
    let numbers: [Scalars]
  }

  private let forms: [Form]

  init(gold titles: [String]) {
    self.init(
      titles.flatMap { title in
        [title, Self.withoutRemark(title, opening: "([（【", closing: ")]）】")]
      })
  }

  init(predicted title: String?) {
    let title = title ?? ""
    self.init(
      FoldedText(title).letters.isEmpty
        ? [] : [title, Self.withoutRemark(title, opening: "([", closing: ")]")])
  }

  private init(_ titles: [String?]) {
    forms = titles.compactMap { $0 }.map { FoldedText($0).letters }.filter { !$0.isEmpty }
      .map { Form(letters: $0, numbers: Self.numbers(in: $0)) }
  }

  /// Whether a form of one differs from a form of the other in at most 4 % of the letters, or one.
  func matches(_ predicted: TitleForms) -> Bool {
    forms.contains { form in predicted.forms.contains { Self.areClose(form, $0) } }
  }

  private static func areClose(_ first: Form, _ second: Form) -> Bool {
    if first.letters == second.letters { return true }
    let length = max(first.letters.count, second.letters.count)
    let limit = max(1, Int(tolerance * Double(length)))
    return EditDistance.isAtMost(limit, first.letters, second.letters)
      && (first.numbers == second.numbers || first.numbers.isEmpty || second.numbers.isEmpty)
  }

  private static func numbers(in letters: Scalars) -> [Scalars] {
    letters.split { $0.decimalDigit == nil }.map { Array($0) }
  }

  /// The title without a remark in brackets at its end, such as "(in Chinese)"; `nil` when it has
  /// none. A remark does not contain other brackets, except 【】.
  private static func withoutRemark(
    _ title: String, opening: String, closing: String
  ) -> String? {
    let text = Scalars(title)
    guard let close = text.lastIndex(where: { !$0.isSpace }),
      closing.unicodeScalars.contains(text[close])
    else { return nil }
    let nesting = Set((opening + closing).unicodeScalars).subtracting("【】".unicodeScalars)
    var start: Int?
    for index in text.indices[..<close].reversed() {
      if opening.unicodeScalars.contains(text[index]) { start = index }
      if nesting.contains(text[index]) { break }
    }
    guard let start else { return nil }
    let end = text[..<start].lastIndex { !$0.isSpace }.map { $0 + 1 } ?? 0
    return Array(text[..<end]).string
  }
}
