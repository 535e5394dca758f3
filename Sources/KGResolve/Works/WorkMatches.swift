internal import KGModel

/// Works that are one: one identifier of a registry, or, in two documents, the same title, and an author, or year and venue, in
/// common.
struct WorkMatches {
  private(set) var joins: [Join] = []
  private let evidence: Evidence

  /// Pairs grow as the square. So many works with one title have nothing but the title in common.
  private static let largestBlock = 500

  init(_ evidence: Evidence) {
    self.evidence = evidence
    joins = evidence.sharedIdentifiers(evidence.registeredOfWork, count: evidence.works.count)
    let titled = evidence.works.indices.filter { work in
      evidence.works[work].title.map(evidence.texts.isDistinctiveTitle) ?? false
    }
    let blocks = Dictionary(grouping: titled) { work in
      evidence.works[work].title.map(evidence.texts.key) ?? 0
    }
    for block in blocks.values where block.count <= Self.largestBlock {
      for (place, left) in block.enumerated() {
        for right in block[(place + 1)...]
        where evidence.works[left].document != evidence.works[right].document {
          let reasons = reasons(left, right)
          if !reasons.isEmpty { joins.append(Join(left: left, right: right, reasons: reasons)) }
        }
      }
    }
  }

  /// Empty when nothing but the title is in common.
  private func reasons(_ left: Int, _ right: Int) -> [IdentityReason] {
    let works = [evidence.works[left], evidence.works[right]]
    let title = works.compactMap(\.title).map(evidence.texts.string).min() ?? ""
    var reasons = [
      IdentityReason(rule: "equal-title", weight: 6, detail: "both are titled “\(title)”")
    ]
    let authors = evidence.authorKeys(of: left).intersection(evidence.authorKeys(of: right))
    if !authors.isEmpty {
      reasons.append(
        IdentityReason(
          rule: "shared-author", weight: 5,
          detail: authors.map(evidence.texts.folded).sorted().prefix(3).joined(separator: ", ")))
    }
    if let year = works[0].year, year == works[1].year, works[0].venue == works[1].venue {
      reasons.append(
        IdentityReason(
          rule: "same-year-and-venue", weight: 3, detail: "\(year)"))
    }
    return reasons.count > 1 ? reasons : []
  }
}
