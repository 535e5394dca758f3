internal import KGLexicon
internal import KGModel
internal import KGText

/// Chooses between two readings of a section: that by rules and that by fitted weights.
extension Career {
  /// The reading whose entries are the more complete, with the complete entries that only the other has,
  /// and with the units and subjects of the fitted reading, which rules find less well.
  ///
  /// `docs/extraction.md` has the figures by which the bounds were chosen.
  static func best(rules: Career, fields: Career) -> Career {
    let takesFields =
      fields.completeness - margin > rules.completeness
      || rules.affiliations.isEmpty && rules.education.isEmpty && fields.isUndatedList
    var (best, other) = (rules, takesFields ? rules : fields)
    if takesFields {
      best.affiliations = fields.affiliations
      best.education = fields.education
    } else {
      takeOrganizations(of: fields.affiliations, into: &best.affiliations)
      takeOrganizations(of: fields.education, into: &best.education)
      takeDetails(of: fields.affiliations, into: &best.affiliations)
      takeDetails(of: fields.education, into: &best.education) {
        $0.field = $1.field ?? ($0.degreeLeadsToField ? $0.field : nil)
      }
      best.takeStints(from: fields)
    }
    other.affiliations.removeAll { $0.completeness < leastCompleteness }
    let isNothingRead = best.affiliations.isEmpty && best.education.isEmpty
    other.education.removeAll {
      $0.completeness < (isNothingRead ? leastCompletenessAlone : leastCompleteness)
    }
    best.addMissing(of: other)
    best.addListedStints()
    return best
  }

  /// How much more complete the fitted reading has to be.
  private static let margin = 1.0
  /// That of an entry which only one reading has: one with a certain organization, a period and a title.
  private static let leastCompleteness = 1.0
  /// That of a degree of a section where nothing else was read: one with a certain organization and a title.
  private static let leastCompletenessAlone = 0.3

  /// Whether there are several organizations, each with a role or a degree.
  private var isUndatedList: Bool {
    affiliations.count + education.count > 1
      && affiliations.allSatisfy { $0.title != nil } && education.allSatisfy { $0.title != nil }
  }

  private var completeness: Double {
    affiliations.reduce(0) { $0 + $1.completeness } + education.reduce(0) { $0 + $1.completeness }
  }

  /// Takes the organization of the fitted reading where the organization of the rules is only a part of its name
  /// (“Université de Quillon” of “Université de Quillon-IV”), or where nothing shows that it is an organization.
  private static func takeOrganizations<Entry: CareerEntry>(
    of fields: [Entry], into entries: inout [Entry]
  ) {
    for index in entries.indices {
      guard let other = better(than: entries[index], in: fields) else { continue }
      entries[index].organization = other.organization
      entries[index].unit = other.unit
    }
  }

  /// The entry with the same period whose organization is better; `nil` when there is none. An organization that
  /// several entries share is inherited, which the rules can do as well.
  private static func better<Entry: CareerEntry>(than own: Entry, in fields: [Entry]) -> Entry? {
    guard let period = own.interval?.span.byteRange else { return nil }
    let same = fields.filter { $0.interval?.span.byteRange == period }
    guard same.count == 1, let other = same.first,
      isBetter(other.organization.span, than: own.organization.span),
      fields.count(where: {
        $0.organization.span.byteRange == other.organization.span.byteRange
      }) == 1
    else { return nil }
    return other
  }

  private static func isBetter(_ name: Span, than part: Span) -> Bool {
    guard name.byteRange != part.byteRange else { return false }
    guard contains(name, part) else { return !OrganizationText.isInstitution(part) }
    // A town or an address after the name does not belong to it, and a department before it is its unit.
    let after = name.from(part.upper)
    return after.hasPrefix("-") || Lexicon.shared.organizationWords.contains(after)
      || OrganizationText.enumerationStart(before: part.lower, in: name) != nil
  }

  private static func contains(_ whole: Span, _ part: Span) -> Bool {
    whole.byteRange.lowerBound <= part.byteRange.lowerBound
      && part.byteRange.upperBound <= whole.byteRange.upperBound
  }

