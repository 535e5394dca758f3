internal import KGSPARQL

/// A part of a query that is one join of tables: triple patterns that must match, patterns that may, and
/// conditions.
struct PatternGroup {
  private(set) var patterns: [TriplePattern] = []
  /// Single patterns that add to a solution where they match.
  private(set) var optionals: [TriplePattern] = []
  private(set) var conditions: [Expression] = []
  /// The variables that are asked for, when it does not matter how often a row comes; `nil` to keep all.
  private(set) var kept: Set<Variable>?

  /// SQLite joins no more tables than 64.
  private static let maximumTables = 60

  /// A pattern whose predicate is not known may be looked up once for each predicate.
  private var tableCount: Int {
    (patterns + optionals).reduce(0) { $0 + ($1.predicate.variable == nil ? 1 : 2) }
  }

  /// `nil` for what is more than that.
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
      // Without a predicate SQLite would gather all triples first.
      guard right.count == 1, right[0].predicate.variable == nil, add(left) else { return false }
      // Conditions of the left side see nothing of the right one, also when they are tested after it.
      let known = Set(patterns.flatMap(\.variables))
      guard conditions.allSatisfy({ $0.isAbout(known) }) else { return false }
      // What another optional pattern has bound, or not, cannot be compared as if it were.
      let optionallyBound = Set(optionals.flatMap(\.variables)).subtracting(
        patterns.flatMap(\.variables))
      guard optionallyBound.isDisjoint(with: right[0].variables) else { return false }
      optionals.append(right[0])
      return true
    default: return false
    }
  }

  /// The variables that conditions and optional patterns look at.
  var otherVariables: Set<Variable> {
    Set(optionals.flatMap(\.variables) + conditions.flatMap(\.variables))
  }

  /// Variables that are IRIs or blank nodes wherever they are bound: those of subjects and predicates.
  var nodes: Set<Variable> {
    Set(patterns.flatMap { [$0.subject.variable, $0.predicate.variable].compactMap { $0 } })
  }
}

extension Expression {
  /// Whether it looks at some variables only.
  fileprivate func isAbout(_ variables: Set<Variable>) -> Bool {
    switch self {
    case .exists: false
    case .variable(let variable): variables.contains(variable)
    default: children.allSatisfy { $0.isAbout(variables) }
    }
  }
}
