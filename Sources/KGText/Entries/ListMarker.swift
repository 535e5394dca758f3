internal import KGModel

/// The bullet or number at the beginning of a list item.
package enum ListMarker {
  private static let bullets: StaticString = "-*+•·●○▪■□◆◇▶▸►»➢✓–—》>→❖※★☆"

  /// Characters of fonts of symbols (Symbol, Wingdings), which stand for no character of Unicode. At the beginning of a
  /// line they are bullets or pictures.
  private static let symbols: ClosedRange<UInt32> = 0xF020...0xF0FF

  /// More bullets than this are a drawing.
  private static let maximumBullets = 4

  /// The number of characters of the markers and the spaces after them; `nil` when there is no marker.
  package static func length(in line: Slice<Characters>) -> Int? { markerLength(in: line) }

  /// The same for text that is not part of a document yet.
  package static func length(in line: Substring.UnicodeScalarView) -> Int? {
    markerLength(in: line)
  }

  private static func markerLength(in line: some Collection<Unicode.Scalar>) -> Int? {
    // Most lines begin with a word.
    guard let first = line.first, !first.isHan, !first.isASCIILetter || first.isUpper else {
      return nil
    }
    var length = 0
    for _ in 0..<maximumBullets {
      guard let bullet = bulletLength(in: line.dropFirst(length)) else { break }
      length += bullet
    }
    let number = numberLength(in: line.dropFirst(length))
    return length + (number ?? 0) == 0 ? nil : length + (number ?? 0)
  }

  private static func spaces(in rest: some Collection<Unicode.Scalar>) -> Int {
    rest.prefix { $0 == " " || $0 == "\t" }.count
  }

  private static func bulletLength(in line: some Collection<Unicode.Scalar>) -> Int? {
    guard let first = line.first, first.isOne(of: bullets) || symbols.contains(first.value) else {
      return nil
    }
    // “>>”
    let length = first == ">" ? line.prefix { $0 == ">" }.count : 1
    // A variation selector chooses the form of the bullet, text or picture.
    let selectors = line.dropFirst(length).prefix { $0 == "\u{FE0E}" || $0 == "\u{FE0F}" }.count
    let gap = spaces(in: line.dropFirst(length + selectors))
    let isSpecial = !first.isASCII && first != "–" && first != "—"
    return gap > 0 || isSpecial ? length + selectors + gap : nil
  }

  /// “3. ”, “(3)”, 3、, and “[J11]”, “C6. ” where journals and conferences are numbered separately.
  private static func numberLength(in line: some Collection<Unicode.Scalar>) -> Int? {
    guard let first = line.first else { return nil }
    let opening = first.isOne(of: "[(【［（") ? 1 : 0
    let letters =
      opening == 0 || first == "["
      ? line.dropFirst(opening).prefix { $0.isASCII && $0.isUpper }.count : 0
    let digits = line.dropFirst(opening + letters).prefix(while: \.isDigit).count
    let head = opening + letters + digits
    guard (1...3).contains(digits), letters <= 2, let closing = line.dropFirst(head).first,
      opening == 1
        ? closing.isOne(of: "])】］）")
        // “GPT4、” is a word of an enumeration.
        : letters == 0 ? closing.isOne(of: ".)、．") : closing.isOne(of: ".)")
    else { return nil }
    let rest = line.dropFirst(head + 1)
    let gap = spaces(in: rest)
    // “3.75/4” is a number, “3. text” an item; before Chinese text no space is needed: 1.基于…, 1.2023年….
    let isChinese =
      letters == 0
      && (rest.first?.isHan == true
        || rest.prefix(4).allSatisfy(\.isDigit) && rest.dropFirst(4).first == "年")
    return gap > 0 || opening == 1 || closing == "、" || isChinese ? head + 1 + gap : nil
  }
}
