internal import KGModel
internal import KGSPARQL

/// In which order the patterns of a basic graph pattern are joined, and which index serves each.
enum BasicPatternOrder {
  /// Greedy: next comes the pattern with most bound places, an object before a predicate.
  static func ordered(_ patterns: [TriplePattern], bound: Set<Variable>) -> [TriplePattern] {
    var rest = patterns
    var bound = bound
    var ordered: [TriplePattern] = []
    while !rest.isEmpty {
      let scores = rest.map { score($0, bound) }
      guard let best = scores.max(), let index = scores.firstIndex(of: best) else { break }
      let next = rest.remove(at: index)
      ordered.append(next)
      for case .variable(let variable) in [next.subject, next.predicate, next.object] {
        bound.insert(variable)
      }
    }
    return ordered
  }

  /// A bound subject narrows most, then an object; a type says least of all.
  private static func score(_ pattern: TriplePattern, _ bound: Set<Variable>) -> Int {
    func isBound(_ place: PatternTerm) -> Bool {
      switch place {
      case .term: true
      case .variable(let variable): bound.contains(variable)
      }
    }
    let isType = pattern.predicate == .term(.iri(RDF.type))
    return (isBound(pattern.subject) ? 8 : 0) + (isBound(pattern.object) ? (isType ? 3 : 6) : 0)
      + (isBound(pattern.predicate) ? 1 : 0)
  }

  /// The covering order in which the bound places come first; an object alone is looked up once a
  /// predicate.
  static func index(bound: Set<String>) -> String {
    if bound.contains("s") { return "spo" }
    if bound.contains("p") { return "pos" }
    return bound.contains("o")
      ? "(SELECT pos.s, pos.p, pos.o FROM predicate CROSS JOIN pos ON pos.p = predicate.p)" : "spo"
  }
}
