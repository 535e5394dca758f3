internal import KGLexicon
internal import KGText

extension AffiliationRecord {
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
}
