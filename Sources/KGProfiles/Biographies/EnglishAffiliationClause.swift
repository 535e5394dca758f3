internal import KGLexicon
internal import KGModel
internal import KGText

/// The clause before an organization in an English sentence, which states what the owner was there:
/// “I received my B.S. and M.S. from”, “was then a postdoctoral researcher at”, “spent a summer
/// at”.
struct EnglishAffiliationClause {
  /// A role as printed, and the kind of membership that its words imply.
  typealias Role = (text: Stated<String>, kind: MembershipKind)

  /// In the order of the text.
  var degrees: [Span] = []
  var field: Span?
  /// One after the other: “first as a postdoc, then as a scientist”.
  var roles: [Role] = []
  /// The kind of membership where no role is named.
  var kind: MembershipKind = .staff
  var isPresent = false
  /// Whether the owner studied there; true also where no degree is named.
  var isEducation = false

  /// - Parameters:
  ///   - before: The text before the organizations, from the previous ones on.
  ///   - school: The first of the organizations.
  ///   - after: The text after the last of them.
  ///   - isLast: Whether no other organization follows in the sentence.
  /// - Returns: `nil` when the clause states nothing about the owner's being there.
  init?(before: Span, school: Span, after: Span, isLast: Bool) {
    let main = Self.withoutAdverbialClause(before)
    let clause = Self.lastClause(main)
    guard !Self.says(.notOwner, clause),
      !Self.says(.negation, clause) || clause.first(ofPhrase: "not only") != nil
    else { return nil }
    isPresent = !Self.says(.past, main) && Self.says(.present, main)
    let role = Self.role(in: clause)
    let degrees = Self.degrees(in: clause)
    if let degree = degrees.last, !Self.isOnlyStatus(role, degree.range, in: clause) {
      self.degrees = degrees
      field = Self.subject(after: degree.range, in: clause)
      isEducation = true
    } else if let role {
      roles = [(role.text, role.kind)]
    } else if let education = Self.education(in: clause, school: school, after: after) {
      self.degrees = education.degree.map { [$0] } ?? []
      field = education.field
      isEducation = true
    } else if let later = Self.rolesFollowing(after) {
      guard Self.leadsThere(clause) || isLast else { return nil }
      roles = later
    } else if let verb = Self.phrase(.intern, in: clause) {
      roles = [(Stated(verb.string, verb, rule: .biographyRole), .intern)]
    } else if let verb = Self.phrase(.founder, in: clause), Self.isAtEnd(verb, of: clause) {
      roles = [(Stated(verb.string, verb, rule: .biographyRole), .staff)]
    } else if Self.leads(.member, in: clause) || Self.leads(.temporaryStay, in: clause) {
      if Self.says(.visit, clause) { kind = .visiting }
    } else {
      return nil
    }
  }

  static func says(_ word: BiographyWord, _ span: Span) -> Bool {
    Lexicon.shared.biographyWords[word]?.contains(span) ?? false
  }

  private static func phrase(_ word: BiographyWord, in span: Span) -> Span? {
    Lexicon.shared.biographyWords[word]?.matches(in: span).last.map { span.slice($0.range) }
  }

  /// “co-founded X”, “co-founded a company called X”: the name follows the verb within a few words.
  private static func isAtEnd(_ verb: Span, of clause: Span) -> Bool {
    clause.from(verb.upper).wordCount <= 4
  }

  // MARK: Clauses

  /// Without an adverbial clause that only gives the time: “After my PhD in 2015, I joined …”,
  /// “During my PhD I spent …”.
  private static func withoutAdverbialClause(_ before: Span) -> Span {
    let words = before.words
    guard let first = words.first,
      Lexicon.shared.biographyWords[.adverbialClause]?.match(in: before, at: first.lower) != nil,
      let subject = words.dropFirst().first(where: {
        ["i", "he", "she", "they"].contains($0.foldedString)
      })
    else { return before }
    return before.from(subject.lower)
  }

  /// The part that belongs to the organization after it: from the last semicolon or “where” on.
  private static func lastClause(_ before: Span) -> Span {
    var clause = before
    for sign in [";", " where i "] {
      while let found = clause.first(of: sign), found.upperBound < clause.upper {
        clause = clause.from(found.upperBound)
      }
    }
    return clause
  }

