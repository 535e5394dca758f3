internal import KGLexicon
internal import KGModel
internal import KGText

/// Roles and degrees in statements.
extension StatementParser {
  mutating func add(_ title: ProseStatement.Title) {
    // 师从陈岚 | 教授
    if let last, last.isAdvisers,
      sentence.span.between(last.span.upper, title.span.lower).trimmed.isEmpty
    {
      return
    }
    // “trained as a physicist”
    if !title.isDegree, lead?.word == .as, current.verbs.last?.word == .study { return }
    // “Chief Executive Officer (CEO)”
    if !title.isDegree, isInBracket, last?.isTitle == true, isAcronym(title.span) { return }
    var title = title
    if !current.places.isEmpty {
      guard followsPlace(title) else {
        close(coordinated: hasAnd || hasComma)
        current.titles.append(title)
        return
      }
      title.followsPlace = true
    } else if let verb = current.verbs.last, let first = current.titles.last,
      verb.span.lower > first.span.upper, hasAnd || hasComma
    {
      close()
    }
    current.titles.append(title)
  }

  private func isAcronym(_ title: Span) -> Bool {
    title.wordCount == 1 && title.scalars.allSatisfy(\.isUpper)
  }

  /// Whether a role or degree after an organization belongs to it.
  private func followsPlace(_ title: ProseStatement.Title) -> Bool {
    let isListed = current.titles.last?.followsPlace == true
    if sentence.isEastAsian {
      return current.titles.isEmpty || isListed && (hasAnd || isInBracket)
    }
    if lead?.word == .as { return current.titles.isEmpty || isListed }
    if isInBracket { return current.titles.isEmpty || isListed }
    if current.says([.hire]) { return current.titles.isEmpty }
    // “graduated from X with a bachelor's degree”
    if title.isDegree, lead?.word == .with { return current.titles.isEmpty }
    return false
  }
}
