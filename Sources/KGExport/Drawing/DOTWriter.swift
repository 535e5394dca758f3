/// Writes a drawing as text in DOT, the language of Graphviz.
///
///     DOTWriter().text(of: drawing)
///
/// The text carries engine, seed and styles, so that `dot -Tsvg` gives the picture that
/// ``GraphvizRenderer`` gives. The same drawing gives the same bytes. Edges whose ends are not among
/// the nodes are left out, since Graphviz would add nodes for them.
///
/// - SeeAlso: [The DOT language](https://graphviz.org/doc/info/lang.html)
package struct DOTWriter: Sendable {
  private let style = DrawingStyle()

  package init() {}

  /// The whole DOT file, which ends with a line feed.
  package func text(of drawing: Drawing) -> String {
    let isDirected = drawing.edges.contains(where: \.isDirected)
    // Graphviz numbers graphs without a name, and the number would end up in the picture.
    var lines = [isDirected ? "digraph network {" : "graph network {"]
    lines.append(statement("graph", style.graph(of: drawing)))
    lines.append(statement("node", style.nodeDefaults))
    lines.append(statement("edge", style.edgeDefaults))
    lines += nodeLines(of: drawing)
    lines += edgeLines(of: drawing, isDirected: isDirected)
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// Nodes kind by kind, so that the attributes of a kind are written once.
  private func nodeLines(of drawing: Drawing) -> [String] {
    let nearness = Nearness(of: drawing)
    return Drawing.Kind.allCases.flatMap { kind -> [String] in
      let nodes = drawing.nodes.filter { $0.kind == kind }
      guard !nodes.isEmpty else { return [] }
      return [statement("node", style.attributes(of: kind))]
        + nodes.map { node in
          statement(DOTText.quoted(node.id), style.attributes(of: node, nearness: nearness))
        }
    }
  }

  private func edgeLines(of drawing: Drawing, isDirected: Bool) -> [String] {
    let known = Set(drawing.nodes.map(\.id))
    let arrow = isDirected ? " -> " : " -- "
    return drawing.edges.filter { known.contains($0.from) && known.contains($0.to) }.map { edge in
      let ends = DOTText.quoted(edge.from) + arrow + DOTText.quoted(edge.to)
      let plain = isDirected && !edge.isDirected ? [DOTAttribute("dir", "none")] : []
      return statement(ends, style.attributes(of: edge, focus: drawing.focus) + plain)
    }
  }

  private func statement(_ subject: String, _ attributes: [DOTAttribute]) -> String {
    guard !attributes.isEmpty else { return "  \(subject);" }
    return "  \(subject) [\(attributes.map(\.description).joined(separator: ", "))];"
  }
}

/// How strongly each node is tied to the focus: the weight of the line between them, 0 without one.
struct Nearness {
  private let focus: String?
  private var weights: [String: Int] = [:]

  init(of drawing: Drawing) {
    focus = drawing.focus
    for edge in drawing.edges {
      if edge.from == focus { weights[edge.to, default: 0] += edge.weight }
      if edge.to == focus { weights[edge.from, default: 0] += edge.weight }
    }
  }

  func isFocus(_ id: String) -> Bool { id == focus }

  /// `nil` in a drawing without focus, where all nodes are alike.
  func weight(of id: String) -> Int? { focus == nil ? nil : weights[id] ?? 0 }
}