  /// Whether the object of a verb is what follows the clause: “worked for”, “spent a summer at”,
  /// not “worked with B for”.
  private static func leads(_ word: BiographyWord, in clause: Span) -> Bool {
    guard let verb = phrase(word, in: clause),
      // “our work at X” has no verb.
      clause.to(verb.lower).words.last.map({ !determiners.contains($0.foldedString) }) ?? true
    else { return false }
    let end = clause.from(verb.upper).words.filter { $0.foldedString != "the" }
    return end.isEmpty || ["at", "within", "@"].contains(end.last?.foldedString)
      || clause.trimmed.folded.last == "@"
  }

  private static let determiners: Set<String> = [
    "our", "my", "her", "his", "their", "the", "this", "a",
  ]

  /// Whether a clause ends with a word that a place of work follows.
  private static func leadsThere(_ clause: Span) -> Bool {
    let last = clause.words.last { $0.foldedString != "the" }
    return clause.trimmed.folded.last == "@"
      || last.map { leadingWords.contains($0.foldedString) } ?? false
  }

  private static let leadingWords: Set<String> = [
    "at", "joined", "join", "with", "for", "joining", "to", "within", "visited",
  ]

  /// Whether nothing but “and”, commas, dates, brackets, places and names of hosts separates two
  /// organizations.
  static func isConjunction(_ between: Span) -> Bool {
    guard between.count < 100, !between.contains(";") else { return false }
    var isPlace = false
    var isHost = false
    var isJoined = true
    var end = between.lower
    let brackets = between.brackets
    for word in between.words {
      let gap = between.between(end, word.lower)
      end = word.upper
      if brackets.contains(where: { $0.overlaps(word.range) }) { continue }
      if gap.contains(",") {
        (isPlace, isHost, isJoined) = (false, false, true)
      }
      let text = word.foldedString
      if conjunctions.contains(text) || text.allSatisfy(\.isNumber)
        || MonthNames.numbers[text] != nil
      {
        isPlace = text == "in" || isPlace && text == "the"
        isHost = text == "with"
        if text == "and" { isJoined = true }
        continue
      }
      guard word.text.scalars[word.lower].isUpper, isPlace || isHost,
        !Lexicon.shared.roles.contains(word), !Lexicon.shared.degrees.contains(word)
      else { return false }
      // After the name of a host, the next organization is the owner's only with a conjunction:
      // “with Ada Quill at X” states where the host is.
      if isHost { isJoined = false }
    }
    return isJoined || between.from(end).contains(",")
  }

  private static let conjunctions: Set<String> = [
    "and", "then", "later", "both", "at", "the", "in", "from", "to", "of", "with", "as", "well",
    "summer", "spring", "fall", "winter", "also", "or", "now", "part", "finally", "most",
    "recently",
  ]

  // MARK: Roles

  /// The last role in a clause, with the words that belong to it.
  private static func role(in clause: Span) -> (
    text: Stated<String>, kind: MembershipKind, range: Range<Int>
  )? {
    guard let match = Lexicon.shared.roles.matches(in: clause).last else { return nil }
    let words = clause.to(match.range.upperBound).words
    var first = words.count - 1
    while first > 0, words[first].lower > match.range.lowerBound || first > words.count - 7 {
      let word = words[first - 1]
      let gap = clause.between(word.upper, words[first].lower)
      guard gap.folded.allSatisfy({ $0.isOne(of: " -/.&") }),
        words[first].lower > match.range.lowerBound || gap.folded.elementsEqual("-".unicodeScalars)
          || !stopWords.contains(word.foldedString)
      else { break }
      first -= 1
    }
    let text = clause.between(words[first].lower, match.range.upperBound)
    // All of the words determine the kind: “visiting PhD student”.
    guard let kind = Lexicon.shared.roles.best(in: text)?.value ?? Optional(match.value),
      kind != .service, kind != .teaching
    else { return nil }
    return (Stated(text.collapsed, text, rule: .biographyRole), kind, text.range)
  }

