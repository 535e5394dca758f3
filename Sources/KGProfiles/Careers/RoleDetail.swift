internal import KGLexicon
internal import KGText

extension AffiliationRecord {
  /// The position with a role that ends before its own unit or organization, if it contains it: “Lecturer at the Faculty of
  /// Tides”. “Head of the Tide Group” is one role.
  var withoutPlaceInRole: AffiliationRecord {
    guard let role,
      // The texts differ where words about advisers were blanked in one of them.
      let start = [unit?.span, organization.span].compactMap({ $0?.byteRange.lowerBound }).lazy
        .compactMap({ byte in role.span.range.first { role.span.text.byte(of: $0) == byte } })
        .first,
      case let before = role.span.to(start).trimmed,
      let word = Lexicon.shared.entryWords.matches(in: before).last,
      word.value == .at, word.range.upperBound == before.upper,
      case let name = before.to(word.range.lowerBound).trimming(",:-–("),
      Lexicon.shared.roles.contains(name)
    else { return self }
    var record = self
    record.role = Stated(name.collapsed, name, rule: role.rule)
    return record
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
