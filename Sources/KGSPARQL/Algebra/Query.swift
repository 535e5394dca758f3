public import KGModel

/// A parsed query: its form, its algebra, and the columns that it shows.
public struct Query: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case select
    case ask
    /// Variables of the template whose names begin with a dot are blank nodes, other ones in each solution.
    case construct([TriplePattern])
    case describe([PatternTerm])
  }

  public let form: Form
  public let algebra: Algebra
  /// The selected variables in order; empty for the other forms.
  public let variables: [Variable]
  /// `nil` to ask the data as it is.
  public let dataset: DatasetClause?
  /// What the relative IRIs that are made at run time are below.
  public let base: String?

  public init(
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

/// What FROM and FROM NAMED say (SPARQL 1.1 Query Language, section 13.2).
public struct DatasetClause: Hashable, Sendable {
  /// The graphs that are merged into the default graph.
  public var defaultGraphs: [IRI] = []
  public var namedGraphs: [IRI] = []

  public init(defaultGraphs: [IRI] = [], namedGraphs: [IRI] = []) {
    self.defaultGraphs = defaultGraphs
    self.namedGraphs = namedGraphs
  }
}