  private static let stopWords: Set<String> = [
    "a", "an", "the", "as", "was", "is", "am", "my", "his", "her", "their", "i", "m", "currently",
    "now", "been", "and", "or", "also", "served", "worked", "working", "became", "joined", "to",
    "in", "at", "on", "for", "of", "year", "th", "st", "nd", "rd", "first", "second", "third",
    "fourth", "fifth", "final", "previously", "before", "incoming", "then", "two", "three",
    "months", "years", "spent", "that", "with", "he", "she", "this", "another", "summer", "part",
    "both", "will", "be", "have", "had", "were", "from", "by", "later", "after", "before", "during",
  ]

  /// Whether a degree only describes the role: “visiting PhD student”, “PhD intern”.
  private static func isOnlyStatus(
    _ role: (text: Stated<String>, kind: MembershipKind, range: Range<Int>)?, _ degree: Range<Int>,
    in clause: Span
  ) -> Bool {
    guard let role else { return false }
    // A role after the degree takes precedence: “after my PhD I was a postdoc at …”.
    if role.range.lowerBound > degree.upperBound, role.kind != .student { return true }
    return role.range.overlaps(degree) && (role.kind == .intern || role.kind == .visiting)
  }

  /// The roles stated after an organization: “… at X as a software engineer”, “X, where I was a
  /// research intern”, “X, first as a postdoc and then as a scientist”.
  private static func rolesFollowing(_ whole: Span) -> [Role]? {
    // A new subject begins another statement.
    let subject = whole.words.first { ["i", "he", "she", "they", "my"].contains($0.foldedString) }
    let isRelative = subject.map { whole.to($0.lower).trimmed.hasSuffix("where") } ?? false
    let after = isRelative ? whole : whole.to(subject?.lower ?? whole.upper)
    for lead in [
      " as a ", " as an ", " as the ", " as ", "where i was a ", "where i am a ", "where i was an ",
    ] {
      guard let found = after.first(of: lead), found.lowerBound - after.lower < 50 else { continue }
      let rest = after.from(found.upperBound)
      let end =
        [",", " (", " on ", " in ", " from ", " with ", " working", ".", " and then", " and later"]
        .compactMap { rest.first(of: $0)?.lowerBound }.min() ?? rest.upper
      let text = rest.to(end).trimmed
      guard text.wordCount <= 7, let match = Lexicon.shared.roles.best(in: text) else { continue }
      let role: Role = (Stated(text.collapsed, text, rule: .biographyRole), match.value)
      let next = rest.from(end)
      let isNext = ["and then", "then", "and later", ", later"].contains {
        next.trimmed.hasPrefix($0)
      }
      return [role] + (isNext ? rolesFollowing(next)?.prefix(1) ?? [] : [])
    }
    return nil
  }

  // MARK: Degrees

  /// The last degree of a clause, and those joined to it.
  private static func degrees(in clause: Span) -> [Span] {
    let matches = Lexicon.shared.degrees.matches(in: clause).filter {
      ($0.range.count > 2 || isDegreeLetter($0.range, in: clause))
        // A thesis may be written at another institution.
        && !($0.value != .doctor
          && clause.from($0.range.upperBound).words.first?.foldedString == "thesis")
    }
    guard var first = matches.indices.last else { return [] }
    while first > 0, matches[first - 1].value != matches[first].value,
      isJoined(clause.between(matches[first - 1].range.upperBound, matches[first].range.lowerBound))
    {
      first -= 1
    }
    let isOne = ["student", "candidate", "program", "programme", "integrated", "combined", "joint"]
      .contains { clause.first(ofPhrase: $0) != nil }
    return matches[(isOne ? matches.count - 1 : first)...].map { clause.slice($0.range) }
  }

  /// “B.S. degree in physics and my M.S.”: only a field separates two degrees.
  private static func isJoined(_ gap: Span) -> Bool {
    let words = gap.words.map(\.foldedString)
    return words.count <= 8 && (words.contains("and") || gap.contains(",") || gap.contains("&"))
      && !words.contains {
        [
          "i", "he", "she", "they", "did", "started", "pursued", "before", "after", "from", "at",
          "for", "under", "by", "to", "of", "with",
        ].contains($0) && !($0 == "of" && words.count > 2)
      }
  }

