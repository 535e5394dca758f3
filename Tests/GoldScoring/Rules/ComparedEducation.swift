/// A programme of study: the organization matches, the levels of the degrees do not differ, and the
/// periods are not disjoint.
struct ComparedEducation: ComparedEntry {
  static let field = Field.education
  /// The share of the longer field's words that has to be common.
  private static let fieldShare = 0.4

  let entry: EducationEntry
  let organization: OrganizationNames
  let period: Period
  private let degrees: [Degree]
  private let fields: [FoldedText]

  init(gold entry: EducationEntry) {
    let accept = entry.accept
    self.init(
      entry,
      OrganizationNames(
        gold: statedValues(entry.organization, accept?.organization),
        units: statedValues(entry.unit, accept?.unit)),
      degrees: statedValues(entry.degree, accept?.degree),
      fields: statedValues(entry.field, accept?.field))
  }

  init(predicted entry: EducationEntry) {
    self.init(
      entry, OrganizationNames(predicted: entry.organization),
      degrees: statedValues(entry.degree, nil), fields: statedValues(entry.field, nil))
  }

  private init(
    _ entry: EducationEntry, _ organization: OrganizationNames, degrees: [String], fields: [String]
  ) {
    self.entry = entry
    self.organization = organization
    period = Period(entry)
    self.degrees = degrees.map { Degree($0) }
    self.fields = fields.map { FoldedText($0) }
  }

  func matches(_ predicted: ComparedEducation) -> Bool {
    organization.matches(predicted.organization) && !period.isDisjoint(from: predicted.period)
      && !hasOtherLevel(predicted)
  }

  func rank(of predicted: ComparedEducation) -> Double {
    let sameDates = predicted.period.hasDates && period.agrees(with: predicted.period)
    let sameField = fields.contains { field in predicted.fields.contains { field.isSimilar(to: $0) }
    }
    return (hasSameDegree(predicted) ? 3 : 0) + (sameDates ? 2 : 0) + (sameField ? 1 : 0)
  }

  /// Whether all levels are known and the predicted one is not among those of gold.
  private func hasOtherLevel(_ predicted: ComparedEducation) -> Bool {
    guard let level = predicted.degrees.first?.level, !degrees.isEmpty else { return false }
    return degrees.allSatisfy { $0.level != nil && $0.level != level }
  }

  private func hasSameDegree(_ predicted: ComparedEducation) -> Bool {
    degrees.contains { degree in predicted.degrees.contains { degree.matches($0) } }
  }

  static var values: [ComparedValue<ComparedEducation>] {
    [
      ComparedValue(
        field: .degree, isStated: \.entry.degree.isStated, hasAccepted: { $0.degree != nil },
        matches: { $0.hasSameDegree($1) }),
      ComparedValue(
        field: .educationDates, isStated: \.period.hasDates, hasAccepted: { $0.start != nil },
        matches: { $0.period.agrees(with: $1.period) }),
      ComparedValue(
        field: .fieldOfStudy, isStated: \.entry.field.isStated, hasAccepted: { $0.field != nil },
        matches: { gold, predicted in
          gold.fields.contains { field in
            predicted.fields.contains { field.isSimilar(to: $0, sharing: fieldShare) }
          }
        }),
    ]
  }
}
