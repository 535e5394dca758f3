internal import KGSPARQL

/// A basic graph pattern as parts that have one variable in common and no other.
struct PatternSplit {
  let variable: Variable
  /// Two or more.
  let parts: [[TriplePattern]]

  /// All ways to split a pattern: one for each variable without which it falls apart.
  static func all(of patterns: [TriplePattern]) -> [PatternSplit] {
    patterns.flatMap(\.variables).uniqued.compactMap { variable in
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

  /// The names that variables of one part have in another that is the same but for them; `nil` where they
  /// differ in more.
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

/// One part of a split, as it is asked for.
struct SplitPart {
  let patterns: [TriplePattern]
  /// Those of the whole pattern's conditions that are about this part alone.
  let conditions: [Expression]
  /// The variables that the others look at.
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

  /// What the columns of another part are called here, if this one is the same but for names.
  func variables(whereSameAs other: SplitPart) -> [Variable]? {
    guard conditions.isEmpty, other.conditions.isEmpty,
      let names = PatternSplit.names(of: other.patterns, in: patterns)
    else { return nil }
    let renamed = other.variables.compactMap { names[$0] }
    return Set(renamed) == Set(variables) ? renamed : nil
  }
}