  /// Two letters are a degree only in capitals: “BS”, “MS”.
  private static func isDegreeLetter(_ range: Range<Int>, in clause: Span) -> Bool {
    range.allSatisfy { clause.text.scalars[$0].isUpper }
  }

  /// A degree or field stated with a verb: “studied mathematics at X (B.Sc., 2012)”, “graduated
  /// from X with a bachelor's degree”.
  private static func education(
    in clause: Span, school: Span, after: Span
  ) -> (degree: Span?, field: Span?)? {
    // A degree in brackets belongs only to the organization before it.
    let isBracketed = !degreesInBracket(after).isEmpty
    guard let verb = phrase(.study, in: clause) else { return isBracketed ? (nil, nil) : nil }
    let degree = isBracketed ? nil : degreeFollowing(after)
    guard isBracketed || degree != nil || isSchool(school) else { return nil }
    let words = clause.from(verb.upper).words
    let end = words.firstIndex { ["at", "from", "in", "the"].contains($0.foldedString) } ?? 0
    let field = end > 0 && end <= 5 ? clause.between(words[0].lower, words[end - 1].upper) : nil
    return (degree, field)
  }

  /// The degrees in brackets directly after an organization, each with the text after it: “X (PhD,
  /// 2019)”, “X (B.Sc. 2014, M.Sc. 2017)”.
  static func degreesInBracket(_ after: Span) -> [(degree: Span, detail: Span)] {
    let rest = after.trimmed
    guard let bracket = rest.brackets.first, bracket.lowerBound == rest.lower else { return [] }
    let inner = rest.slice(bracket).trimming("() ")
    let matches = Lexicon.shared.degrees.matches(in: inner).filter {
      $0.range.count > 2 || isDegreeLetter($0.range, in: inner)
    }
    guard let first = matches.first, first.range.lowerBound - inner.lower < 24,
      inner.wordCount <= 14, !Lexicon.shared.roles.contains(inner)
    else { return [] }
    return matches.enumerated().map { index, match in
      let end = index + 1 < matches.count ? matches[index + 1].range.lowerBound : inner.upper
      return (inner.slice(match.range), inner.between(match.range.upperBound, end))
    }
  }

  /// “… from X in 2018 with a bachelor's degree”.
  private static func degreeFollowing(_ after: Span) -> Span? {
    guard let with = after.first(ofPhrase: "with"), with.lowerBound - after.lower < 40,
      let match = Lexicon.shared.degrees.matches(in: after.from(with.upperBound)).first,
      after.between(with.upperBound, match.range.lowerBound).wordCount <= 4
    else { return nil }
    return after.slice(match.range)
  }

  /// Whether a name is a university's or a college's and not a company's.
  private static func isSchool(_ organization: Span) -> Bool {
    let known = OrganizationAuthority.shared.match(organization)
    return ([organization.string] + (known?.allNames ?? [])).contains { name in
      let words = foldedKey(name)
      return [
        "universi", "college", "institute of technology", "polytech", "politec", "ecole", "大学",
      ]
      .contains { words.contains($0) }
    }
  }

  private static func subject(after degree: Range<Int>, in clause: Span) -> Span? {
    var rest = clause.from(degree.upperBound)
    guard let found = rest.first(of: "in "), found.lowerBound - rest.lower < 24 else { return nil }
    rest = rest.from(found.upperBound)
    let ends = [" from ", " at ", ",", " under ", " with ", " (", " by ", " and "].compactMap {
      rest.first(of: $0)?.lowerBound
    }
    let subject = rest.to(ends.min() ?? rest.upper).trimmed
    guard (1...6).contains(subject.wordCount), subject.lower < subject.upper,
      DateParser.firstInterval(in: subject) == nil
    else { return nil }
    // A field in lower case needs a word or sign that ends it.
    let isField =
      subject.text.scalars[subject.lower].isUpper
      || subject.upper < rest.upper
        && !subject.words.contains { stopWords.contains($0.foldedString) }
    return isField ? subject : nil
  }
}
