public import KGModel

/// Decides which nodes mean one person or one work, by evidence that can be shown.
///
/// Precision comes before recall: a name alone never joins two sources, and two people on one paper
/// are never one. Names in two scripts are compared by deriving pinyin from Han characters.
public struct Resolver {
  private let evidence: Evidence

  /// - Parameter sources: what each source asserts.
  public init(_ sources: [[Triple]]) {
    evidence = Evidence(sources)
  }

  /// The decisions, in an order that depends on nothing but the nodes.
  public func decisions() -> [IdentityDecision] {
    (owners() + variants() + namesakes() + works())
      .map(Self.ordered)
      .sorted { ($0.first.sortKey, $0.second.sortKey) < ($1.first.sortKey, $1.second.sortKey) }
  }

  // MARK: Within a document

  /// The owner's name and its form in the author lists of the owner's own document: pinyin for a Han
  /// name, initials for a full one.
  private func owners() -> [IdentityDecision] {
    evidence.people.values.filter(\.isOwner).flatMap { owner -> [IdentityDecision] in
      let listed = evidence.listedWorks[owner.source] ?? []
      let authors = evidence.people.values.filter {
        $0.node != owner.node && $0.source == owner.source && $0.works.isDisjoint(with: owner.works)
      }
      return authors.compactMap { author in
        let present = author.works.intersection(listed).count
        // A coauthor may share the reading; the owner is in most lists of an own document.
        guard present > 0, present * 2 >= listed.count,
          let form = Self.ownersForm(owner.names, author.names)
        else { return nil }
        return IdentityDecision(
          first: owner.node, second: author.node,
          reasons: [
            form.reason,
            IdentityReason(
              rule: "owner-in-lists", weight: 0.9,
              detail:
                "\(form.name) is in \(present) of \(listed.count) author lists of the owner's document"
            ),
          ])
      }
    }
  }

  private static func ownersForm(
    _ ownerNames: Set<String>, _ authorNames: Set<String>
  ) -> (name: String, reason: IdentityReason)? {
    for owner in ownerNames.sorted() {
      for author in authorNames.sorted() {
        if owner.isHanName, Pinyin.spells(author, owner) {
          return (
            author, IdentityReason(rule: "pinyin", weight: 0.8, detail: "\(owner) reads \(author)")
          )
        }
        if isShortForm(author, of: owner) {
          return (
            author,
            IdentityReason(rule: "initials", weight: 0.7, detail: "\(author) is short for \(owner)")
          )
        }
      }
    }
    return nil
  }

  /// One name printed in two ways within a document: family name first, or a middle initial left out.
  private func variants() -> [IdentityDecision] {
    pairs(blockedBy: { person in
      person.names.map { name in
        "\(person.source) " + Self.fullWords(name).sorted().joined(separator: " ")
      }
    }).compactMap { left, right in
      guard left.source == right.source, left.works.isDisjoint(with: right.works) else {
        return nil
      }
      let shared = evidence.coauthorKeys(of: left).intersection(evidence.coauthorKeys(of: right))
      guard shared.count >= 2 else { return nil }
      let names = "\(left.names.sorted().first ?? "") and \(right.names.sorted().first ?? "")"
      return IdentityDecision(
        first: left.node, second: right.node,
        reasons: [
          IdentityReason(
            rule: "name-variant", weight: 0.6,
            detail: "\(names) have the same words, initials aside"),
          Self.sharedCoauthors(shared),
        ])
    }
  }

  // MARK: Across documents

  /// Equal full names in two sources, with a work, two coauthors, an organization or an identifier in
  /// common.
  private func namesakes() -> [IdentityDecision] {
    pairs(blockedBy: { $0.names.filter(Self.isFullName).map(foldedKey) }).compactMap {
      left, right in
      guard left.source != right.source else { return nil }
      let reasons = reasonsAcross(left, right)
      guard !reasons.isEmpty else { return nil }
      let name =
        left.names.intersection(right.names).sorted().first ?? left.names.sorted().first ?? ""
      let equal = IdentityReason(rule: "equal-name", weight: 0.5, detail: "both are named \(name)")
      return IdentityDecision(first: left.node, second: right.node, reasons: [equal] + reasons)
    }
  }

