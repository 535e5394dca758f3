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
}

extension CareerEntry {
  /// From -1.5, for a name alone that nothing shows to be one, to 1.4, for a certain organization with a period and a
  /// title.
  var completeness: Double {
    let isCertain = OrganizationText.isInstitution(organization.span)
    return (isCertain ? 1 : EntryCompleteness.uncertainOrganization)
      + (interval != nil ? 1 : 0) + (title != nil ? 1 : 0) - EntryCompleteness.cost
  }
}
