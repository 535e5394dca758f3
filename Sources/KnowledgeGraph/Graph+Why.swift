internal import KGModel
internal import KGRDF
internal import KGStore
internal import KGQuery

extension Graph {
  /// Explains one thing, by its identity and every statement about it, or what connects two things.
  ///
  /// - Parameters:
  ///   - name: A name or an IRI, of a person first, else of an organization, a paper or a venue.
  ///   - other: With it, the statements that connect the two.
  ///   - includesPersonalData: Whether personal data is shown; otherwise it is only counted.
  /// - Returns: An answer without facts when no source says anything.
  /// - Throws: ``UnansweredQuestion`` when a name is not known or can mean several, or ``StoreError``.
  public func why(
    _ name: String, _ other: String? = nil, includesPersonalData: Bool = false
  ) throws -> WhyAnswer {
    let thing = try findAnything(name)
    guard let other else { return try explain(thing, includesPersonalData) }
    return try explainConnection(thing, try findAnything(other), includesPersonalData)
  }

  private func findAnything(_ name: String) throws -> NamedThing {
    do {
      return try find(name, .person)
    } catch let problem as UnansweredQuestion {
      guard case .unknownName = problem else { throw problem }
      for kind in [Question.ParameterKind.organization, .paper, .venue] {
        if let thing = try? find(name, kind) { return thing }  // else the first problem is thrown
      }
      throw problem
    }
  }

  private func explain(
    _ thing: NamedThing, _ includesPersonalData: Bool
  ) throws -> WhyAnswer {
    let decisions = try store.decisions(touching: thing.node)
    let found = try store.receipts([.init(subject: thing.node), .init(object: thing.node)])
    return try answer(
      found.isEmpty && decisions.isEmpty
        ? "no source says anything about \(thing.name)"
        : "\(thing.name) <\(thing.node.iri?.value ?? "")>",
      identities: try decisions.map { decision in
        WhyAnswer.Identity(
          first: try label(decision.first), second: try label(decision.second),
          reasons: decision.reasons)
      }, found, includesPersonalData)
  }

  /// Statements that name both, and those about works, positions and the like that name each of them.
  private func explainConnection(
    _ left: NamedThing, _ right: NamedThing, _ includesPersonalData: Bool
  ) throws -> WhyAnswer {
    let between = Set(
      try store.triples(subject: nil, predicate: nil, object: left.node).map(\.subject)
    )
    .intersection(
      try store.triples(subject: nil, predicate: nil, object: right.node).map(\.subject))
    let found = try store.receipts(
      [
        .init(subject: left.node, object: right.node),
        .init(subject: right.node, object: left.node),
      ]
        + between.flatMap { node in
          [left, right].map { .init(subject: node, object: $0.node) }
        })
    let title =
      found.isEmpty
      ? "no source connects \(left.name) and \(right.name)" : "\(left.name) and \(right.name)"
    return try answer(title, identities: [], found, includesPersonalData)
  }

  /// Statements with their receipts, in the order of their first ones.
  private func answer(
    _ title: String, identities: [WhyAnswer.Identity], _ found: [StoredReceipt],
    _ includesPersonalData: Bool
  ) throws -> WhyAnswer {
    var order: [Triple] = []
    var receipts: [Triple: [StoredReceipt]] = [:]
    for stored in found {
      if receipts[stored.triple] == nil { order.append(stored.triple) }
      receipts[stored.triple, default: []].append(stored)
    }
    let shown = includesPersonalData ? order : order.filter { !$0.isPersonal }
    return WhyAnswer(
      title: title, identities: identities,
      facts: try shown.map { triple in
        let statement = try [
          label(triple.subject), triple.predicate.shortForm, label(triple.object),
        ]
        .joined(separator: "  ")
        return WhyAnswer.Fact(statement: statement, receipts: receipts[triple] ?? [])
      }, hiddenCount: order.count - shown.count)
  }

  /// A node by its name, as printed; a literal by its form.
  func label(_ term: Term) throws -> String {
    guard let iri = term.iri else { return term.literal?.lexicalForm ?? NTriplesWriter.text(term) }
    let own = try store.ownTriples(of: term, predicate: Schema.name)
    let names =
      own.isEmpty
      ? try store.triples(subject: term, predicate: .iri(Schema.name), object: nil) : own
    return names.compactMap { $0.object.literal?.lexicalForm }.min() ?? Self.place(iri)
  }

  /// A node without a name by the end of its IRI, which says what it is: `membership/acme-engineer`.
  private static func place(_ iri: IRI) -> String {
    guard NodeIRI.isMinted(iri) else { return iri.shortForm }
    return PathText(iri.value).components.suffix(2).joined(separator: "/")
  }
}
