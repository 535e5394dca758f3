internal import KGLexicon
internal import KGModel
internal import KGText

/// How much of what an entry usually has was found, less what one entry costs: a reading that divides
/// an entry in two has less than one that keeps it whole.
private enum EntryCompleteness {
  /// For each entry.
  static let cost = 1.6
  /// For an organization that neither the table nor the words of its name show to be one.
  static let uncertainOrganization = 0.1

  static func value(_ organization: Stated<String>, hasPeriod: Bool, hasTitle: Bool) -> Double {
    (OrganizationText.isInstitution(organization.span) ? 1 : uncertainOrganization)
      + (hasPeriod ? 1 : 0) + (hasTitle ? 1 : 0) - cost
  }
}

extension AffiliationRecord {
  /// From -1.5, for a name alone that nothing shows to be one, to 1.4, for a certain organization with a period and a role.
  var completeness: Double {
    EntryCompleteness.value(organization, hasPeriod: interval != nil, hasTitle: role != nil)
  }
}

extension EducationRecord {
  /// As for positions, with the degree in place of the role.
  var completeness: Double {
    EntryCompleteness.value(organization, hasPeriod: interval != nil, hasTitle: degree != nil)
  }
}
