internal import KGLexicon
internal import KGText

extension OrganizationText {
  /// Whether a heading names an organization, perhaps with a unit after a dash.
  static func isHeadingOfOrganization(_ heading: Span) -> Bool {
    guard let first = EntryHeader.pieces(of: heading, for: .employment).first else { return false }
    return OrganizationAuthority.shared.match(first) != nil
      || (isInstitution(first) && first.range != heading.range)
  }
}
