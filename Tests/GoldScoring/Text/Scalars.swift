internal import Foundation

/// Text as Unicode scalars, on which the match rules are defined. `Character` would join a letter
/// with the marks that follow it.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  /// A letter or a number of any script, as `str.isalnum` of Python has it.
  var isAlphanumeric: Bool {
    if isASCII { return isASCIILetter || ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return properties.numericType != nil
    }
  }

  /// `\w` of a regular expression: also the underscore.
  var isWordScalar: Bool { isAlphanumeric || self == "_" }

  var isASCIILetter: Bool { isASCIICapital || ("a"..."z").contains(self) }

  var isASCIICapital: Bool { ("A"..."Z").contains(self) }

  /// Han, kana and Hangul, which are written without spaces: each such scalar counts as a word.
  var isCJK: Bool {
    guard value >= 0x3040 else { return false }
    return isHan || isKana || isHangul
  }

  var isHan: Bool {
    (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value)
      || (0xF900...0xFAFF).contains(value)
  }

  var isKana: Bool { (0x3040...0x30FF).contains(value) }

  var isHangul: Bool { (0xAC00...0xD7AF).contains(value) }

  /// White space, with the four separators of ASCII that Python counts too.
  var isSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }

  /// The value of a decimal digit of any script; `nil` for other scalars.
  var decimalDigit: Int? {
    if isASCII { return ("0"..."9").contains(self) ? Int(value) - 0x30 : nil }
    guard properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }
}

extension Array<Unicode.Scalar> {
  init(_ text: String) {
    self = Array(text.unicodeScalars)
  }

  var string: String { String(String.UnicodeScalarView(self)) }

  var containsCJK: Bool { contains { $0.isCJK } }

  var trimmed: Scalars {
    guard let first = firstIndex(where: { !$0.isSpace }),
      let last = lastIndex(where: { !$0.isSpace })
    else { return [] }
    return Array(self[first...last])
  }

  /// Whether the text continues with `text` at `index`.
  func has(_ text: Scalars, at index: Int) -> Bool {
    guard index + text.count <= count else { return false }
    for offset in text.indices where self[index + offset] != text[offset] { return false }
    return true
  }

  /// `\b` of a regular expression: whether a word begins or ends before the scalar at `index`.
  func isWordBoundary(at index: Int) -> Bool {
    let isAfterWord = index > 0 && self[index - 1].isWordScalar
    let isBeforeWord = index < count && self[index].isWordScalar
    return isAfterWord != isBeforeWord
  }

  func endOfSpaces(from index: Int) -> Int { end(from: index) { $0.isSpace } }

  func endOfDigits(from index: Int) -> Int { end(from: index) { $0.decimalDigit != nil } }

  /// The index after the run of scalars from `index` on that fulfil the condition.
  func end(from index: Int, where condition: (Unicode.Scalar) -> Bool) -> Int {
    var end = index
    while end < count, condition(self[end]) { end += 1 }
    return end
  }
}

extension Array where Element: Equatable {
  /// Whether the elements of `run`, at least one, occur in one piece.
  func containsRun(_ run: [Element]) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    for start in 0...(count - run.count) where self[start] == first {
      if self[start..<(start + run.count)].elementsEqual(run) { return true }
    }
    return false
  }

  /// What is left after each element of `others` was taken out once; `nil` when one is not there.
  func removingEach(of others: [Element]) -> [Element]? {
    var rest = self
    for element in others {
      guard let index = rest.firstIndex(of: element) else { return nil }
      rest.remove(at: index)
    }
    return rest
  }
}
