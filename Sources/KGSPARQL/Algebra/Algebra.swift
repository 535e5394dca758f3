package import KGModel

/// The SPARQL algebra (SPARQL 1.1 Query Language, section 18), which query texts and plain questions are
/// translated to.
package indirect enum Algebra: Hashable, Sendable {
  /// A basic graph pattern; without patterns it has one empty solution.
  case basic([TriplePattern])
  /// A property path between two ends. A path of length zero connects every node of the graph to itself.
  case path(PatternTerm, PropertyPath, PatternTerm)
  case join([Algebra])
  case leftJoin(Algebra, Algebra, condition: Expression?)
  case union([Algebra])
  case minus(Algebra, Algebra)
  case filter(Expression, Algebra)
  /// Binds variables one after the other: later expressions see earlier variables.
  case extend(Algebra, [Assignment])
  /// Each row is as long as the variables; `nil` is UNDEF.
  case values([Variable], [[Term?]])
  /// Evaluates a pattern over a named graph, or over each of them when the name is a variable.
  case graph(PatternTerm, Algebra)
  /// A pattern that another endpoint evaluates.
  case service(PatternTerm, Algebra, isSilent: Bool)
  /// Groups solutions by the values of the keys and computes aggregates of each group. Without keys, all are
  /// one group.
  case group(Algebra, keys: [Variable], aggregates: [AggregateBinding])
  case project(Algebra, [Variable])
  case distinct(Algebra)
  /// Duplicates may be dropped or kept.
  case reduced(Algebra)
  case orderBy(Algebra, [OrderCondition])
  case slice(Algebra, offset: Int, limit: Int?)
}

/// A variable and the expression whose value it gets; it stays unbound where the expression has an error.
package struct Assignment: Hashable, Sendable {
  package let variable: Variable
  package let expression: Expression

  package init(_ variable: Variable, _ expression: Expression) {
    self.variable = variable
    self.expression = expression
  }
}

/// A variable of a query.
///
/// Names that begin with a dot are introduced by the parser: for blank nodes, the steps of paths and aggregates.
public struct Variable: Hashable, Sendable {
  /// Without `?` or `$`.
  public let name: String

  /// - Parameter name: Without `?` or `$`.
  public init(_ name: String) {
    self.name = name
  }

  /// Whether a query can name the variable, and `SELECT *` selects it.
  package var isVisible: Bool { !name.hasPrefix(".") }
}

/// The subject, predicate or object of a triple pattern. Blank nodes of a pattern are variables that are not
/// visible.
package enum PatternTerm: Hashable, Sendable {
  case term(Term)
  case variable(Variable)

  /// `nil` for a term.
  package var variable: Variable? {
    if case .variable(let variable) = self { variable } else { nil }
  }

  /// `nil` for a variable.
  package var term: Term? {
    if case .term(let term) = self { term } else { nil }
  }
}

/// A triple in which variables can take the place of terms.
package struct TriplePattern: Hashable, Sendable {
  package let subject: PatternTerm
  package let predicate: PatternTerm
  package let object: PatternTerm

  package init(_ subject: PatternTerm, _ predicate: PatternTerm, _ object: PatternTerm) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }

  /// Its variables in order, repeated if they occur more than once.
  package var variables: [Variable] { [subject, predicate, object].compactMap(\.variable) }
}

/// A property path (SPARQL 1.1 Query Language, section 9.1).
package indirect enum PropertyPath: Hashable, Sendable {
  case predicate(IRI)
  case inverse(PropertyPath)
  case sequence([PropertyPath])
  case alternative([PropertyPath])
  case zeroOrMore(PropertyPath)
  case oneOrMore(PropertyPath)
  case zeroOrOne(PropertyPath)
  /// `!(ex:p|^ex:q)`: any predicate except some in each direction; `nil` for a direction that is not matched.
  case negated(forward: [IRI]?, backward: [IRI]?)
}

extension PropertyPath {
  /// Whether it connects every node to itself.
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
