internal import KGLexicon
internal import KGModel
internal import KGText

/// The pieces between the separators of a header line.
extension EntryHeader {
  /// Splits at the separators of CVs. A hyphen separates when it has spaces around it or follows
  /// the last word of an institution's name (“DAMO Academy-Autonomous Driving”).
  static func pieces(of span: Span, for entryKind: EntryKind) -> [Span] {
    joinCorporateForms(
      span.split(at: ",|;\t\n•·", nesting: true).joinedAtDots.withEnumerationsJoined
    )
    .flatMap(splitAtGaps)
    .flatMap { splitAtDash($0, for: entryKind) }
    .flatMap(splitAtAt)
    .map(trimEdges)
    .filter { !$0.isEmpty }
  }

  /// “X Co., Ltd.” is one name.
  private static func joinCorporateForms(_ pieces: [Span]) -> [Span] {
    pieces.reduce(into: []) { joined, piece in
      if let last = joined.last, last.text === piece.text,
        OrganizationText.isCampus(piece, of: last)
      {
        joined[joined.count - 1] = last.between(last.lower, piece.upper)
        return
      }
      if corporateForms.contains(piece), let last = joined.last, last.text === piece.text {
        joined[joined.count - 1] = last.between(last.lower, piece.upper)
      } else {
        joined.append(piece)
      }
    }
  }

  private static let corporateForms: WordSet = [
    "ltd", "ltd.", "inc", "inc.", "llc", "gmbh", "corp", "corp.", "limited",
  ]

  /// Wide gaps separate the columns of a line. In Chinese, which has no spaces between words, a
  /// single space separates, too (商汤科技 研究员).
  private static func splitAtGaps(_ span: Span) -> [Span] {
    let characters = span.folded
    // Most spaces separate the words of one piece.
    let gaps = characters.indices.dropFirst().dropLast().filter {
      characters[$0] == " "
        && (characters[$0 + 1].isEastAsian || characters[$0 + 1] == " "
          || span.text.scalars[$0] == "\u{3000}")
    }
    guard !gaps.isEmpty, OrganizationAuthority.shared.match(span) == nil else { return [span] }
    let roles = Lexicon.shared.roles.matches(in: span).map(\.range)
    for index in gaps {
      let (before, after) = (characters[index - 1], characters[index + 1])
      let place = index
      let isWide = after == " " || span.text.scalars[place] == "\u{3000}"
      guard
        isWide || before.isEastAsian && after.isEastAsian
          || after.isEastAsian && isRole(span.from(place))
      else {
        continue
      }
      // 연구 인턴 is one role.
      if !isWide, roles.contains(where: { $0.lowerBound < place && place < $0.upperBound }) {
        continue
      }
      return [span.to(place).trimmed] + splitAtGaps(span.from(place + 1).trimmed)
    }
    return [span]
  }

  private static func isRole(_ span: Span) -> Bool {
    Lexicon.shared.roles.best(in: span)?.range.upperBound == span.upper
  }

  /// The full stop that ends an abbreviation (“Co., Ltd.”, “Ph.D.”) is part of the piece.
  private static func trimEdges(_ piece: Span) -> Span {
    let abbreviations = ["ltd.", "inc.", "co.", "corp."]
    let isAbbreviated =
      piece.folded.last == "."
      && (abbreviations.contains(where: piece.hasSuffix) || endsWithDegree(piece))
    let trimmed = piece.trimming(isAbbreviated ? ",:|-–/@" : ",.:|-–/@")
    return withoutOpenEnd(trimmed)
  }

  /// Without a bracket or a preposition at the end, whose other part is another piece: “Quillon Lab at”, “Quillon (”.
  static func withoutOpenEnd(_ piece: Span) -> Span {
    if piece.folded.last?.isOne(of: "([") == true {
      return withoutOpenEnd(piece.to(piece.upper - 1).trimmed)
    }
    return OrganizationText.withoutOpeningWord(piece)
  }

  /// Short parts that begin with capitals: “M.Phil.”, “Dr.-Ing.”, “A.B.”, but not “Booking.com.”
  private static func endsWithDegree(_ piece: Span) -> Bool {
    let word = piece.scalars.split { $0.isBlank }.last ?? piece.scalars
    let parts = word.split { $0.isOne(of: ".-") }
    return parts.count > 1
      && parts.allSatisfy { $0.count <= 4 && $0.first?.isUpper ?? false }
  }

  private static func splitAtDash(_ span: Span, for entryKind: EntryKind) -> [Span] {
    for dash in [" - ", " – ", "–", "-"] {
      var rest = span
      while let found = rest.first(of: dash) {
        let left = span.to(found.lowerBound).trimmed
        let isSpaced = dash.hasPrefix(" ")
        if isSpaced
          || OrganizationText.isInstitution(left) && OrganizationText.level(of: left) != nil
            && !isTown(span.from(found.upperBound), of: left)
        {
          return [left] + splitAtDash(span.from(found.upperBound).trimmed, for: entryKind)
        }
        rest = span.from(found.upperBound)
      }
    }
    return span.isEmpty ? [] : [span]
  }

