internal import KGLexicon
internal import KGText

/// Which lines of a section are the header of an entry.
extension Career {
  /// Whether the heading over an entry states what the entry's own lines do not.
  func headingAddsInformation(_ heading: Span, _ lines: [Span], for entryKind: EntryKind)
    -> Bool
  {
    if OrganizationText.isInstitution(heading) { return true }
    let header = headers.header(of: lines, for: entryKind)
    return header.organization == nil
      || header.role == nil
        && (header.organization?.rule == .entryOrganizationByPlace || entryKind == .education
          || Lexicon.shared.roles.contains(heading)
          || OrganizationText.find(in: heading) != nil || OrganizationText.isUnit(heading))
  }

  /// The lines of an entry, with those above or below it that name the organization when its own do
  /// not.
  func linesWithNeighbours(
    _ head: [Span], for entryKind: EntryKind, above: [Span], below: [Span],
    _ organizationsFollow: inout Bool?
  ) -> [Span] {
    let below = withoutOtherDegrees(below, head, for: entryKind)
    let own = headers.header(of: head, for: entryKind).organization
    // A name taken as organization only by its place may be a subject or a town when another name
    // is next to it.
    let isMissing = own.map(Self.isTown) ?? true
    if let own, !isMissing, own.rule != .entryOrganizationByPlace { return head }
    let isAbove = above.contains(where: OrganizationText.isInstitution)
    let isBelow = below.contains(where: OrganizationText.isInstitution)
    if organizationsFollow != true, isAbove || isMissing && !isBelow {
      let found = EntryHeader(above + head, for: entryKind).organization
      if let found, found.value != own?.value {
        organizationsFollow = false
        return above + head
      }
    }
    if isBelow, organizationsFollow != false {
      organizationsFollow = true
      return head + below
    }
    return own == nil ? above + head + below : head
  }

  /// The lines below an entry without those that state another degree with its school. Below a date alone stands the degree
  /// that it dates.
  private func withoutOtherDegrees(_ below: [Span], _ head: [Span], for entryKind: EntryKind)
    -> [Span]
  {
    let hasWords = head.contains { line in
      let date = DateParser.firstInterval(in: line)?.range ?? line.lower..<line.lower
      return line.removing(date).contains { $0.wordCount > 1 }
    }
    guard entryKind == .education, hasWords else { return below }
    return Array(
      below.prefix {
        !Lexicon.shared.degrees.contains($0) || OrganizationText.find(in: $0) == nil
      })
  }

  /// The role or degree in the line below an entry that states none; `nil` when there is none.
  func trailingRoleOrDegree(
    of lines: [Span], for entryKind: EntryKind, in below: Block
  ) -> Span? {
    guard below.kind == .paragraph || below.kind == .tableRow, !isDated(below.span) else {
      return nil
    }
    let pieces = below.span.split(at: "\n\t,;").prefix(2)
    let roleOrDegree = pieces.last { piece in
      // Prose mentions roles and degrees, too.
      let isTitle =
        piece.containsHan
        ? OrganizationText.withoutBracket(piece).count <= 20 : Self.isCapitalized(piece)
      guard piece.count <= 40, isTitle else { return false }
      if entryKind == .education {
        return Lexicon.shared.degrees.matches(in: piece).contains {
          $0.range.lowerBound == piece.lower || piece.containsHan
        }
      }
      guard let role = Lexicon.shared.roles.best(in: piece) else { return false }
      return role.value != .service && role.value != .teaching
        && (piece.containsHan
          || OrganizationText.withoutBracket(piece).upper == role.range.upperBound)
    }
    guard let roleOrDegree, case let header = headers.header(of: lines, for: entryKind),
      header.organization != nil,
      entryKind == .employment ? header.role == nil : header.degree == nil
    else { return nil }
    return roleOrDegree
  }

