/// A position: the organization matches and the periods are not disjoint.
struct ComparedAffiliation: ComparedEntry {
  static let field = Field.affiliations
  /// A unit counts as right when this share of the longer one's words is common: units are printed
  /// with more or fewer levels.
  private static let unitShare = 0.3

  let entry: AffiliationEntry
  let organization: OrganizationNames
  let period: Period
  private let roles: [FoldedText]
  private let units: [FoldedText]

  init(gold entry: AffiliationEntry) {
    let accept = entry.accept
    let units = statedValues(entry.unit, accept?.unit)
    self.init(
      entry,
      OrganizationNames(
        gold: statedValues(entry.organization, accept?.organization), units: units),
      roles: statedValues(entry.role, accept?.role), units: units)
  }

  init(predicted entry: AffiliationEntry) {
    self.init(
      entry, OrganizationNames(predicted: entry.organization),
      roles: statedValues(entry.role, nil), units: statedValues(entry.unit, nil))
  }

  private init(
    _ entry: AffiliationEntry, _ organization: OrganizationNames, roles: [String], units: [String]
  ) {
    self.entry = entry
    self.organization = organization
    period = Period(entry)
    self.roles = roles.map { FoldedText($0) }
    self.units = units.map { FoldedText($0) }
  }

  func matches(_ predicted: ComparedAffiliation) -> Bool {
    organization.matches(predicted.organization) && !period.isDisjoint(from: predicted.period)
  }

  func rank(of predicted: ComparedAffiliation) -> Double {
    rankOfDates(predicted) + rankOfRole(predicted) + (hasSameUnit(predicted) ? 0.5 : 0)
  }

  private func rankOfDates(_ predicted: ComparedAffiliation) -> Double {
    guard period.hasDates && predicted.period.hasDates else { return 0 }
    return period.agrees(with: predicted.period) ? 3 : 1
  }

  private func rankOfRole(_ predicted: ComparedAffiliation) -> Double {
    if hasSameRole(predicted) {
      return roles.contains { $0.letters == predicted.roles.first?.letters } ? 3 : 2
    }
    return entry.role.isStated && predicted.entry.role.isStated ? 0 : 0.5
  }

  private func hasSameRole(_ predicted: ComparedAffiliation) -> Bool {
    roles.contains { role in predicted.roles.contains { role.isSimilar(to: $0) } }
  }

  private func hasSameUnit(_ predicted: ComparedAffiliation) -> Bool {
    units.contains { unit in
      predicted.units.contains { unit.isSimilar(to: $0, sharing: Self.unitShare) }
    }
  }

  static var values: [ComparedValue<ComparedAffiliation>] {
    [
      ComparedValue(
        field: .affiliationDates, isStated: \.period.hasDates, hasAccepted: { $0.start != nil },
        matches: { $0.period.agrees(with: $1.period) }),
      ComparedValue(
        field: .affiliationRole, isStated: \.entry.role.isStated, hasAccepted: { $0.role != nil },
        matches: { $0.hasSameRole($1) }),
      ComparedValue(
        field: .affiliationUnit, isStated: \.entry.unit.isStated, hasAccepted: { $0.unit != nil },
        matches: { $0.hasSameUnit($1) }),
    ]
  }

  /// Whether the predicted position only repeats one of the programmes of study.
  func restates(_ studies: [ComparedEducation]) -> Bool {
    let isStudent = entry.role.map { role in
      role.isEmpty || DegreeTable.studentRoles.occur(in: FoldedText.fold(role))
    }
    return isStudent ?? true
      && studies.contains {
        $0.organization.matches(organization) && !$0.period.isDisjoint(from: period)
      }
  }
}
