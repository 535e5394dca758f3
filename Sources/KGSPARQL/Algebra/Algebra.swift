public import KGModel

/// The SPARQL algebra (SPARQL 1.1 Query Language, section 18): what both query text and plain
/// questions become, what the store compiles to SQL, and what the evaluator runs.
public indirect enum Algebra: Hashable, Sendable {
  /// One empty solution when there are no patterns.
  case basic([TriplePattern])
  /// A property path between two ends; zero-length paths match every node of the graph to itself.
  case path(PatternTerm, PropertyPath, PatternTerm)
  case join([Algebra])
  case leftJoin(Algebra, Algebra, condition: Expression?)
  case union([Algebra])
  case minus(Algebra, Algebra)
  case filter(Expression, Algebra)
  /// Binds variables one after the other; later expressions see earlier ones.
  case extend(Algebra, [Assignment])
  /// Rows are as long as the variables; `nil` is UNDEF.
  case values([Variable], [[Term?]])
  /// Evaluates a pattern over a named graph, or over each of them when the name is a variable.
  case graph(PatternTerm, Algebra)
  /// A part that another end point is asked for.
  case service(PatternTerm, Algebra, isSilent: Bool)
  /// Groups rows by the keys, which must be bound by `extend` below, and computes aggregates.
  case group(Algebra, keys: [Variable], aggregates: [AggregateBinding])
  case project(Algebra, [Variable])
  case distinct(Algebra)
  /// Duplicates may go, and need not.
  case reduced(Algebra)
  case orderBy(Algebra, [OrderCondition])
  case slice(Algebra, offset: Int, limit: Int?)
}

/// A variable and the expression that binds it; an error leaves it unbound.
public struct Assignment: Hashable, Sendable {
  public let variable: Variable
  public let expression: Expression

  public init(_ variable: Variable, _ expression: Expression) {
    self.variable = variable
    self.expression = expression
  }
}

/// A variable's name, without `?` or `$`. Names that begin with a dot are made by the parser: for blank
/// nodes, the middles of paths, aggregates.
public struct Variable: Hashable, Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  /// Whether a query can name it, and `SELECT *` shows it.
  public var isVisible: Bool { !name.hasPrefix(".") }
}

/// A place in a triple pattern. Blank nodes of a pattern are variables that cannot be selected.
public enum PatternTerm: Hashable, Sendable {
  case term(Term)
  case variable(Variable)

  public var variable: Variable? {
    if case .variable(let variable) = self { variable } else { nil }
  }

  public var term: Term? {
    if case .term(let term) = self { term } else { nil }
  }
}

public struct TriplePattern: Hashable, Sendable {
  public let subject: PatternTerm
  public let predicate: PatternTerm
  public let object: PatternTerm

  public init(_ subject: PatternTerm, _ predicate: PatternTerm, _ object: PatternTerm) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }

  /// Its variables in order, as often as they stand in it.
  public var variables: [Variable] { [subject, predicate, object].compactMap(\.variable) }
}

public indirect enum PropertyPath: Hashable, Sendable {
  case predicate(IRI)
  case inverse(PropertyPath)
  case sequence([PropertyPath])
  case alternative([PropertyPath])
  case zeroOrMore(PropertyPath)
  case oneOrMore(PropertyPath)
  case zeroOrOne(PropertyPath)
  /// Any predicate but these forwards when `forward` is there, and any but those backwards when `backward`
  /// is: `!(ex:p|^ex:q)`.
  case negated(forward: [IRI]?, backward: [IRI]?)
}

extension PropertyPath {
  /// Whether it leads from every node to itself.
  package var mayBeEmpty: Bool {
    switch self {
    case .predicate, .negated: false
    case .inverse(let inner), .oneOrMore(let inner): inner.mayBeEmpty
    case .zeroOrMore, .zeroOrOne: true
    case .sequence(let parts): parts.allSatisfy(\.mayBeEmpty)
    case .alternative(let parts): parts.contains(where: \.mayBeEmpty)
    }
  }
}
