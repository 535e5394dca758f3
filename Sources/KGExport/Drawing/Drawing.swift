/// What a picture shows, before anything is said of layout: nodes, edges, and the node it is about.
///
///     var drawing = Drawing(focus: "ada")
///     drawing.nodes = [
///       Drawing.Node(id: "ada", kind: .person, label: "Ada Lovelace"),
///       Drawing.Node(id: "charles", kind: .person, label: "Charles Babbage"),
///     ]
///     drawing.edges = [Drawing.Edge(from: "ada", to: "charles", kind: .coauthorship, weight: 2)]
///     DOTWriter().text(of: drawing)  // graph { … }
///
/// Nodes and edges keep their order, and the order decides the bytes of the picture: a drawing made from
/// a set needs its elements sorted first.
package struct Drawing: Hashable, Sendable {
  /// Written kind by kind, each kind in this order.
  package var nodes: [Node]
  /// Written in this order, after the nodes; drawn below them.
  package var edges: [Edge]
  /// The `id` of the node that the picture is about.
  package var focus: String?
  /// One line below the picture: what is shown, and what is left out.
  package var caption: String?

  package init(
    nodes: [Node] = [], edges: [Edge] = [], focus: String? = nil, caption: String? = nil
  ) {
    self.nodes = nodes
    self.edges = edges
    self.focus = focus
    self.caption = caption
  }

  /// What a node shows; decides shape and colour.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case person, organization, paper, patent, project, venue
  }

  /// A box with a text.
  package struct Node: Hashable, Sendable {
    /// Unique in the drawing, such as the IRI of what it shows.
    package var id: String
    /// Decides the shape and the colours.
    package var kind: Kind
    /// The text in the node; a line feed begins a new line.
    package var label: String
    /// Shown when the pointer rests on the node.
    package var tooltip: String?
    /// Where a click leads; only `http` and `https` get into the picture.
    package var link: String?

    package init(
      id: String, kind: Kind, label: String, tooltip: String? = nil, link: String? = nil
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// A line between two nodes of the drawing.
  package struct Edge: Hashable, Sendable {
    /// What an edge shows; decides its colour, its style and its length.
    package enum Kind: String, Hashable, Sendable {
      /// Two people with joint papers, as many as the weight.
      case coauthorship
      /// A person and an organization.
      case affiliation
      /// Any other relation, named by the label.
      case relation
    }

    /// The ``Node/id`` of the node where the line begins.
    package var from: String
    /// The ``Node/id`` of the node where the line ends; the arrow of a directed edge points to it.
    package var to: String
    /// Decides colour, style and length.
    package var kind: Kind
    /// At least 1; decides the width of the line.
    package var weight: Int
    /// Printed at the line, for an affiliation at its end; `nil` for no text.
    package var label: String?
    /// Shown when the pointer rests on the line.
    package var tooltip: String?
    /// Whether the line has an arrow.
    package var isDirected: Bool

    package init(
      from: String, to: String, kind: Kind, weight: Int = 1, label: String? = nil,
      tooltip: String? = nil, isDirected: Bool = false
    ) {
      self.from = from
      self.to = to
      self.kind = kind
      self.weight = max(1, weight)
      self.label = label
      self.tooltip = tooltip
      self.isDirected = isDirected
    }
  }
}