  /// “Adjunct Professor, School of Tides”: a role, and no date or organization that cannot be a part of the employer.
  static func isRole(_ line: Span, at employer: Span) -> Bool {
    guard let first = line.split(at: ",;|\t").first else { return false }
    let strength =
      OrganizationText.find(in: line).map { OrganizationText.strength($0.institution) } ?? 0
    return Lexicon.shared.roles.contains(first) && isCapitalized(first)
      && strength < maximumStrength && strength <= OrganizationText.strength(employer)
      && DateParser.firstInterval(in: line) == nil
  }

  /// ``OrganizationText/strength(_:)`` of a known organization, which is not a part of the one above it.
  private static let maximumStrength = 3

  /// “Senior Research Scientist”, “Professor of Robotics”
  private static func isCapitalized(_ span: Span) -> Bool {
    span.words.allSatisfy { word in
      word.text.scalars[word.lower].isUpper || word.text.scalars[word.lower].isDigit
        || ["of", "in", "and", "for", "at"].contains(word.foldedString)
    }
  }

  /// Whether a name is a town: a known one, or one with a country after it (“Cambridge, UK”).
  private static func isTown(_ name: Stated<String>) -> Bool {
    if name.rule == .entryOrganizationByPlace, Lexicon.shared.places.contains(name.span) {
      return true
    }
    let after = name.span.text.whole.from(name.span.upper)
    guard name.span.wordCount == 1, after.hasPrefix(","),
      let country = after.split(at: ",\n\t|;(").first
    else { return false }
    return Lexicon.shared.places.matches(in: country).contains { $0.range == country.range }
  }

  /// The short lines below an entry, one of which may be its organization.
  func details(below place: Int, in blocks: [Block]) -> [Span] {
    guard case .listItem(let depth, _) = blocks[place].kind else {
      // Below a title, organization and dates may be in separate paragraphs.
      return blocks[(place + 1)...].prefix(2).prefix { block in
        block.kind == .paragraph && block.span.count <= 90 && !isDated(block.span)
          && Advisers(block.span) == nil && !block.span.hasSuffix(".")
      }.map(\.span)
    }
    return blocks[(place + 1)...].prefix(2).prefix { block in
      guard case .listItem(let inner, _) = block.kind else { return false }
      return inner > depth && block.span.count <= 120 && !isDated(block.span)
        && Advisers(block.span) == nil
    }.map(\.span)
  }

  func isShort(_ block: Block) -> Bool {
    (block.kind == .paragraph || block.kind == .tableRow) && block.span.count <= 80
      && block.span.lines.count <= 2
      && !block.span.hasSuffix(".") && !block.span.hasSuffix("。")
  }

  /// The header lines of each entry in a block. Where several entries follow one another without a
  /// blank line, the first entry shows whether each begins or ends with its dated line.
  func entryHeads(of span: Span, isDetail: Bool) -> [[Span]] {
    let lines = span.lines.map(EntryMarker.removed(from:))
    let withDates = lines.indices.filter { isDated(lines[$0]) }
    // Where most dates are at the edge of their lines, a date within a line belongs to a remark.
    let atEdge = withDates.filter { Self.startsOrEndsWithDate(lines[$0]) }
    let dated = atEdge.count * 4 >= withDates.count * 3 ? atEdge : withDates
    if dated.count > 1, dated.count == lines.count,
      lines.allSatisfy({ Self.startsOrEndsWithDate($0) && $0.wordCount > 3 })
    {
      return lines.map { [$0] }
    }
    guard !isDetail, dated.count > 1, lines.count > dated.count,
      dated.allSatisfy({ Self.startsOrEndsWithDate(lines[$0]) })
    else {
      let head = headerLines(of: span, isDetail: isDetail)
      return head.isEmpty ? [] : [head]
    }
    let bounds: [Int]
    if dated[0] == 0 { bounds = dated + [lines.count] } else { bounds = [0] + dated.map { $0 + 1 } }
    return zip(bounds, bounds.dropFirst()).compactMap { start, end in
      guard start < end, let first = lines[start..<end].first, let last = lines[start..<end].last
      else { return nil }
      let head = headerLines(of: first.between(first.lower, last.upper), isDetail: false)
      return head.isEmpty ? nil : head
    }
  }