  /// Takes all positions of one role at one organization where the fitted reading has several of them: “May 2018 –
  /// Aug. 2018; May 2019 – Aug. 2019”.
  private mutating func takeStints(from fields: Career) {
    func places(_ record: AffiliationRecord) -> [Range<Int>] {
      [record.organization.span.byteRange] + [record.role?.span.byteRange].compactMap { $0 }
    }
    for (_, stints) in Dictionary(grouping: fields.affiliations, by: places) where stints.count > 1
    {
      let own = affiliations.indices.filter { places(affiliations[$0]) == places(stints[0]) }
      let others = affiliations.indices.filter { $0 != own.first }
        .compactMap { affiliations[$0].interval?.span.byteRange }
      guard own.count == 1,
        !stints.contains(where: { stint in
          stint.interval.map { others.contains($0.span.byteRange) } ?? true
        })
      else { continue }
      affiliations.replaceSubrange(own[0]...own[0], with: stints)
    }
  }

  /// Adds a position for each further date in a list of dates: “Teaching Assistant, Summer 2013, 2014”.
  private mutating func addListedStints() {
    let read = ByteRanges(affiliations.compactMap { $0.interval?.span.byteRange })
    affiliations = affiliations.flatMap { position -> [AffiliationRecord] in
      guard let own = position.interval, own.value.isDate else {
        return [position]
      }
      let line = own.span.line
      let dates = DateParser.intervals(in: line).drop { !$0.range.overlaps(own.span.range) }
      var stints = [position]
      for (last, date) in zip(dates, dates.dropFirst()) {
        guard date.value.isDate,
          DateParser.isListed(date, after: last, in: line)
        else { break }
        let span = line.slice(date.range)
        guard !read.overlaps(span.byteRange) else { continue }
        var stint = position
        stint.interval = Stated(date.value, span, rule: own.rule)
        stints.append(stint)
      }
      return stints
    }
  }

  /// Takes the units of the entries that both readings have, and titles that the rules did not find.
  ///
  /// - Parameter more: Takes what only such entries have.
  private static func takeDetails<Entry: CareerEntry>(
    of fields: [Entry], into entries: inout [Entry],
    more: (inout Entry, Entry) -> Void = { _, _ in }
  ) {
    for index in entries.indices {
      let own = entries[index]
      let same = fields.filter { isSame($0, own) }
      guard same.count == 1, let other = same.first,
        entries.count(where: { isSame($0, own) }) == 1
      else { continue }
      entries[index].unit = unit(rules: own.unit, fields: other.unit)
      entries[index].title = own.title ?? other.title
      more(&entries[index], other)
    }
  }

  /// The unit of the fitted reading; that of the rules if it has more levels around the same one, or if
  /// only the rules found one and its words, or its place after the role, show that it is a unit.
  private static func unit(rules: Stated<String>?, fields: Stated<String>?) -> Stated<String>? {
    guard let rules else { return fields }
    guard let fields else {
      return rules.rule == .entryTeam || OrganizationText.isUnit(rules.span) ? rules : nil
    }
    return contains(rules.span, fields.span) ? rules : fields
  }

  /// Whether two entries are read from the same place: their organizations overlap, and they have the
  /// same dates.
  private static func isSame(_ first: some CareerEntry, _ second: some CareerEntry) -> Bool {
    first.organization.span.byteRange.overlaps(second.organization.span.byteRange)
      && first.interval?.span.byteRange == second.interval?.span.byteRange
  }

  /// Adds entries of which no part has been read.
  mutating func addMissing(of other: Career) {
    let read = ByteRanges(
      (affiliations.flatMap { Self.spans($0) } + education.flatMap { Self.spans($0) }).map(
        \.byteRange))
    affiliations += other.affiliations.filter {
      !Self.spans($0).contains { read.overlaps($0.byteRange) }
    }
    education += other.education.filter { !Self.spans($0).contains { read.overlaps($0.byteRange) } }
  }

  private static func spans(_ entry: some CareerEntry) -> [Span] {
    [entry.organization.span] + [entry.title?.span, entry.interval?.span].compactMap { $0 }
  }
}
