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
      best.takeOrganizations(from: fields)
      best.takeDetails(from: fields)
      best.takeStints(from: fields)
    }
    other.affiliations.removeAll { $0.completeness < leastCompleteness }
    other.education.removeAll { $0.completeness < leastCompleteness }
    best.addMissing(of: other)
    return best
  }

  /// How much more complete the fitted reading has to be.
  private static let margin = 1.0
  /// That of an entry which only one reading has: one with a certain organization, a period and a title.
  private static let leastCompleteness = 1.0

  /// Whether there are several organizations, each with a role or a degree.
  private var isUndatedList: Bool {
    affiliations.count + education.count > 1
      && affiliations.allSatisfy { $0.role != nil } && education.allSatisfy { $0.degree != nil }
  }

  private var completeness: Double {
    affiliations.reduce(0) { $0 + $1.completeness } + education.reduce(0) { $0 + $1.completeness }
  }

  /// Takes the organization of the fitted reading where it has the one of the rules in it, “Université de Quillon-IV”
  /// and “Université de Quillon”, and where nothing shows that the one of the rules is an organization.
  private mutating func takeOrganizations(from fields: Career) {
    let positions = fields.affiliations.map { Employer($0.organization, $0.unit, $0.interval) }
    for index in affiliations.indices {
      let own = affiliations[index]
      guard let other = Employer.better(than: own.organization, own.interval, in: positions) else {
        continue
      }
      (affiliations[index].organization, affiliations[index].unit) = (other.name, other.unit)
    }
    let degrees = fields.education.map { Employer($0.organization, $0.unit, $0.interval) }
    for index in education.indices {
      let own = education[index]
      guard let other = Employer.better(than: own.organization, own.interval, in: degrees) else {
        continue
      }
      (education[index].organization, education[index].unit) = (other.name, other.unit)
    }
  }

  /// The organization of an entry, and its period, by which entries of two readings are the same.
  private struct Employer {
    let name: Stated<String>
    let unit: Stated<String>?
    let interval: Stated<Interval>?

    init(_ name: Stated<String>, _ unit: Stated<String>?, _ interval: Stated<Interval>?) {
      (self.name, self.unit, self.interval) = (name, unit, interval)
    }

    /// The one that stands beside the same period and is better than an organization of the rules; `nil` when none
    /// is. One that several entries share is inherited, which the rules can do as well.
    static func better(
      than name: Stated<String>, _ interval: Stated<Interval>?, in others: [Employer]
    ) -> Employer? {
      guard let period = interval?.span.byteRange else { return nil }
      let same = others.filter { $0.interval?.span.byteRange == period }
      guard same.count == 1, let other = same.first, isBetter(other.name, than: name),
        others.count(where: { $0.name.span.byteRange == other.name.span.byteRange }) == 1
      else { return nil }
      return other
    }

    private static func isBetter(_ name: Stated<String>, than other: Stated<String>) -> Bool {
      let (whole, part) = (name.span.byteRange, other.span.byteRange)
      guard whole != part else { return false }
      guard whole.lowerBound <= part.lowerBound, part.upperBound <= whole.upperBound else {
        return !OrganizationText.isInstitution(other.span)
      }
      // A town or an address after the name does not belong to it, and a department before it is its unit.
      let before = name.span.to(other.span.lower).trimmed
      let after = name.span.from(other.span.upper)
      return after.hasPrefix("-") || Lexicon.shared.organizationWords.contains(after)
        || ["and", "&"].contains { before.lastWord?.foldedString == $0 }
    }
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

  /// Takes the units and subjects of the entries that both readings have.
  private mutating func takeDetails(from fields: Career) {
    for index in affiliations.indices {
      let same = fields.affiliations.filter {
        Self.isSame(
          ($0.organization, $0.interval),
          (affiliations[index].organization, affiliations[index].interval))
      }
      guard same.count == 1, let own = same.first else { continue }
      affiliations[index].unit = Self.unit(rules: affiliations[index].unit, fields: own.unit)
      affiliations[index].role = affiliations[index].role ?? own.role
    }
    for index in education.indices {
      let same = fields.education.filter {
        Self.isSame(
          ($0.organization, $0.interval), (education[index].organization, education[index].interval)
        )
      }
      guard same.count == 1, let own = same.first else { continue }
      education[index].unit = Self.unit(rules: education[index].unit, fields: own.unit)
      education[index].field = own.field
      education[index].degree = education[index].degree ?? own.degree
    }
  }

  /// The unit of the fitted reading; that of the rules if it has more levels around the same one, or if
  /// only the rules found one and its words show that it is a unit.
  private static func unit(rules: Stated<String>?, fields: Stated<String>?) -> Stated<String>? {
    guard let rules else { return fields }
    guard let fields else { return OrganizationText.isUnit(rules.span) ? rules : nil }
    let (whole, part) = (rules.span.byteRange, fields.span.byteRange)
    return whole.lowerBound <= part.lowerBound && part.upperBound <= whole.upperBound
      ? rules : fields
  }

  /// Whether two entries are read from the same place: their organizations overlap, and they have the
  /// same dates.
  private static func isSame(
    _ first: (Stated<String>, Stated<Interval>?), _ second: (Stated<String>, Stated<Interval>?)
  ) -> Bool {
    first.0.span.byteRange.overlaps(second.0.span.byteRange)
      && first.1?.span.byteRange == second.1?.span.byteRange
  }

  /// Adds entries of which no part has been read.
  mutating func addMissing(of other: Career) {
    let read = ByteRanges(
      (affiliations.flatMap(Self.spans) + education.flatMap(Self.spans)).map(\.byteRange))
    affiliations += other.affiliations.filter {
      !Self.spans($0).contains { read.overlaps($0.byteRange) }
    }
    education += other.education.filter { !Self.spans($0).contains { read.overlaps($0.byteRange) } }
  }

  private static func spans(_ record: AffiliationRecord) -> [Span] {
    [record.organization.span] + [record.role?.span, record.interval?.span].compactMap { $0 }
  }

  private static func spans(_ record: EducationRecord) -> [Span] {
    [record.organization.span] + [record.degree?.span, record.interval?.span].compactMap { $0 }
  }
}
