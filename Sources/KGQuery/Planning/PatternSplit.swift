internal import KGSPARQL

/// A basic graph pattern as parts that have one variable in common and no other.
struct PatternSplit {
  let variable: Variable
  /// Two or more.
  let parts: [[TriplePattern]]

  /// All ways to split a pattern: one for each variable without which it falls apart.
  static func all(of patterns: [TriplePattern]) -> [PatternSplit] {
    Set(patterns.flatMap(\.variables)).compactMap { variable in
      let parts = parts(of: patterns, without: variable)
      return parts.count > 1 ? PatternSplit(variable: variable, parts: parts) : nil
    }
  }

  /// The parts that are left without a variable. Those without any connection to it stand by themselves: there
  /// is then no split, as the parts would not all have the variable.
  private static func parts(
    of patterns: [TriplePattern], without variable: Variable
  ) -> [[TriplePattern]] {
    var parts: [(patterns: [TriplePattern], variables: Set<Variable>)] = []
    for pattern in patterns {
      var joined = (patterns: [pattern], variables: Set(pattern.variables))
      let own = joined.variables.subtracting([variable])
      let touched = parts.indices.filter { !parts[$0].variables.isDisjoint(with: own) }
      for index in touched.reversed() {
        let part = parts.remove(at: index)
        joined.patterns.insert(contentsOf: part.patterns, at: 0)
        joined.variables.formUnion(part.variables)
      }
      parts.append(joined)
    }
    return parts.allSatisfy { $0.variables.contains(variable) } ? parts.map(\.patterns) : []
  }
}
