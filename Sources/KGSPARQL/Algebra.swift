public import KGModel

/// The SPARQL algebra (SPARQL 1.1 Query Language, section 18): what both query text and plain
/// questions become, what the store compiles to SQL, and what the evaluator runs.
public indirect enum Algebra: Hashable, Sendable {
  case basic([TriplePattern])
  /// A property path between two ends; zero-length paths match every node of the graph to itself.
  case path(PatternTerm, PropertyPath, PatternTerm)
  case join(Algebra, Algebra)
  case leftJoin(Algebra, Algebra, condition: Expression?)
  case union(Algebra, Algebra)
  case minus(Algebra, Algebra)
  case filter(Expression, Algebra)
  case extend(Algebra, Variable, Expression)
  /// Rows are as long as the variables; `nil` is UNDEF.
  case values([Variable], [[Term?]])
  /// Groups rows by the keys, which must be bound by `extend` below, and computes aggregates.
  case group(Algebra, keys: [Variable], aggregates: [AggregateBinding])
  case project(Algebra, [Variable])
  case distinct(Algebra)
  case orderBy(Algebra, [OrderCondition])
  case slice(Algebra, offset: Int, limit: Int?)
}

/// A parsed query: its form, its algebra, and the columns that it shows.
public struct Query: Hashable, Sendable {
  public enum Form: Hashable, Sendable { case select, ask }

  public let form: Form
  public let algebra: Algebra
  /// The selected variables in order; empty for ASK.
  public let variables: [Variable]

  public init(form: Form, algebra: Algebra, variables: [Variable]) {
    self.form = form
    self.algebra = algebra
    self.variables = variables
  }
}

/// A variable's name, without `?` or `$`.
public struct Variable: Hashable, Sendable {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }
}

/// A place in a triple pattern. Blank nodes of a pattern are variables that cannot be selected.
public enum PatternTerm: Hashable, Sendable {
  case term(Term)
  case variable(Variable)
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
}

public indirect enum PropertyPath: Hashable, Sendable {
  case predicate(IRI)
  case inverse(PropertyPath)
  case sequence(PropertyPath, PropertyPath)
  case alternative(PropertyPath, PropertyPath)
  case zeroOrMore(PropertyPath)
  case oneOrMore(PropertyPath)
  case zeroOrOne(PropertyPath)
}

/// An expression of FILTER, BIND, ORDER BY or an aggregate.
public indirect enum Expression: Hashable, Sendable {
  case term(Term)
  case variable(Variable)
  case or(Expression, Expression)
  case and(Expression, Expression)
  case not(Expression)
  case compare(Expression, Comparison, Expression)
  case arithmetic(Expression, Arithmetic, Expression)
  case negate(Expression)
  case isIn(Expression, [Expression])
  /// A built-in function by its upper-case name: `STR`, `LANG`, `BOUND`, `IF`, `COALESCE` …
  case call(String, [Expression])
  /// A cast or an extension function by its IRI.
  case function(IRI, [Expression])
  case exists(Algebra)
  /// Only while a query is parsed: grouping puts a variable in its place.
  case aggregate(Aggregate)

  public enum Comparison: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public enum Arithmetic: String, Hashable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }
}

public struct AggregateBinding: Hashable, Sendable {
  public let variable: Variable
  public let aggregate: Aggregate

  public init(_ variable: Variable, _ aggregate: Aggregate) {
    self.variable = variable
    self.aggregate = aggregate
  }
}

public struct Aggregate: Hashable, Sendable {
  public enum Function: String, Hashable, Sendable {
    case count = "COUNT"
    case sum = "SUM"
    case min = "MIN"
    case max = "MAX"
    case avg = "AVG"
    case sample = "SAMPLE"
    case groupConcat = "GROUP_CONCAT"
  }

  public let function: Function
  /// `nil` for `COUNT(*)`.
  public let argument: Expression?
  public let distinct: Bool
  /// For GROUP_CONCAT; a space unless the query says otherwise.
  public let separator: String

  public init(
    _ function: Function, _ argument: Expression?, distinct: Bool = false, separator: String = " "
  ) {
    self.function = function
    self.argument = argument
    self.distinct = distinct
    self.separator = separator
  }
}

public struct OrderCondition: Hashable, Sendable {
  public let expression: Expression
  public let descending: Bool

  public init(_ expression: Expression, descending: Bool = false) {
    self.expression = expression
    self.descending = descending
  }
}

/// A table of solutions: one row a solution, one column a variable, `nil` where unbound.
public struct SolutionTable: Hashable, Sendable {
  public let variables: [Variable]
  public let rows: [[Term?]]

  public init(variables: [Variable], rows: [[Term?]]) {
    self.variables = variables
    self.rows = rows
  }
}

/// A source that can answer more than one triple pattern at a time.
///
/// The evaluator offers every algebra node to it from the top down; what it declines is evaluated in
/// memory over what it accepts below.
public protocol PatternSource: TripleSource {
  /// - Returns: the solutions, in order where the node orders them, or `nil` when this source leaves
  ///   the node to the evaluator.
  func solutions(of algebra: Algebra) throws -> SolutionTable?
}
