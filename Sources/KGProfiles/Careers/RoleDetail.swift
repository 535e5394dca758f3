internal import KGLexicon
internal import KGText

extension AffiliationRecord {
  /// The position with a role that ends before its own unit or organization, if it contains it: “Lecturer at the Faculty of
  /// Tides”. “Head of the Tide Group” is one role.
  var withoutPlaceInRole: AffiliationRecord {
    guard let role else { return self }
    let own = [unit?.span, organization.span].compactMap { $0?.byteRange.lowerBound }
    for word in Lexicon.shared.entryWords.matches(in: role.span) where word.value == .at {
      let name = role.span.to(word.range.lowerBound).trimming(",:-–(")
      let place = Self.withoutArticle(role.span.from(word.range.upperBound).trimmed)
      // The texts differ where words about advisers were blanked in one of them.
      let isOwn = !place.isEmpty && own.contains(place.byteRange.lowerBound)
      guard isOwn || unit == nil && OrganizationText.isUnit(place),
        Lexicon.shared.roles.contains(name)
      else { continue }
      var record = self
      record.role = Stated(name.collapsed, name, rule: role.rule)
      if !isOwn { record.unit = Stated(place.collapsed, place, rule: .entryUnit) }
      return record
    }
    return self
  }

  /// The text without a first word in lower case: “the Faculty of Tides”.
  private static func withoutArticle(_ place: Span) -> Span {
    guard let first = place.words.first, first.lower == place.lower,
      first.scalars.first.map({ $0.isASCII && $0.isLetter && !$0.isUpper }) == true,
      place.text.scalars[min(first.upper, place.upper - 1)] == " "
    else { return place }
    return place.from(first.upper).trimmed
  }

  /// The position with a role that ends before what is done in it: “Research Engineer working on speech”.
  var withoutRoleDetail: AffiliationRecord {
    guard let role,
      let word = Lexicon.shared.entryWords.matches(in: role.span).first(where: {
        $0.value == .roleDetail
      }),
      case let name = role.span.to(word.range.lowerBound).trimming(",:-–("), !name.isEmpty,
      Lexicon.shared.roles.contains(name)
    else { return self }
    var record = self
    record.role = Stated(name.collapsed, name, rule: role.rule)
    return record
  }

  /// Whether the role is a service to something that is no institution: “Area Chair, ICML”, 副主编 of a journal.
  var isForJournalOrConference: Bool {
    guard kind == .service, let role else { return false }
    return Lexicon.shared.cueWords.matches(in: role.span).contains { $0.value == .service }
      && !OrganizationText.isInstitution(organization.span)
  }
}
