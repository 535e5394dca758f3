package import KGModel

/// The picture of a person among the people they write with, and the organizations they belong to.
///
///     let network = EgoNetwork(source: triples)
///     let drawing = try network.drawing(around: .iri("https://kg.example/person/1"), depth: 2)
///
/// Shown are the coauthors up to the depth, the lines between all people shown with as many joint
/// papers as their weight, and the organizations of the person in the middle with the years. Of more
/// people than fit, the nearest stay, and among them those with most joint papers; the caption says
/// how many are missing.
package struct EgoNetwork {
  private let source: any TripleSource
  private let names: EntityNames

  package init(source: any TripleSource) {
    self.source = source
    names = EntityNames(source: source)
  }

  /// - Parameters:
  ///   - person: The node in the middle; one that the source does not know is drawn alone.
  ///   - depth: How many steps from coauthor to coauthor; 0 shows the organizations only.
  ///   - maximumNodes: People shown at most, with the one in the middle; organizations come on top.
  /// - Throws: what the source throws when it cannot be read.
  package func drawing(
    around person: Term, depth: Int, maximumNodes: Int = 150
  ) throws -> Drawing {
    var search = CoauthorSearch(
      source: source, names: names, maximumPeople: max(1, maximumNodes))
    let circle = try search.circle(around: person, depth: max(0, depth))
    let pairs = try search.jointPapers(among: circle.people)
    let affiliations = try AffiliationSpans(source: source).affiliations(of: person)
    let organizations = try affiliations.map { try node(for: $0.organization, kind: .organization) }

    var drawing = Drawing(focus: person.key)
    drawing.nodes = try circle.people.map { try node(for: $0, kind: .person) } + organizations
    drawing.edges = pairs.map(edge) + affiliations.map { edge(from: person, to: $0) }
    drawing.caption = try caption(around: person, circle: circle, pairs: pairs)
    return drawing
  }

  private func node(for entity: Term, kind: Drawing.Kind) throws -> Drawing.Node {
    let name = try names.name(of: entity)
    // A page that people can open, where a source gives one.
    let pages = try source.triples(subject: entity, predicate: .iri(Schema.url), object: nil)
    let link = pages.compactMap { $0.object.iri?.value }.min() ?? entity.iri?.value
    return Drawing.Node(
      id: entity.key, kind: kind, label: name.lines, tooltip: name.line, link: link)
  }

  private func edge(of pair: JointPapers) -> Drawing.Edge {
    Drawing.Edge(
      from: pair.first.key, to: pair.second.key, kind: .coauthorship, weight: pair.count,
      tooltip: Self.counted(pair.count, "joint paper", "joint papers"))
  }

  private func edge(from person: Term, to affiliation: Affiliation) -> Drawing.Edge {
    Drawing.Edge(
      from: person.key, to: affiliation.organization.key, kind: .affiliation,
      label: affiliation.years.isEmpty ? nil : affiliation.years, tooltip: affiliation.years)
  }

  private func caption(
    around person: Term, circle: CoauthorCircle, pairs: [JointPapers]
  ) throws -> String {
    let coauthors = circle.people.count - 1
    var parts = [
      "\(try names.name(of: person).line): "
        + Self.counted(coauthors, "coauthor", "coauthors")
        + (circle.reach > 1 ? " within \(circle.reach) steps" : "")
    ]
    if circle.hiddenCount > 0 {
      parts.append(Self.counted(circle.hiddenCount, "more is hidden", "more are hidden"))
    }
    if let most = pairs.map(\.count).max(), most > 1 {
      parts.append("width of a line: joint papers (1–\(most))")
    }
    return parts.joined(separator: " · ")
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}

extension Term {
  /// The node's `id` in a drawing.
  var key: String {
    switch self {
    case .iri(let iri): iri.value
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    }
  }
}
