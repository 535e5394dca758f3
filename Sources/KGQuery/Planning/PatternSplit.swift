internal import KGSPARQL

/// A basic graph pattern as parts that share exactly one variable.
struct PatternSplit {
  let variable: Variable
  /// Two or more.
  let parts: [[TriplePattern]]

  /// All ways to split a pattern: one for each variable without which it is not connected.
  static func all(of patterns: [TriplePattern]) -> [PatternSplit] {
    patterns.flatMap(\.variables).uniqued.compactMap { variable in
      let parts = parts(of: patterns, without: variable)
      return parts.count > 1 ? PatternSplit(variable: variable, parts: parts) : nil
    }
  }

  /// The connected parts that are left without a variable; empty when one of them does not contain the variable.
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

  /// The names that the variables of one part have in another part; `nil` where the parts differ in more than
  /// names.
  static func names(
    of part: [TriplePattern], in other: [TriplePattern]
  ) -> [Variable: Variable]? {
    guard part.count == other.count else { return nil }
    var names: [Variable: Variable] = [:]
    for (pattern, partner) in zip(part, other) {
      let places = [
        (pattern.subject, partner.subject), (pattern.predicate, partner.predicate),
        (pattern.object, partner.object),
      ]
      for (place, partner) in places {
        guard let variable = place.variable, let name = partner.variable else {
          guard place == partner else { return nil }
          continue
        }
        if names[variable, default: name] != name { return nil }
        names[variable] = name
      }
    }
    return Set(names.values).count == names.count ? names : nil
  }
}

/// One part of a split with the columns that are needed of it.
struct SplitPart {
  let patterns: [TriplePattern]
  /// The conditions of the whole pattern that are about this part alone.
  let conditions: [Expression]
  /// The variables that other parts, conditions or the result use.
  let variables: [Variable]

  init(_ patterns: [TriplePattern], _ conditions: [Expression], _ wanted: Set<Variable>) {
    let own = Algebra.basic(patterns).variables
    self.patterns = patterns
    self.conditions = conditions.filter {
      !$0.hasExists && Set($0.variables).isSubset(of: own)
    }
    variables = own.filter(wanted.contains)
  }

  var algebra: Algebra {
    let pattern = Algebra.basic(patterns)
    return .reduced(
      .project(
        conditions.isEmpty ? pattern : .filter(.all(conditions), pattern), variables))
  }

  /// The names here of another part's columns; `nil` where the parts differ in more than names.
  func variables(whereSameAs other: SplitPart) -> [Variable]? {
    guard conditions.isEmpty, other.conditions.isEmpty,
      let names = PatternSplit.names(of: other.patterns, in: patterns)
    else { return nil }
    let renamed = other.variables.compactMap { names[$0] }
    return Set(renamed) == Set(variables) ? renamed : nil
  }
}
