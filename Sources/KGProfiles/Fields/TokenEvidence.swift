internal import KGLexicon
internal import KGModel
internal import KGText

/// What the tables of words say about one token of an entry.
struct TokenEvidence {
  /// Where a token stands in the words that were found.
  enum Place: Int { case none, first, inside }

  fileprivate(set) var role = Place.none
  fileprivate(set) var roleKind: MembershipKind?
  fileprivate(set) var degree = Place.none
  fileprivate(set) var organization = Place.none
  fileprivate(set) var isOrganizationKnown = false
  fileprivate(set) var organizationWord: OrganizationLevel?
  fileprivate(set) var isPlace = false
  fileprivate(set) var isDate = false
  fileprivate(set) var isAdviser = false

  /// Looks at the tokens of one line.
  ///
  /// - Parameters:
  ///   - annotations: What the annotators find in the line.
  ///   - hidesOrganizations: Whether no organization counts as known.
  static func evidence(
    of tokens: [TextToken], in line: Span, _ annotations: LineAnnotations,
    hidesOrganizations: Bool
  ) -> [TokenEvidence] {
    var found = Array(repeating: TokenEvidence(), count: tokens.count)
    func mark(_ range: Range<Int>, _ change: (inout TokenEvidence, Place) -> Void) {
      var place = tokens.indices.partitioningIndex {
        tokens[$0].range.upperBound > range.lowerBound
      }
      var isFirst = true
      while place < tokens.count, tokens[place].range.lowerBound < range.upperBound {
        change(&found[place], isFirst ? .first : .inside)
        isFirst = false
        place += 1
      }
    }
    for match in annotations.intervals { mark(match.range) { token, _ in token.isDate = true } }
    for match in annotations.roles {
      mark(match.range) { token, place in
        token.role = place
        token.roleKind = match.value
      }
    }
    for match in annotations.degrees {
      mark(match.range) { token, place in token.degree = place }
    }
    for match in annotations.organizationWords {
      mark(match.range) { token, _ in token.organizationWord = match.value }
    }
    for match in Lexicon.shared.places.matches(in: line) {
      mark(match.range) { token, _ in token.isPlace = true }
    }
    for match in annotations.adviserWords {
      mark(match.range) { token, _ in token.isAdviser = true }
    }
    for piece in line.split(at: ",;|\t\n()") {
      var rest = piece
      while !rest.isEmpty, let match = OrganizationText.find(in: rest) {
        let institution = match.institution
        let isKnown =
          !hidesOrganizations && OrganizationAuthority.shared.match(institution) != nil
        if isKnown || OrganizationText.level(of: institution) == .institution {
          mark(institution.range) { token, place in
            token.organization = place
            token.isOrganizationKnown = isKnown
          }
        }
        guard institution.upper > rest.lower else { break }
        rest = rest.from(institution.upper).trimmed
      }
    }
    return found
  }
}
