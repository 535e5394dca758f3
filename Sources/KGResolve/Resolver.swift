package import KGModel

/// Decides which nodes mean one person or one work, by evidence that can be shown.
///
/// Precision comes before recall: an equal name alone never joins two sources, and two authors of one paper
/// are never one person. Names in two scripts are compared by deriving pinyin from Han characters.
package struct Resolver {
  private let source: any AssertionSource
  private let evidence: Evidence

  /// - Throws: what reading the source throws.
  package init(_ source: any AssertionSource) throws {
    self.source = source
    evidence = try EvidenceReader.read(source)
  }

  /// The decisions, sorted by the nodes; empty when no two nodes are one.
  ///
  /// - Throws: what reading the source throws.
  package func decisions() throws -> [IdentityDecision] {
    try (owners() + variants() + namesakes() + works())
      .compactMap(decision)
      .sorted { ($0.first.sortKey, $0.second.sortKey) < ($1.first.sortKey, $1.second.sortKey) }
  }

  /// Two nodes that are one, by their numbers.
  private struct Finding {
    let first: Int64
    let second: Int64
    let reasons: [IdentityReason]
  }

  private func decision(_ finding: Finding) throws -> IdentityDecision? {
    guard let first = try source.term(finding.first), let second = try source.term(finding.second)
    else { return nil }
    let isOrdered = first.sortKey <= second.sortKey
    return IdentityDecision(
      first: isOrdered ? first : second, second: isOrdered ? second : first,
      reasons: finding.reasons)
  }

  private func finding(_ left: Int, _ right: Int, _ reasons: [IdentityReason]) -> Finding {
    Finding(first: evidence.people[left], second: evidence.people[right], reasons: reasons)
  }

  // MARK: Within a document

  private func owners() -> [Finding] {
    evidence.owners.flatMap { owner in
      OwnerForms(of: owner, in: evidence).forms.map { finding(owner, $0.author, $0.reasons) }
    }
  }

  /// One name printed in two ways within a document: family name first, or a middle initial left out; or the
  /// syllables of a given name apart, hyphenated or together.
  private func variants() -> [Finding] {
    let inWords = variants(
      minimumSharedCount: 2, description: "have the same words, initials aside", by: Self.fullWords)
    let inSyllables = variants(
      minimumSharedCount: 1, description: "have the same letters", by: Self.joinedGivenName)
    var known = Set(inWords.map { Pair(left: Int($0.first), right: Int($0.second)) })
    return inWords
      + inSyllables.filter {
        known.insert(Pair(left: Int($0.first), right: Int($0.second))).inserted
      }
  }

  /// What two folded names are compared by.
  private struct NameForm {
    /// The number of the form of its words.
    let number: Int
    let initials: Set<Substring>
  }

  /// - Parameters:
  ///   - minimumSharedCount: The number of coauthors that both must have.
  ///   - form: The form of a folded name that both must share.
  private func variants(
    minimumSharedCount: Int, description: String, by form: (String) -> String
  ) -> [Finding] {
    var forms = Interner<String>()
    var formOfKey: [Int: NameForm] = [:]
    var entries: [BlockEntry] = []
    for person in evidence.people.indices {
      for key in evidence.keys(of: person) {
        let name = evidence.texts.folded(key)
        let own =
          formOfKey[key]
          ?? NameForm(number: forms.add(form(name)).number, initials: Self.initials(name))
        formOfKey[key] = own
        entries.append(
          BlockEntry(block: own.number, document: evidence.document(of: person), member: person))
      }
    }
    let formsOf = { person in evidence.keys(of: person).compactMap { formOfKey[$0] } }
    return pairs(entries, withinDocument: true).compactMap { left, right in
      guard evidence.worksOfPerson[left].isDisjoint(with: evidence.worksOfPerson[right]),
        !evidence.areNamesakes(left, right),
        Self.hasCompatibleInitials(formsOf(left), formsOf(right))
      else { return nil }
      let shared = evidence.coauthorKeys(of: left).intersection(evidence.coauthorKeys(of: right))
      guard shared.count >= minimumSharedCount else { return nil }
      let names = [left, right].map { evidence.names(of: $0).first ?? "" }
      return finding(
        left, right,
        [
          IdentityReason(
            rule: "name-variant", weight: 0.6, detail: "\(names[0]) and \(names[1]) \(description)"),
          sharedCoauthors(shared),
        ])
    }
  }

  /// Whether the initials of two names with the same words agree: `Ada Lovelace` may be `Ada B. Lovelace`, and
  /// `Ada B. Lovelace` is not `Ada C. Lovelace`.
  private static func hasCompatibleInitials(_ left: [NameForm], _ right: [NameForm]) -> Bool {
    left.contains { left in
      right.contains { right in
        left.number == right.number
          && (left.initials.isSubset(of: right.initials)
            || right.initials.isSubset(of: left.initials))
      }
    }
  }

  // MARK: Across documents

  /// Equal full names in two documents, with a work, two coauthors, an organization or an identifier in
  /// common.
  private func namesakes() -> [Finding] {
    let entries = evidence.people.indices.flatMap { person in
      Set(
        evidence.namesOfPerson[person].filter(evidence.texts.isFullName).map(evidence.texts.key)
      ).map {
        BlockEntry(block: $0, document: evidence.document(of: person), member: person)
      }
    }
    return pairs(entries, withinDocument: false).compactMap { left, right in
      guard !evidence.areNamesakes(left, right) else { return nil }
      let reasons = reasonsAcross(left, right)
      guard !reasons.isEmpty else { return nil }
      let leftNames = evidence.names(of: left)
      let name =
        Set(leftNames).intersection(evidence.names(of: right)).min() ?? leftNames.first ?? ""
      let equal = IdentityReason(rule: "equal-name", weight: 0.5, detail: "both are named \(name)")
      return finding(left, right, [equal] + reasons)
    }
  }

  private func reasonsAcross(_ left: Int, _ right: Int) -> [IdentityReason] {
    var reasons: [IdentityReason] = []
    let titles = evidence.titleKeys(of: left).intersection(evidence.titleKeys(of: right))
    if let title = titles.map(evidence.texts.folded).min() {
      reasons.append(
        IdentityReason(rule: "shared-work", weight: 0.9, detail: "both wrote “\(title)”"))
    }
    let coauthors = evidence.coauthorKeys(of: left).intersection(evidence.coauthorKeys(of: right))
    if coauthors.count >= 2 { reasons.append(sharedCoauthors(coauthors)) }
    let organizations = evidence.organizationsOfPerson
    if !organizations[left].isDisjoint(with: organizations[right]) {
      reasons.append(
        IdentityReason(
          rule: "shared-organization", weight: 0.6, detail: "both are at the same organization"))
    }
    if !evidence.identifiersOfPerson[left].isDisjoint(with: evidence.identifiersOfPerson[right]) {
      reasons.append(
        IdentityReason(
          rule: "shared-identifier", weight: 1, detail: "both have the same identifier"))
    }
    return reasons
  }

  /// One work in two documents: the same title, and an author, or year and venue, in common.
  private func works() throws -> [Finding] {
    let entries = evidence.works.indices.compactMap { work -> BlockEntry? in
      guard let title = evidence.works[work].title, evidence.texts.isDistinctiveTitle(title) else {
        return nil
      }
      return BlockEntry(
        block: evidence.texts.key(title), document: evidence.works[work].document, member: work)
    }
    return try pairs(entries, withinDocument: false).compactMap { left, right in
      let (leftWork, rightWork) = (evidence.works[left], evidence.works[right])
      let title = [leftWork, rightWork].compactMap(\.title).map(evidence.texts.string).min() ?? ""
      var reasons = [
        IdentityReason(rule: "equal-title", weight: 0.7, detail: "both are titled “\(title)”")
      ]
      let authors = evidence.authorKeys(of: left).intersection(evidence.authorKeys(of: right))
      if !authors.isEmpty {
        reasons.append(
          IdentityReason(
            rule: "shared-author", weight: 0.8,
            detail: authors.map(evidence.texts.folded).sorted().prefix(3).joined(separator: ", ")))
      }
      if let year = leftWork.year, year == rightWork.year, leftWork.venue == rightWork.venue {
        reasons.append(
          IdentityReason(
            rule: "same-year-and-venue", weight: 0.6,
            detail: try source.term(year)?.literal?.lexicalForm ?? ""))
      }
      return reasons.count > 1
        ? Finding(first: leftWork.node, second: rightWork.node, reasons: reasons) : nil
    }
  }

  // MARK: Helpers

  /// A person or a work in a block: the candidates that share a name or a title.
  private struct BlockEntry {
    let block: Int
    let document: Int
    let member: Int
  }

  private struct Pair: Hashable {
    let left: Int
    let right: Int
  }

  /// The candidate pairs of all blocks, each once, within one document or across two. A block over the maximum size is
  /// skipped: so common a name identifies no one.
  private func pairs(_ entries: [BlockEntry], withinDocument: Bool) -> [(Int, Int)] {
    let sorted = entries.sorted {
      ($0.block, $0.document, $0.member) < ($1.block, $1.document, $1.member)
    }
    var found: Set<Pair> = []
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].block == sorted[start].block,
        !withinDocument || sorted[end].document == sorted[start].document
      {
        end += 1
      }
      let block = sorted[start..<end]
      start = end
      guard block.count <= Self.maximumBlockSize else { continue }
      for (offset, left) in block.enumerated() {
        for right in block.dropFirst(offset + 1)
        where withinDocument || left.document != right.document {
          found.insert(
            Pair(left: min(left.member, right.member), right: max(left.member, right.member)))
        }
      }
    }
    return found.map { ($0.left, $0.right) }
  }

  /// Candidate pairs grow as n². A name with more mentions than this needs stronger evidence than these rules have.
  private static let maximumBlockSize = 500

  /// The words of a folded name without initials, in alphabetical order; all words when that would leave one.
  private static func fullWords(_ name: String) -> String {
    let words = name.split(separator: " ")
    let full = words.filter { $0.count > 1 }
    return (full.count >= 2 ? full : words).sorted().joined(separator: " ")
  }

  /// The name with its given names as one word: `si yuan qiao` is `siyuan qiao`. Initials stay words, and a
  /// name without a given name stays as it is.
  private static func joinedGivenName(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 2, let family = words.last, words.allSatisfy({ $0.count > 1 }) else {
      return name
    }
    return words.dropLast().joined() + " " + family
  }

  private static func initials(_ name: String) -> Set<Substring> {
    Set(name.split(separator: " ").filter { $0.count == 1 })
  }

  private func sharedCoauthors(_ keys: Set<Int>) -> IdentityReason {
    let names = keys.map(evidence.texts.folded).sorted()
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return IdentityReason(
      rule: "shared-coauthors", weight: 0.7, detail: names.prefix(3).joined(separator: ", ") + more)
  }
}

extension Term {
  fileprivate var sortKey: String { iri?.value ?? "" }
}
