internal import KGModel
internal import KGRDF
internal import KGStore
internal import KGQuery

extension Graph {
  /// Explains one thing (its identity and every statement of it) or what ties two.
  ///
  /// - Parameters: names or IRIs; with `other`, what ties the two.
  /// - Throws: ``UnansweredQuestion`` when a name is not known, or ``StoreError``.
  public func why(_ name: String, _ other: String? = nil) throws -> Explanation {
    let thing = try findAnything(name)
    guard let other else { return try explain(thing) }
    return try explainTie(thing, try findAnything(other))
  }

  private func findAnything(_ name: String) throws -> NamedThing {
    do {
      return try find(name, .person)
    } catch let problem as UnansweredQuestion {
      guard case .unknownName = problem else { throw problem }
      for kind in [Question.ParameterKind.organization, .paper, .venue] {
        if let thing = try? find(name, kind) { return thing }  // the first problem is told
      }
      throw problem
    }
  }

  private func explain(_ thing: NamedThing) throws -> Explanation {
    let decisions = try store.decisions(touching: thing.node)
    let facts =
      try store.receipts(subject: thing.node, predicate: nil, object: nil)
      + store.receipts(subject: nil, predicate: nil, object: thing.node)
    return Explanation(
      title: "\(thing.name) <\(thing.node.iri?.value ?? "")>",
      identities: try decisions.map { decision in
        Explanation.Identity(
          first: try label(decision.first), second: try label(decision.second),
          reasons: decision.reasons)
      },
      facts: try Self.facts(facts, label))
  }

  /// Statements that name both, and those of works, posts and the like that name each.
  private func explainTie(_ left: NamedThing, _ right: NamedThing) throws -> Explanation {
    var found =
      try store.receipts(subject: left.node, predicate: nil, object: right.node)
      + store.receipts(subject: right.node, predicate: nil, object: left.node)
    let between = Set(
      try store.triples(subject: nil, predicate: nil, object: left.node).map(\.subject)
    )
    .intersection(
      try store.triples(subject: nil, predicate: nil, object: right.node).map(\.subject))
    for node in between.sorted(by: { ($0.iri?.value ?? "") < ($1.iri?.value ?? "") }) {
      found += try store.receipts(subject: node, predicate: nil, object: left.node)
      found += try store.receipts(subject: node, predicate: nil, object: right.node)
    }
    let title =
      found.isEmpty
      ? "no source ties \(left.name) and \(right.name)" : "\(left.name) and \(right.name)"
    return Explanation(title: title, identities: [], facts: try Self.facts(found, label))
  }

  private static func facts(
    _ found: [(source: StoredSource, triple: Triple, receipt: Receipt)],
    _ label: (Term) throws -> String
  ) throws -> [Explanation.Fact] {
    var order: [Triple] = []
    var receipts: [Triple: [(source: String, receipt: Receipt)]] = [:]
    for (source, triple, receipt) in found {
      if receipts[triple] == nil { order.append(triple) }
      receipts[triple, default: []].append((source.description.path, receipt))
    }
    return try order.map { triple in
      let statement = try [
        label(triple.subject), triple.predicate.shortForm, label(triple.object),
      ]
      .joined(separator: "  ")
      return Explanation.Fact(statement: statement, receipts: receipts[triple] ?? [])
    }
  }

  /// A node by its name, as printed; a literal by its form.
  private func label(_ term: Term) throws -> String {
    guard let iri = term.iri else { return term.literal?.lexicalForm ?? NTriplesWriter.text(term) }
    let names = try store.triples(subject: term, predicate: .iri(Schema.name), object: nil)
    let own = try store.receipts(subject: term, predicate: Schema.name, object: nil)
      .first { $0.triple.subject == term }?.triple.object.literal?.lexicalForm
    return own ?? names.compactMap { $0.object.literal?.lexicalForm }.min() ?? Self.place(iri)
  }

  /// A node without a name by the end of its IRI, which says what it is: `membership/acme-engineer`.
  private static func place(_ iri: IRI) -> String {
    guard NodeIRI.isMinted(iri) else { return iri.shortForm }
    return iri.value.split(separator: "/").suffix(2).joined(separator: "/")
  }
}
