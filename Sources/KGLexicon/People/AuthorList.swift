internal import KGModel
package import KGText

/// A printed list of authors, read name by name.
package struct AuthorList {
  /// The names in order, given name first; parts that are not names are left out.
  package let names: [Stated<String>]
  /// Whether the list has no “et al.” and all of its parts are names.
  package let isComplete: Bool
  /// Whether a word at the beginning says that there is one more, whose list it is: “with Ada Quill”.
  package let omitsOwner: Bool

  /// - Returns: `nil` when more than a fifth of the parts are not names of people.
  package init?(_ span: Span, rule: Rule = .publicationAuthors) {
    guard !Self.isProse(span) else { return nil }
    let (listed, omitsOwner) = Self.withoutCoauthorWord(span)
    let (body, isComplete) = Self.withoutEtAl(listed)
    let pieces = Self.pieces(of: body)
    guard !pieces.isEmpty else { return nil }
    var names: [Stated<String>] = []
    names.reserveCapacity(pieces.count)
    for (place, piece) in pieces.enumerated() {
      if let name = Self.name(piece, rule: rule) { names.append(name) }
      // Most texts are not lists of authors; this ends early for them.
      guard (place + 1 - names.count) * 5 <= pieces.count else { return nil }
    }
    self.names = names
    self.isComplete = isComplete && names.count == pieces.count && !omitsOwner
    self.omitsOwner = omitsOwner
  }

  /// The list that a text begins with, “A, B and C. A study of …”; `nil` when it begins with none.
  package static func opening(_ span: Span, rule: Rule) -> AuthorList? {
    guard let first = EntryText.segments(of: withoutLabel(span)).first else { return nil }
    return AuthorList(first, rule: rule)
  }

  /// The list of authors before a title in a citation, or at its beginning where the title does not
  /// occur in it; `nil` when there is none.
  package static func inCitation(_ citation: Span, of title: Span, rule: Rule) -> AuthorList? {
    let head = String(title.foldedString.prefix(24))
    guard let place = citation.first(of: head), place.lowerBound > citation.lower + 3 else {
      return opening(citation, rule: rule)
    }
    var before = citation.to(place.lowerBound).trimming("\"',: “")
    if let bracket = before.brackets.last, !DateParser.years(in: before.slice(bracket)).isEmpty {
      before = before.to(bracket.lowerBound).trimming(",. ")
    }
    before = withoutLabel(before)
    return before.isEmpty ? nil : AuthorList(before, rule: rule)
  }

  /// The names after a word that says they are authors: “Authors: A, B”, “by A”, “with A”.
  private static func withoutLabel(_ span: Span) -> Span {
    guard let label = Lexicon.shared.authorLabels.match(in: span, at: span.lower) else {
      return span
    }
    return span.from(label.range.upperBound).trimming(": ")
  }

  /// The name with the given name first; the source may have “Last, First” or “Last, F.”.
  package static func givenFirst(_ span: Span) -> String {
    let parts = span.split(at: ",")
    return parts.count == 2 ? parts[1].collapsed + " " + parts[0].collapsed : span.collapsed
  }

  /// The name that a text of its own gives, such as an item of a data file: “Ada Quill”, “Quill”, “Quill, Ada”, “Quill, A.”;
  /// `nil` for any other text.
  package static func name(_ span: Span, rule: Rule) -> Stated<String>? {
    let name = clean(span)
    let parts = name.split(at: ",")
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ PersonNameText.isName($0, isWhole: false) })
    else {
      return nil
    }
    return Stated(givenFirst(name), name, rule: rule)
  }

  // MARK: Pieces

  /// The names after “with” or the like; “Con Daly” is a name by itself.
  private static func withoutCoauthorWord(_ span: Span) -> (names: Span, omitsOwner: Bool) {
    guard let with = Lexicon.shared.coauthorWords.match(in: span, at: span.lower),
      case let rest = span.from(with.range.upperBound).trimmed,
      let first = pieces(of: rest).first, name(first, rule: .publicationAuthors) != nil
    else { return (span, false) }
    return (rest, true)
  }

  /// Letters of the longest part of a list: two names that a word for “and” of another language joins.
  private static let longestPart = 2 * PersonNameText.longest

  /// Whether more than a fifth of the parts have more letters than a name can have. A fast filter: most texts are not lists.
  private static func isProse(_ span: Span) -> Bool {
    guard span.count > longestPart else { return false }
    return span.text.scalars.read { scalar in
      var (partCount, longCount, letterCount, depth) = (1, 0, 0, 0)
      for place in span.range {
        let character = TextFold.fold(scalar(place))
        if character == "(" { depth += 1 }
        if character == ")" { depth = max(depth - 1, 0) }
        if !character.isASCIILetter,
          character.isOne(of: ",;\n\t&") || character == "和" || character == "与"
            || character == " " && startsAnd(after: place, to: span.upper, scalar)
        {
          partCount += 1
          letterCount = 0
        } else if depth == 0, character.isLetter {
          letterCount += 1
          if letterCount == longestPart + 1 { longCount += 1 }
        }
      }
      return longCount * 5 > partCount
    }
  }

  /// Whether “and” may follow a space.
  @inline(__always)
  private static func startsAnd(
    after place: Int, to end: Int, _ scalar: (Int) -> Unicode.Scalar
  ) -> Bool {
    place + 3 < end && TextFold.fold(scalar(place + 1)) == "a"
      && TextFold.fold(scalar(place + 2)) == "n" && TextFold.fold(scalar(place + 3)) == "d"
  }

  private static func withoutEtAl(_ span: Span) -> (Span, Bool) {
    let others = Lexicon.shared.otherAuthors.matches(in: span).first { match in
      match.value == "anywhere" || span.from(match.range.upperBound).trimming(".,;:)").isEmpty
    }
    guard let others else { return (span, true) }
    return (span.to(others.range.lowerBound).trimming(",; "), false)
  }

  /// One element per name; “Last, First” and “Last, F.” are two spans.
  private static func pieces(of span: Span) -> [[Span]] {
    let bySemicolon = span.split(at: ";", nesting: true)
    if bySemicolon.count > 1, bySemicolon.allSatisfy({ $0.folded.filter { $0 == "," }.count == 1 })
    {
      return bySemicolon.map { $0.split(at: ",") }
    }
    // A sign between two commas belongs to the name before it: `Ada Quill¹,*, Bo Foe`.
    let pieces = span.split(at: ",;\n\t", nesting: true)
      .filter { piece in !piece.range.allSatisfy { isMark(piece.text.scalars[$0]) } }
      .flatMap(splitAtAnd)
    let initials = pieces.filter { isInitials($0) }.count
    guard initials * 5 >= pieces.count * 2, initials > 0 else { return pieces.map { [$0] } }
    var paired: [[Span]] = []
    for piece in pieces {
      if isInitials(piece), let last = paired.last, last.count == 1, !isInitials(last[0]) {
        paired[paired.count - 1].append(piece)
      } else {
        paired.append([piece])
      }
    }
    return paired
  }

  private static func splitAtAnd(_ span: Span) -> [Span] {
    var parts: [Span] = []
    var rest = withoutLeadingAnd(span)
    guard mayHaveConjunction(rest) else { return rest.isEmpty ? [] : [rest] }
    for index in span.range where index > rest.lower {
      guard [" ", "和", "与"].contains(span.text.folded[index]),
        let word = conjunction(at: index, after: rest.lower, in: span)
      else { continue }
      parts.append(span.between(rest.lower, index).trimmed)
      rest = withoutLeadingAnd(rest.from(index + word.count))
    }
    return parts + [rest].filter { !$0.isEmpty }
  }

  /// Whether a text may contain a word for “and”: it has a word in lower case, or a character that means “and”.
  private static func mayHaveConjunction(_ span: Span) -> Bool {
    span.text.scalars.read { scalar in
      span.range.contains { place in
        let character = TextFold.fold(scalar(place))
        if character == "&" || character == "和" || character == "与" { return true }
        guard character == " ", place + 1 < span.upper else { return false }
        return scalar(place + 1).isLetter && !scalar(place + 1).isUpper
      }
    }
  }

  private static func withoutLeadingAnd(_ span: Span) -> Span {
    var rest = span.trimmed
    while let word = ["and ", "& "].first(where: { rest.hasPrefix($0) }) {
      rest = rest.from(rest.lower + word.unicodeScalars.count).trimmed
    }
    return rest
  }

  /// The word at a place that joins a name, which begins at `start`, with the next one; `nil` when there
  /// is none.
  private static func conjunction(at index: Int, after start: Int, in span: Span) -> String? {
    let character = span.text.folded[index]
    if character == " " {
      return [" and ", " & "].first { span.from(index).hasPrefix($0) }
        ?? foreignConjunction(at: index, after: start, in: span)
    }
    guard character == "和" || character == "与" else { return nil }
    // Both are also parts of other words and of names (和平, 和田): a whole name precedes a conjunction.
    let name = span.between(start, index)
    return name.count <= PersonNameText.longest && name.trimmed.string.isHanName
      ? String(character) : nil
  }

  /// “y”, “et” and the like, which also stand within names (“José Marina y Sol”): a whole name is on either side.
  private static func foreignConjunction(at index: Int, after start: Int, in span: Span) -> String?
  {
    let rest = span.from(index + 1)
    guard let match = Lexicon.shared.authorConjunctions.match(in: rest, at: rest.lower),
      PersonNameText.isName(clean(span.between(start, index).trimmed)),
      case let end = min(match.range.upperBound + PersonNameText.longest, span.upper),
      PersonNameText.isName(clean(span.between(match.range.upperBound, end).trimmed))
    else { return nil }
    return " " + span.slice(match.range).foldedString
  }

  private static func isInitials(_ span: Span) -> Bool {
    let trimmed = span.trimming(marks)
    return (1...3).contains(trimmed.scalars.count(where: \.isLetter))
      && trimmed.scalars.allSatisfy { !$0.isLetter || $0.isUpper }
      && (trimmed.contains(".") || trimmed.count <= 2)
  }

  // MARK: Names

  /// Signs beside a name that are not part of it.
  private static let marks: StaticString = "*#^,;=()[]\\+†‡§¶∗✉⋆☆★ᵉ🖂📧✝⁎"

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isOne(of: marks) || scalar.isOne(of: "⁰¹²³⁴⁵⁶⁷⁸⁹")
  }

  private static func name(_ piece: [Span], rule: Rule) -> Stated<String>? {
    let cleaned = piece.map(clean)
    if cleaned.count == 2 {
      let value = cleaned[1].collapsed + " " + cleaned[0].collapsed
      let span = cleaned[0].between(cleaned[0].lower, cleaned[1].upper)
      return PersonNameText.isName(cleaned[0], isWhole: false)
        ? Stated(value, span, rule: rule) : nil
    }
    guard let span = cleaned.first, PersonNameText.isName(span, isWhole: true) else { return nil }
    return Stated(span.collapsed, span, rule: rule)
  }

  /// The name without footnote marks, digits, remarks in brackets and the full stop that ends a list.
  package static func clean(_ span: Span) -> Span {
    var result = span.trimmed
    if isClean(result) { return result }
    if let bracket = result.brackets.first, bracket.lowerBound > result.lower,
      // In “SIGGRAPH Asia (TOG) Title …” words follow the bracket: it is not a name.
      result.from(bracket.upperBound).trimming(marks).wordCount == 0
        || result.between(bracket.lowerBound, bracket.upperBound).containsHan
    {
      result = result.to(bracket.lowerBound)
    }
    while true {
      let before = result.range
      result = result.trimming(marks)
      while let last = result.text.folded[result.range].last,
        last.isDigit || last.isOne(of: "⁰¹²³⁴⁵⁶⁷⁸⁹")
      {
        result = result.to(result.upper - 1)
      }
      // A full stop belongs to an initial or to “Jr.”; any other ends the list.
      if result.text.folded[result.range].last == ".", let word = result.lastWord,
        word.count > 1 && !["jr", "sr"].contains(word.foldedString)
          || word.text.scalars[word.lower].isHan
      {
        result = result.to(result.upper - 1)
      }
      if result.range == before { return result }
    }
  }

  /// Whether a text begins and ends with a letter and has no bracket. A fast filter: most names have nothing else.
  private static func isClean(_ span: Span) -> Bool {
    guard !span.isEmpty else { return true }
    let (first, last) = (span.text.scalars[span.lower], span.text.scalars[span.upper - 1])
    return isPlain(first) && isPlain(last) && span.brackets.isEmpty
  }

  /// Whether a letter is not a footnote mark, as “ᵉ” is.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIILetter || scalar.isHan
  }
}