  /// Whether the single word after the hyphen is part of a university's name and not a unit:
  /// “University of Illinois Urbana-Champaign”, “École normale supérieure Paris-Saclay”.
  private static func isTown(_ rest: Span, of university: Span) -> Bool {
    guard
      ["universi", "école", "ecole", "college", "hochschule"].contains(where: {
        university.first(of: $0) != nil
      }
      ),
      let first = rest.split(at: ",;|\t\n(").first,
      first.lower == rest.lower
    else { return false }
    return !first.containsHan && first.wordCount == 1 && !OrganizationText.isUnit(first)
      && OrganizationAuthority.shared.match(first) == nil
      && first.range.contains { !first.text.scalars[$0].isUpper }
  }

  /// “Research Intern at Microsoft Research”, “Engineer @ Meta”.
  private static func splitAtAt(_ span: Span) -> [Span] {
    for word in [" at ", " @ ", "@"] {
      guard let found = span.first(of: word) else { continue }
      let left = span.to(found.lowerBound).trimmed
      if Lexicon.shared.roles.contains(left) {
        return [left, withoutArticle(span.from(found.upperBound).trimmed)]
      }
    }
    // “Chercheuse à l'Institut X”, “Mitarbeiter am Institut X”: these words have other meanings, too.
    for match in Lexicon.shared.entryWords.matches(in: span) where match.value == .at {
      let left = span.to(match.range.lowerBound).trimmed
      let right = withoutTown(span.from(match.range.upperBound).trimmed)
      if Lexicon.shared.roles.contains(left),
        OrganizationText.level(of: right) != nil || beginsWithUnit(right)
          || OrganizationText.find(in: right)?.before.isEmpty == true
      {
        return [left, right]
      }
    }
    return [span]
  }

  /// “the Faculty of Tides” without its article.
  private static func withoutArticle(_ name: Span) -> Span {
    name.hasPrefix("the ") ? name.from(name.words.dropFirst().first?.lower ?? name.lower) : name
  }

  /// “laboratoire Sablier”: whether a text begins with a word for units, which need no capital in many languages, and a name.
  static func beginsWithUnit(_ span: Span) -> Bool {
    guard
      let word = Lexicon.shared.organizationWords.match(in: span, at: span.lower),
      word.value == .unit, let name = span.from(word.range.upperBound).words.first
    else { return false }
    return name.text.scalars[name.lower].isUpper
  }

  /// “laboratoire Sablier à Estor” without the town.
  private static func withoutTown(_ name: Span) -> Span {
    guard let at = Lexicon.shared.entryWords.matches(in: name).last(where: { $0.value == .at }),
      case let before = name.to(at.range.lowerBound).trimmed,
      case let town = name.from(at.range.upperBound).trimmed,
      Lexicon.shared.organizationWords.contains(before),
      !Lexicon.shared.organizationWords.contains(town),
      OrganizationAuthority.shared.match(town) == nil, (1...2).contains(town.wordCount),
      town.words.allSatisfy({ $0.text.scalars[$0.lower].isUpper })
    else { return name }
    return before
  }
}

extension [Span] {
  /// An enumeration whose last part names what it is: “National Heart, Lung, and Blood Institute”.
  fileprivate var withEnumerationsJoined: [Span] {
    reduce(into: []) { joined, piece in
      guard piece.hasPrefix("and ") || piece.hasPrefix("& "), let first = joined.first,
        case let name = piece.from(piece.words.dropFirst().first?.lower ?? piece.upper),
        OrganizationText.level(of: name) == .institution,
        case let whole = first.between(first.lower, piece.upper),
        let start = OrganizationText.enumerationStart(before: name.lower, in: whole),
        let place = joined.firstIndex(where: { $0.lower >= start })
      else {
        joined.append(piece)
        return
      }
      joined.replaceSubrange(place..., with: [whole.from(start)])
    }
  }

  /// 约翰斯·霍普金斯大学 is one name: a dot directly between Han characters does not separate unless the
  /// part before it is a name by itself.
  fileprivate var joinedAtDots: [Span] {
    reduce(into: []) { joined, piece in
      if let last = joined.last, piece.lower == last.upper + 1, piece.text === last.text,
        piece.text.folded[last.upper] == "·", piece.text.scalars[piece.lower].isHan,
        piece.text.scalars[last.upper - 1].isHan,
        !OrganizationText.isInstitution(last), !OrganizationText.isUnit(last),
        !Lexicon.shared.roles.contains(last),
        OrganizationText.find(in: piece)?.institution.lower == piece.lower
      {
        joined[joined.count - 1] = last.between(last.lower, piece.upper)
      } else {
        joined.append(piece)
      }
    }
  }
}
