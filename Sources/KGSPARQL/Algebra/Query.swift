package import KGModel

/// A parsed query: its form, its algebra and the columns of its result.
package struct Query: Hashable, Sendable {
  /// What the solutions of the algebra become.
  package enum Form: Hashable, Sendable {
    case select
    case ask
    /// Variables of the template that are not visible are blank nodes, which are new in each solution.
    case construct([TriplePattern])
    case describe([PatternTerm])
  }

  package let form: Form
  /// The pattern with its modifiers.
  package let algebra: Algebra
  /// The selected variables in order; empty for the other forms.
  package let variables: [Variable]
  /// `nil` for the dataset of the source.
  package let dataset: DatasetClause?
  /// The base of relative IRIs that functions make; `nil` when there is none.
  package let base: String?

  package init(
    form: Form, algebra: Algebra, variables: [Variable] = [], dataset: DatasetClause? = nil,
    base: String? = nil
  ) {
    self.form = form
    self.algebra = algebra
    self.variables = variables
    self.dataset = dataset
    self.base = base
  }
}

/// The dataset of FROM and FROM NAMED (SPARQL 1.1 Query Language, section 13.2).
package struct DatasetClause: Hashable, Sendable {
  /// The graphs that are merged into the default graph.
  package var defaultGraphs: [IRI] = []
  /// The graphs that `GRAPH` can match.
  package var namedGraphs: [IRI] = []

  package init(defaultGraphs: [IRI] = [], namedGraphs: [IRI] = []) {
    self.defaultGraphs = defaultGraphs
    self.namedGraphs = namedGraphs
  }
}
