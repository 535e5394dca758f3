import KGModel

/// An organization of a person, with the years in one short text: `2012–2018, 2020–`.
struct Affiliation {
  let organization: Term
  let years: String
}

/// Reads memberships and joins those in one organization.
struct AffiliationSpans {
  let source: any TripleSource

  /// Reviewing and teaching name an organization without belonging to it.
  private static let excludedKinds: Set<Term> = [
    .iri(KG.namespace + "Service"), .iri(KG.namespace + "Teaching"),
  ]

  /// The organizations of a person, by first year, then IRI; those without years come last.
  func affiliations(of person: Term) throws -> [Affiliation] {
    let memberships = try source.triples(
      subject: nil, predicate: .iri(Org.member), object: person
    ).map(\.subject)
    var spans: [Term: [YearSpan]] = [:]
    for membership in Set(memberships) {
      guard Self.excludedKinds.isDisjoint(with: try objects(membership, KG.kind)) else { continue }
      let span = try span(of: membership)
      for organization in try objects(membership, Org.organization) where !organization.isLiteral {
        spans[organization, default: []].append(span)
      }
    }
    return spans.map { organization, spans in
      (first: spans.compactMap(\.firstYear).min() ?? Int.max, organization, YearSpan.joined(spans))
    }.sorted { left, right in
      (left.first, left.1.key) < (right.first, right.1.key)
    }.map { Affiliation(organization: $0.1, years: $0.2) }
  }

  private func span(of membership: Term) throws -> YearSpan {
    YearSpan(
      start: try year(of: membership, Schema.startDate),
      end: try year(of: membership, Schema.endDate),
      isOpen: try objects(membership, KG.end).contains(.iri(KG.open)))
  }

  private func year(of membership: Term, _ predicate: IRI) throws -> Int? {
    try objects(membership, predicate)
      .compactMap { $0.literal.flatMap { Int($0.lexicalForm.prefix(4)) } }.min()
  }

  private func objects(_ subject: Term, _ predicate: IRI) throws -> [Term] {
    try source.triples(subject: subject, predicate: .iri(predicate), object: nil).map(\.object)
  }
}

/// A span of whole years; either end may be unknown.
struct YearSpan: Hashable {
  var start: Int?
  var end: Int?
  /// Whether it has not ended.
  var isOpen: Bool

  var firstYear: Int? { start ?? end }

  /// Spans that touch become one: 2016–2018 and 2018–2019 are 2016–2019.
  ///
  ///     YearSpan.joined([YearSpan(start: 2016, end: 2018, isOpen: false)])  // "2016–2018"
  ///
  /// - Returns: the spans in order, empty when none has a year.
  static func joined(_ spans: [YearSpan]) -> String {
    let dated = spans.filter { $0.firstYear != nil }
    let sorted = dated.sorted { ($0.sortYear, $0.lastYear) < ($1.sortYear, $1.lastYear) }
    var result: [YearSpan] = []
    for span in sorted {
      if let last = result.last, last.touches(span) {
        result[result.count - 1].extend(by: span)
      } else {
        result.append(span)
      }
    }
    return result.map(\.text).joined(separator: ", ")
  }

  private var sortYear: Int { firstYear ?? Int.max }

  /// The last year that is sure; a span whose end is not known is sure of its first year only.
  private var lastYear: Int { isOpen ? Int.max : end ?? start ?? Int.max }

  private func touches(_ next: YearSpan) -> Bool {
    guard start != nil, next.start != nil else { return self == next }
    return next.sortYear <= lastYear
  }

  private mutating func extend(by next: YearSpan) {
    guard next.lastYear >= lastYear else { return }
    isOpen = next.isOpen
    end = next.end
  }

  private var text: String {
    let first = start.map(String.init) ?? ""
    if isOpen { return start == nil ? "" : first + "–" }
    guard let end else { return first + "–?" }
    return start == end ? first : "\(first)–\(end)"
  }
}