  private func reasonsAcross(_ left: Evidence.Person, _ right: Evidence.Person) -> [IdentityReason]
  {
    var reasons: [IdentityReason] = []
    let titles = Self.titles(left, evidence).intersection(Self.titles(right, evidence))
    if let title = titles.sorted().first {
      reasons.append(
        IdentityReason(rule: "shared-work", weight: 0.9, detail: "both wrote “\(title)”"))
    }
    let coauthors = evidence.coauthorKeys(of: left).intersection(evidence.coauthorKeys(of: right))
    if coauthors.count >= 2 { reasons.append(Self.sharedCoauthors(coauthors)) }
    if !left.organizations.isDisjoint(with: right.organizations) {
      reasons.append(
        IdentityReason(
          rule: "shared-organization", weight: 0.6, detail: "both are at the same organization"))
    }
    if !left.identifiers.isDisjoint(with: right.identifiers) {
      reasons.append(
        IdentityReason(
          rule: "shared-identifier", weight: 1, detail: "both have the same identifier"))
    }
    return reasons
  }

  /// One work in two sources: the same title, and an author, or year and venue, in common.
  private func works() -> [IdentityDecision] {
    var blocks: [String: [Evidence.Work]] = [:]
    for work in evidence.works.values where Self.isTelling(work.title) {
      blocks[foldedKey(work.title), default: []].append(work)
    }
    return blocks.values.flatMap { block in
      Self.pairs(of: block).compactMap { left, right in
        guard left.source != right.source else { return nil }
        var reasons = [
          IdentityReason(
            rule: "equal-title", weight: 0.7, detail: "both are titled “\(left.title)”")
        ]
        let authors = Self.authorKeys(left, evidence).intersection(Self.authorKeys(right, evidence))
        if !authors.isEmpty {
          reasons.append(
            IdentityReason(
              rule: "shared-author", weight: 0.8,
              detail: authors.sorted().prefix(3).joined(separator: ", ")))
        }
        if let year = left.year, year == right.year, left.venue == right.venue {
          reasons.append(
            IdentityReason(
              rule: "same-year-and-venue", weight: 0.6, detail: year.literal?.lexicalForm ?? ""))
        }
        return reasons.count > 1
          ? IdentityDecision(first: left.node, second: right.node, reasons: reasons) : nil
      }
    }
  }

  // MARK: Helpers

  /// Pairs of people in one block; a block so large that its key says nothing is left alone.
  private func pairs(
    blockedBy keys: (Evidence.Person) -> [String]
  ) -> [(Evidence.Person, Evidence.Person)] {
    var blocks: [String: [Evidence.Person]] = [:]
    for person in evidence.people.values {
      for key in Set(keys(person)) { blocks[key, default: []].append(person) }
    }
    return blocks.values.flatMap { Self.pairs(of: $0) }
  }

  /// Candidate pairs grow as n²; a name with more mentions than this needs more than these rules.
  private static let maximumBlockSize = 500

  private static func pairs<Item>(of block: [Item]) -> [(Item, Item)] {
    guard block.count <= maximumBlockSize else { return [] }
    return block.indices.flatMap { left in
      block.indices.dropFirst(left + 1).map { (block[left], block[$0]) }
    }
  }

  private static func fullWords(_ name: String) -> [String] {
    let words = foldedKey(name).split(separator: " ").map(String.init)
    let full = words.filter { $0.count > 1 }
    return full.count >= 2 ? full : words
  }

  /// Two words that are no initials, or a Han name.
  private static func isFullName(_ name: String) -> Bool {
    name.isHanName || foldedKey(name).split(separator: " ").filter { $0.count > 1 }.count >= 2
  }

  private static func isTelling(_ title: String) -> Bool {
    title.containsHan ? title.count >= 6 : foldedKey(title).split(separator: " ").count >= 3
  }

  private static func titles(_ person: Evidence.Person, _ evidence: Evidence) -> Set<String> {
    Set(person.works.compactMap { evidence.works[$0]?.title }.filter(isTelling).map(foldedKey))
  }

  private static func authorKeys(_ work: Evidence.Work, _ evidence: Evidence) -> Set<String> {
    Set(work.authors.flatMap { evidence.people[$0]?.names ?? [] }.map(foldedKey))
  }

  private static func sharedCoauthors(_ keys: Set<String>) -> IdentityReason {
    let names = keys.sorted()
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return IdentityReason(
      rule: "shared-coauthors", weight: 0.7, detail: names.prefix(3).joined(separator: ", ") + more)
  }

  private static func ordered(_ decision: IdentityDecision) -> IdentityDecision {
    decision.first.sortKey <= decision.second.sortKey
      ? decision
      : IdentityDecision(first: decision.second, second: decision.first, reasons: decision.reasons)
  }
}

extension Term {
  fileprivate var sortKey: String { iri?.value ?? "" }
}
