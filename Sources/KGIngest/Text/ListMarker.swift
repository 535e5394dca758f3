internal import KGModel

/// The bullet or number at the head of a list item.
package enum ListMarker {
  private static let bullets: StaticString = "-*+•·●○▪■□◆◇▶▸►»➢✓–—》>→❖※★☆\u{F0B7}\u{F06C}"

  /// The number of characters of the marker and the spaces behind it, or `nil` when there is none.
  package static func length(in line: some Collection<Unicode.Scalar>) -> Int? {
    guard let first = line.first else { return nil }
    let spaces = { (from: Int) in line.dropFirst(from).prefix { $0 == " " || $0 == "\t" }.count }
    if first.isOne(of: bullets) {
      let gap = spaces(1)
      let isSpecial = !first.isASCII && first != "–" && first != "—"
      guard gap > 0 || isSpecial else { return nil }
      let length = 1 + gap
      return length + (Self.length(in: line.dropFirst(length)) ?? 0)
    }
    let bracketed = first.isOne(of: "[(【［（")
    // “[J11]”, “C6.”: journals and conferences are numbered apart.
    let opening = first == "[" ? 1 : 0
    let letters =
      bracketed && first != "["
      ? 0 : line.dropFirst(opening).prefix { $0.isASCII && $0.isUpper }.count
    let digits = line.dropFirst((bracketed ? 1 : 0) + letters).prefix(while: \.isDigit).count
    guard (1...3).contains(digits), letters <= 2 else { return nil }
    let head = digits + letters + (bracketed ? 1 : 0)
    guard let closing = line.dropFirst(head).first else { return nil }
    guard bracketed ? closing.isOne(of: "])】］）") : closing.isOne(of: ".)、．") else { return nil }
    let gap = spaces(head + 1)
    // 1.基于…, 1.2023年…: Chinese needs no space.
    let rest = line.dropFirst(head + 1)
    if gap == 0, letters == 0,
      rest.first?.isHan == true
        || rest.prefix(4).allSatisfy(\.isDigit) && rest.dropFirst(4).first == "年"
    {
      return head + 1
    }
    // “3.75/4” is a number, “3. text” is an item.
    guard gap > 0 || bracketed || closing == "、" else { return nil }
    // “A1.”, but “H2O)” and “GPT4.” are words.
    if !bracketed, letters > 0, closing != ".", closing != ")" { return nil }
    return head + 1 + gap
  }
}
