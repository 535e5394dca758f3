internal import KGText

/// Accents before a letter, a symbol, a group, or another accent: `\'e`, `\"{\i}`, `\~{\^e}`, `\'\u a`.
extension LaTeXInterpreter {
  mutating func accent(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    var ahead = reader
    let (letters, end) = Self.letters(&ahead)
    // A `\"` that no letter follows was meant as a quotation mark.
    guard let base = letters.first, base.isLetter,
      name != "\"" || LaTeXAccent.letter(base, name).unicodeScalars.count == 1
    else {
      if end != nil, letters.isEmpty { reader = ahead }
      return show(name, token)
    }
    reader = ahead
    guard isShown else { return }
    let range = token.range.lowerBound..<max(end ?? 0, token.range.upperBound)
    builder.append(Self.adding(name, to: letters), for: range)
  }

  /// The letters of the argument of an accent, their own accents included, and the end of the argument in
  /// the source; `nil` when none follows.
  private static func letters(
    _ reader: inout LaTeXTokenReader, depth: Int = 0
  ) -> (letters: String.UnicodeScalarView, end: Int?) {
    reader.skipSpaces()
    if let first = reader.peek, case .command(let inner) = first.kind, LaTeXAccent.isAccent(inner) {
      _ = reader.next()
      return accented(inner, first, &reader, depth: depth)
    }
    let argument = reader.shortArgument(atMost: maximumArgumentLength)
    var inner = LaTeXTokenReader(argument)
    var letters = String.UnicodeScalarView()
    while let part = inner.next() {
      switch part.kind {
      case .character(let scalar): letters.append(scalar)
      case .command(let name) where LaTeXAccent.isAccent(name):
        letters += accented(name, part, &inner, depth: depth).letters
      case .command(let name):
        letters += (LaTeXCommand.symbol(name) ?? "").unicodeScalars
      default: break
      }
    }
    return (letters, argument.last?.range.upperBound)
  }

  /// A longer group is not the argument of an accent.
  private static let maximumArgumentLength = 60  // tokens

  private static func accented(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader, depth: Int
  ) -> (letters: String.UnicodeScalarView, end: Int?) {
    guard depth < maximumDepth else { return (String.UnicodeScalarView(), nil) }
    let (letters, end) = letters(&reader, depth: depth + 1)
    return (adding(name, to: letters).unicodeScalars, end ?? token.range.upperBound)
  }

  /// The letters with an accent on the first one, after those that it has.
  private static func adding(_ name: String, to letters: String.UnicodeScalarView) -> String {
    guard let base = letters.first else { return "" }
    let marks = letters.dropFirst().prefix { $0.properties.generalCategory == .nonspacingMark }
    return LaTeXAccent.letter(base, marks: Array(marks), name)
      + String(letters[marks.endIndex...])
  }
}
