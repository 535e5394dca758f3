internal import KGModel

/// Cuts an entry, or any text, at the full stops that end a sentence, not at those of abbreviations
/// and initials.
package enum Sentences {
  /// The sentences and lines of an entry, without empty ones.
  package static func segments(of span: Span) -> [Span] {
    var segments: [Span] = []
    var start = span.lower
    func append(_ segment: Span) {
      let bare = segment.trimming(", ")
      if !bare.isEmpty { segments.append(bare) }
    }
    span.text.folded.walk(span.range) { index, scalar in
      // All signs below come before the letters.
      guard scalar < "A", scalar != " " else { return index + 1 }
      let isBreak =
        switch scalar {
        case "\n", "\t": true
        case "/": followsTypeMark(span, index)
        case ".", "?", "!": endsSentence(span, at: index)
        default: false
        }
      guard isBreak else { return index + 1 }
      let keepsSign = scalar == "?" || scalar == "!"
      append(span.between(start, keepsSign ? index + 1 : index))
      start = index + 1
      return index + 1
    }
    append(span.between(start, span.upper))
    return segments
  }

  /// Whether a slash separates the type mark of a title from its host: “Title[C]//Proceedings of …”.
  private static func followsTypeMark(_ span: Span, _ index: Int) -> Bool {
    let before = span.to(index)
    return before.hasSuffix("]") && span.from(index).hasPrefix("//") || before.hasSuffix("]/")
  }

  private static let abbreviations: WordSet = [
    "doc", "doz", "vol", "no", "pp", "p", "proc", "conf", "int", "intl", "trans", "al", "jr", "sr",
    "st", "dr",
    "prof",
    "eds", "ed", "vs", "etc", "dept", "univ", "assoc", "ann", "symp", "adv", "comput", "sci", "j",
    "lett", "sc", "eng", "phil", "tech", "hons", "inc", "ltd", "co", "corp", "dipl", "ing", "rer",
    "nat", "ph", "mr", "ms", "mrs", "approx", "univ.-prof", "e.g", "i.e", "cf", "dept",
  ]

  /// Whether a full stop, question mark or exclamation mark at a place ends a sentence.
  package static func endsSentence(_ span: Span, at index: Int) -> Bool {
    let next = index + 1
    // Full-width signs, after which no space comes, always end a sentence.
    if span.text.scalars[index].isOne(of: "。？！") { return true }
    guard
      next >= span.upper || span.text.scalars[next].isBlank || span.text.folded[next] == "("
        || endsWithoutSpace(span, at: index)
    else {
      return false
    }
    guard span.text.folded[index] == "." else { return next < span.upper }
    let word = span.to(index).lastWord
    guard let word, word.upper == index else { return true }
    if word.count == 1, word.text.scalars[word.lower].isUpper {
      // An initial, unless it follows its surname (“Ran Q, Yan B. Cross-season ship …”) and the text
      // after it is not a name.
      return followsSurname(word, in: span) && startsText(span.from(next))
    }
    if word.foldedString == "al" {
      // “et al.” ends a list of authors when a title follows.
      let rest = span.from(next).trimmed
      return rest.isEmpty || rest.text.scalars[rest.lower].isOne(of: "\"“《")
        || rest.text.scalars[rest.lower].isUpper
    }
    return !abbreviations.contains(word)
  }

  /// “莫青洛.一种方法[J].软件学报”, “Chang T.A study[J].Nature”: references by GB/T 7714 have no space after
  /// a full stop.
  private static func endsWithoutSpace(_ span: Span, at index: Int) -> Bool {
    guard span.text.folded[index] == ".", index > span.lower else { return false }
    let before = span.text.scalars[index - 1]
    let after = span.text.scalars[index + 1]
    if before.isHan || before == "]" {
      // 基于.NET平台: the first stop after a Han character ends the names; Latin letters after a
      // later one belong to a word.
      return after.isHan || after.isOne(of: "《“\"")
        || after.isLetter
          && (before == "]" || !hasHanStop(span.between(max(span.lower, index - 200), index)))
    }
    guard after.isHan || after.isUpper, before.isLetter, index + 2 < span.upper,
      after.isHan || span.text.scalars[index + 2].properties.isLowercase
    else { return false }
    let around = span.between(max(span.lower, index - 300), min(index + 400, span.upper))
    return after.isHan || around.brackets.contains { DocumentTypeMark.matches(span.slice($0)) }
  }

  private static func hasHanStop(_ span: Span) -> Bool {
    span.range.dropFirst().contains {
      span.text.folded[$0] == "." && span.text.scalars[$0 - 1].isHan
    }
  }

  private static func followsSurname(_ initial: Span, in span: Span) -> Bool {
    var surname = span.to(initial.lower).lastWord
    // “Ouyang S Q”: one initial of several.
    while let word = surname, word.count == 1, word.text.scalars[word.lower].isUpper {
      surname = span.to(word.lower).lastWord
    }
    guard let surname, surname.count > 1,
      surname.text.scalars[surname.lower].isUpper
    else { return false }
    let gap = span.between(surname.upper, initial.lower)
    return gap.folded.allSatisfy { $0 == " " || $0.isLetter }
  }

  /// Whether a text begins like a title: with a capital, and words in lower case soon after it.
  package static func startsText(_ span: Span) -> Bool {
    // “Ada Q. Quill. A study”: the words after a surname's full stop are not considered.
    let end = span.range.first { span.text.folded[$0] == "." } ?? span.upper
    let words = span.to(end).words(atMost: 4)
    guard let first = words.first,
      first.text.scalars[first.lower].isUpper || first.text.scalars[first.lower].isDigit
    else { return false }
    return words.dropFirst().contains { word in
      word.text.scalars[word.lower].properties.isLowercase
        && !["and", "et", "al"].contains(word.foldedString)
        && !NameParticle.all.contains(word.foldedString)
    }
  }
}
