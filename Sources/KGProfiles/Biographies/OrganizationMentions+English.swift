internal import KGLexicon
internal import KGText

/// Finds the organizations that sentences name.
enum OrganizationMentions {
  /// The organizations that an English sentence names, from left to right, twelve at most; empty
  /// when it names none.
  static func inEnglish(_ sentence: Span) -> [Span] {
    var found: [Span] = []
    var rest = sentence
    while rest.count > 2, found.count < 12 {
      let known = firstKnown(in: rest)
      let led = ledName(in: rest)
      let next: Span?
      switch (known, led) {
      case (let known?, let led?):
        // Of two that overlap, the longer one: “Meta Reality Labs” contains “Meta”.
        if known.range.overlaps(led.range) {
          next = led.count > known.count && led.lower <= known.lower ? led : known
        } else {
          next = known.lower < led.lower ? known : led
        }
      default: next = known ?? led
      }
      guard let mention = next, mention.upper > rest.lower else { break }
      if !isTown(mention) { found.append(withoutRole(mention)) }
      rest = rest.from(mention.upper)
    }
    return found
  }

  /// “Cambridge (UK)”
  private static func isTown(_ mention: Span) -> Bool {
    guard let bracket = mention.brackets.last, bracket.upperBound == mention.upper else {
      return false
    }
    let inner = mention.slice(bracket).trimming("() ")
    return mention.to(bracket.lowerBound).wordCount == 1
      && Lexicon.shared.places.matches(in: inner).contains { $0.range == inner.range }
  }

  /// “CTO of Acme Labs”: the role is not part of the name.
  private static func withoutRole(_ mention: Span) -> Span {
    guard let of = mention.first(of: " of "),
      mention.to(of.lowerBound).words.allSatisfy({ Lexicon.shared.roles.contains($0) })
    else { return mention }
    return mention.from(of.upperBound)
  }

  /// The organization found first, or a known one to its left. A text to the left that only looks
  /// like a name is not taken: it may be a unit.
  private static func firstKnown(in span: Span) -> Span? {
    var first = OrganizationText.find(in: span)?.institution
    while let found = first, found.lower > span.lower + 2,
      let before = OrganizationText.find(in: span.to(found.lower)),
      OrganizationAuthority.shared.match(OrganizationText.withoutBracket(before.institution)) != nil
    {
      first = before.institution
    }
    return first
  }

  private static let leads = [
    " at the ", " at ", " @ ", " joined the ", " joined ", " joining ", " interned with ",
    " working for ", " worked for ", " interning at ", " co-founded ", " cofounded ", " founded ",
    " founder of ", " cto of ", " ceo of ", " visited ",
  ]

  /// A name after a preposition or verb, set off by capitals or a link: “research intern at Sea AI
  /// Lab”.
  private static func ledName(in span: Span) -> Span? {
    var places = leads.compactMap { span.first(of: $0)?.upperBound }
    // After a degree, “from” is followed by a school: “my Ph.D. in physics from Acme”.
    if let from = span.first(of: " from the ") ?? span.first(of: " from "),
      Lexicon.shared.degrees.contains(span.to(from.lowerBound)),
      let clause = span.from(from.upperBound).split(where: { $0.isOne(of: ",;.(") })
        .first, OrganizationText.find(in: clause) == nil
    {
      places.append(from.upperBound)
    }
    for place in places.sorted() {
      if let name = name(at: span.from(place)) { return name }
    }
    return nil
  }

  /// The name that a text begins with.
  private static func name(at rest: Span) -> Span? {
    if let link = rest.marked(\.isLink).first(where: { $0.lower <= rest.lower + 1 }),
      link.wordCount <= 8, startsWithCapital(link)
    {
      return link.trimming(",.")
    }
    var end: Int?
    var last: Span?
    for word in rest.words.prefix(8) {
      if let last {
        let gap = rest.between(last.upper, word.lower)
        guard gap.folded.allSatisfy({ $0.isOne(of: " -&'./") }),
          !(gap.contains(".") && gap.count > 1)
        else { break }
      }
      let scalar = word.text.scalars[word.lower]
      // “3M”, “Studio 5”, but not “12 startups”.
      let isCapital =
        scalar.isUpper && word.string != "I"
        || scalar.isDigit
          && (end.map { $0 == last?.upper } ?? word.scalars.contains(where: \.isUpper))
      if isCapital {
        end = word.upper
      } else if end == nil || !OrganizationText.smallWords.contains(word) {
        break
      }
      last = word
    }
    guard let end else { return nil }
    var name = rest.between(rest.words.first?.lower ?? rest.lower, end)
    // “at X University and Y Institute” names two.
    if let and = name.first(of: " and "), OrganizationText.isInstitution(name.to(and.lowerBound)),
      OrganizationText.isInstitution(name.from(and.upperBound))
    {
      name = name.to(and.lowerBound)
    }
    // “the VGG group of X University”: a unit of the organization that follows.
    if let next = rest.from(end).words.first, !startsWithCapital(next),
      Lexicon.shared.organizationWords.firstMatch(in: next)?.value == .unit
    {
      return nil
    }
    // Conferences, months, roles and pronouns are not organizations.
    guard name.count >= 2, !VenueMention(name).isKnown, DateParser.firstInterval(in: name) == nil,
      !Lexicon.shared.roles.contains(name), !PersonNameText.pronouns.contains(name.foldedString)
    else { return nil }
    return name
  }

  private static func startsWithCapital(_ span: Span) -> Bool {
    span.words.first.map { $0.text.scalars[$0.lower].isUpper } ?? false
  }
}