  func isDated(_ line: Span) -> Bool {
    DateParser.firstInterval(in: line) != nil && line.count <= 240
  }

  /// Whether a heading has several dated entries below it and thus names the organization of all of
  /// them.
  func headsSeveralEntries(_ part: Outline.Part) -> Bool {
    part.blocks.map { entryHeads(of: $0.span, isDetail: $0.isListItem).count }.reduce(0, +) > 1
  }

  /// The header lines of an entry: those up to the dated one, and those after it that add an
  /// organization, role or degree.
  private func headerLines(of span: Span, isDetail: Bool) -> [Span] {
    let lines = span.split(at: "\n")
    guard let dated = lines.firstIndex(where: isDated) else { return [] }
    let line = lines[dated]
    guard dated <= 3, !isDetail || Self.startsOrEndsWithDate(line) else { return [] }
    var accepted = Array(lines[0...dated])
    for next in lines[(dated + 1)...].prefix(3) {
      if Self.successivePositions(in: next) != nil {
        accepted.append(next)
        break
      }
      // The organization with its department and town.
      if accepted.count == dated + 1, next.count <= 170, DateParser.firstInterval(in: next) == nil,
        next.count > 60 || next.split(at: ",").count > 3,
        let found = OrganizationText.find(in: next),
        found.institution.lower <= next.lower + 40 || OrganizationText.isUnit(found.before)
      {
        accepted.append(next)
        continue
      }
      guard next.count <= 60, DateParser.firstInterval(in: next) == nil, !next.contains(":"),
        next.split(at: ",").count <= 3
      else { break }
      let isPart =
        Lexicon.shared.roles.contains(next) || Lexicon.shared.degrees.contains(next)
        || OrganizationText.isInstitution(next) || OrganizationText.isUnit(next)
      let isAlone = lines.count == dated + 2
      guard isPart || isAlone else { break }
      accepted.append(next)
    }
    return accepted
  }

  /// Whether a line begins or ends with a date; a date within a sentence does not make an entry.
  static func startsOrEndsWithDate(_ line: Span) -> Bool {
    guard let found = DateParser.firstInterval(in: line) else { return false }
    let bare = line.trimming("(),.|:*")
    if found.range.lowerBound <= bare.lower + 1 || found.range.upperBound >= bare.upper - 1 {
      return true
    }
    // “…, Berlin (2020–2021). Host: Ada Quill”, “…, 2020–2021, Berlin. Built things.”: the header
    // ends before the sentence.
    let after = line.from(found.range.upperBound)
    if let sentence = after.split(at: ".;").first,
      sentence.upper < after.trimmed.upper, let sign = after.folded.first, sign.isOne(of: "),")
    {
      let place = sentence.trimming("), ")
      if place.isEmpty
        || (place.containsHan ? place.count <= 6 : place.wordCount <= 3 && isCapitalized(place))
      {
        return true
      }
    }
    // “2021 – 2026 (expected)”: a remark on the date or on the entry.
    let rest = line.from(found.range.upperBound).trimming(",.;|:* ")
    return rest.brackets.first == rest.range
      || remarksOnDates.contains(rest.trimming("()[] ").foldedString)
  }

  private static let remarksOnDates: Set<String> = [
    "expected", "anticipated", "exp", "est", "tentative", "预计", "预计毕业", "在读",
  ]

  static func successivePositions(in line: Span) -> [Span]? {
    guard line.contains("(") else { return nil }
    let pieces = line.split(at: ",;\t", nesting: true)
    return pieces.count > 1 && pieces.allSatisfy(isDatedRole) ? pieces : nil
  }

  private static func isDatedRole(_ piece: Span) -> Bool {
    guard let bracket = piece.brackets.last, bracket.upperBound == piece.upper,
      DateParser.firstInterval(in: piece.slice(bracket)) != nil
    else { return false }
    return Lexicon.shared.roles.contains(piece.to(bracket.lowerBound))
  }
}
