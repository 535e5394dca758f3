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
    let takesFields = fields.completeness - margin > rules.completeness
    var (best, other) = (rules, takesFields ? rules : fields)
    if takesFields {
      best.affiliations = fields.affiliations
      best.education = fields.education
    } else {
      best.takeDetails(from: fields)
    }
    other.affiliations.removeAll { $0.completeness < leastCompleteness }
    other.education.removeAll { $0.completeness < leastCompleteness }
    best.addMissing(of: other)
    return best
  }

  /// How much more complete the fitted reading has to be.
  private static let margin = 0.5
  /// That of an entry which only one reading has: one with an organization, a period and a title.
  private static let leastCompleteness = 0.9

  private var completeness: Double {
    affiliations.reduce(0) { $0 + $1.completeness } + education.reduce(0) { $0 + $1.completeness }
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
