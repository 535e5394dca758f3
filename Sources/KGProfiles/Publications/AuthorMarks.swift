internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the signs after authors' names (`*`, `†`, ✉) by the legends of the document: “* equal
/// contribution”, （*为通讯作者）.
///
/// A sign without a legend has no meaning, except an envelope, which marks the corresponding
/// author.
struct AuthorMarks {
  private var meanings: [Unicode.Scalar: AuthorNote] = ["✉": .correspondingAuthor]

  private static let signs = Set("*†‡§¶#^✉⋆★☆".unicodeScalars)

  /// Signs that look alike are used for one another.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "∗", "⁎", "＊": "*"
    case "✝": "†"
    case "🖂", "📧", "\u{2709}": "✉"
    case "＃": "#"
    default: scalar
    }
  }

  init(legendsIn blocks: [Block]) {
    for span in blocks.map(\.span) {
      let text = span.text
      guard text.scalars.read({ at in span.range.contains { Self.isSign(at($0)) } }) else {
        continue
      }
      for line in span.lines { read(line) }
    }
  }

  private static func isSign(_ text: SourceText, _ index: Int) -> Bool {
    isSign(text.scalars[index])
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    // Called for every character of a document.
    if scalar.isASCII { return scalar == "*" || scalar == "#" || scalar == "^" }
    return !scalar.isHan && signs.contains(folded(scalar))
  }

  /// The sign of a phrase in a legend is the nearest one before it, with few words between, or, as
  /// in “equal contribution (*)”, the one directly after it.
  private mutating func read(_ line: Span) {
    var start = line.lower
    for match in Lexicon.shared.authorNotes.matches(in: line) {
      let before = line.between(max(start, match.range.lowerBound - 40), match.range.lowerBound)
      start = match.range.upperBound
      if let place = before.range.last(where: { Self.isSign(line.text, $0) }),
        line.between(place + 1, match.range.lowerBound).wordCount <= 5,
        !line.between(place + 1, match.range.lowerBound).contains(".")
      {
        note(line.text.scalars[place], match.value)
      } else {
        let rest = line.from(start).trimming(" (:=")
        if let place = rest.range.first, Self.isSign(line.text, place) {
          note(line.text.scalars[place], match.value)
        }
      }
    }
  }

  /// The first legend counts; a later list may use its signs differently.
  private mutating func note(_ sign: Unicode.Scalar, _ meaning: AuthorNote) {
    let sign = Self.folded(sign)
    if meanings[sign] == nil { meanings[sign] = meaning }
  }

  /// The meanings of the signs at a name, with the name and its signs.
  func notes(of name: Span) -> [(note: AuthorNote, span: Span)] {
    let text = name.text.whole
    var end = name.upper
    var found: [AuthorNote] = []
    while end < text.upper, end - name.upper < 8 {
      let scalar = Self.folded(text.text.scalars[end])
      if let note = meanings[scalar] { found.append(note) }
      // Signs and numbers of institutions follow one another: `Ada Quill1,2,*`.
      let continues =
        Self.signs.contains(scalar) || scalar.isOne(of: "()[]\\=${}")
        || scalar.isDigit || scalar.isOne(of: "⁰¹²³⁴⁵⁶⁷⁸⁹")
        || scalar == "," && end + 1 < text.upper
          && (Self.isSign(text.text, end + 1) || text.text.scalars[end + 1].isDigit)
      guard continues else { break }
      end += 1
    }
    return AuthorNote.allCases.filter(found.contains).map { ($0, text.between(name.lower, end)) }
  }
}
