internal import KGSPARQL

/// A part of a query that can be one join of tables: triple patterns that must match, triple patterns that may
/// match, and conditions.
struct PatternGroup {
  private(set) var patterns: [TriplePattern] = []
  /// Single patterns that extend a solution where they match.
  private(set) var optionals: [TriplePattern] = []
  private(set) var conditions: [Expression] = []
  /// The variables of which distinct rows are wanted; `nil` when all columns and duplicates are.
  private(set) var kept: Set<Variable>?

  /// SQLite joins at most 64 tables.
  private static let maximumTables = 60

  /// A pattern with a variable predicate may need a table of predicates in addition.
  private var tableCount: Int {
    (patterns + optionals).reduce(0) { $0 + ($1.predicate.variable == nil ? 1 : 2) }
  }

  /// `nil` for algebra that is not such a join.
  init?(_ algebra: Algebra) {
    var algebra = algebra
    if case .reduced(.project(let inner, let variables)) = algebra {
      kept = Set(variables)
      algebra = inner
    }
    guard add(algebra), !patterns.isEmpty,
      kept == nil || !conditions.contains(where: \.hasExists),
      tableCount <= Self.maximumTables
    else { return nil }
  }

  private mutating func add(_ algebra: Algebra) -> Bool {
    switch algebra {
    case .basic(let patterns):
      self.patterns = patterns
      return true
    case .filter(let condition, let inner):
      guard add(inner) else { return false }
      conditions += condition.conjuncts
      return true
    case .leftJoin(let left, .basic(let right), nil):
      // Without a predicate SQLite would read all triples first.
      guard right.count == 1, right[0].predicate.variable == nil, add(left) else { return false }
      // Conditions of the left side must not see variables of the right side when they are tested after the join.
      let known = Set(patterns.flatMap(\.variables))
      guard conditions.allSatisfy({ $0.isAbout(known) }) else { return false }
      // A variable that another optional pattern may leave unbound cannot be compared.
      let optionallyBound = Set(optionals.flatMap(\.variables)).subtracting(
        patterns.flatMap(\.variables))
      guard optionallyBound.isDisjoint(with: right[0].variables) else { return false }
      optionals.append(right[0])
      return true
    default: return false
    }
  }

  /// The variables of conditions and optional patterns.
  var otherVariables: Set<Variable> {
    Set(optionals.flatMap(\.variables) + conditions.flatMap(\.variables))
  }

  /// Variables whose values are never literals: those of subjects and predicates.
  var nodes: Set<Variable> {
    Set(patterns.flatMap { [$0.subject.variable, $0.predicate.variable].compactMap { $0 } })
  }
}

extension Expression {
  /// Whether it depends on some variables only.
  fileprivate func isAbout(_ variables: Set<Variable>) -> Bool {
    switch self {
    case .exists: false
    case .variable(let variable): variables.contains(variable)
    default: children.allSatisfy { $0.isAbout(variables) }
    }
  }
}
