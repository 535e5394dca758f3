internal import KGModel

/// Works of two documents that are one: the same title, and an author, or year and venue, in common.
struct WorkMatches {
  private(set) var joins: [Join] = []
  private let evidence: Evidence

  /// Pairs grow as the square. So many works with one title have nothing but the title in common.
  private static let largestBlock = 500

  /// - Throws: what reading the source throws.
  init(_ evidence: Evidence, _ source: any AssertionSource) throws {
    self.evidence = evidence
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
          let reasons = try reasons(left, right, source)
          if !reasons.isEmpty { joins.append(Join(left: left, right: right, reasons: reasons)) }
        }
      }
    }
  }

  /// Empty when nothing but the title is in common.
  private func reasons(
    _ left: Int, _ right: Int, _ source: any AssertionSource
  ) throws -> [IdentityReason] {
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
          rule: "same-year-and-venue", weight: 3,
          detail: try source.term(year)?.literal?.lexicalForm ?? ""))
    }
    return reasons.count > 1 ? reasons : []
  }
}
