internal import KGLexicon
internal import KGModel
internal import KGText

/// A degree with the subject in the same text: “Licence de mathématiques”, “Bachelor in Tidal Engineering”.
struct DegreeSubject {
  let degree: Span
  let subject: Span

  /// - Returns: `nil` unless a word that leads to a subject follows the degree, or ends its name (“Ingeniera en”).
  init?(_ text: Span) {
    guard let known = Lexicon.shared.degrees.firstMatch(in: text),
      known.range.lowerBound == text.lower
    else { return nil }
    let name = text.slice(known.range)
    let rest = text.from(name.upper).trimmed
    let words = Lexicon.shared.entryWords
    if let last = name.lastWord, last.lower > name.lower,
      words.match(in: name, at: last.lower)?.value == .subject
    {
      self.init(name.to(last.lower).trimmed, rest)
    } else if let word = words.match(in: rest, at: rest.lower), word.value == .subject {
      self.init(name, rest.from(word.range.upperBound).trimmed)
    } else {
      return nil
    }
  }

  private init?(_ degree: Span, _ subject: Span) {
    guard !subject.isEmpty, !Lexicon.shared.organizationWords.contains(subject) else { return nil }
    self.degree = degree
    self.subject = subject
  }
}

extension EducationRecord {
  /// Whether the field follows the degree with a word that leads to it, or alone in one line with it: “Bachelor Mathematik”.
  var degreeLeadsToField: Bool {
    guard let degree = degree?.span, let field = field?.span, degree.text === field.text,
      degree.upper <= field.lower
    else { return false }
    let both = degree.between(degree.lower, field.upper)
    return DegreeSubject(both)?.subject.range == field.range
      || both.range == degree.line.trimmed.range && !both.contains(",")
  }
}
