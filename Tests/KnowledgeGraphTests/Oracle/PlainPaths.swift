import KGModel
import KGSPARQL

/// Property paths as section 18.4 of the recommendation defines them.
struct PlainPaths {
  private let triples: [Triple]
  private let nodes: Set<Term>

  init(_ triples: [Triple]) {
    self.triples = triples
    nodes = Set(triples.flatMap { [$0.subject, $0.object] })
  }

  func solutions(_ subject: PatternTerm, _ path: PropertyPath, _ object: PatternTerm) -> [Solution]
  {
    var starts = nodes
    // A term of the query counts as a node for paths that may be empty.
    if let term = subject.term { starts = [term] }
    if let term = object.term { starts.insert(term) }
    return starts.flatMap { start in
      ends(of: path, from: start).compactMap { end in
        var solution: Solution? = [:]
        for (place, term) in [(subject, start), (object, end)] {
          switch place {
          case .term(let fixed): if fixed != term { solution = nil }
          case .variable(let variable):
            solution = solution.flatMap { PlainEvaluator.merged($0, [variable: term]) }
          }
        }
        return solution
      }
    }
  }

  /// The nodes at the other end, as often as the path's definition says.
  private func ends(of path: PropertyPath, from start: Term) -> [Term] {
    switch path {
    case .predicate(let iri):
      return triples.filter { $0.subject == start && $0.predicate == iri }.map(\.object)
    case .inverse(let inner):
      return nodes.union([start]).flatMap { node in
        ends(of: inner, from: node).filter { $0 == start }.map { _ in node }
      }
    case .sequence(let parts):
      return parts.reduce([start]) { nodes, part in nodes.flatMap { ends(of: part, from: $0) } }
    case .alternative(let parts): return parts.flatMap { ends(of: $0, from: start) }
    case .zeroOrOne(let inner): return Array(Set([start] + ends(of: inner, from: start)))
    case .zeroOrMore(let inner): return Array(reached(inner, from: [start]))
    case .oneOrMore(let inner): return Array(reached(inner, from: ends(of: inner, from: start)))
    case .negated(let forward, let backward):
      let ahead = forward.map { list in
        triples.filter { $0.subject == start && !list.contains($0.predicate) }.map(\.object)
      }
      let back = backward.map { list in
        triples.filter { $0.object == start && !list.contains($0.predicate) }.map(\.subject)
      }
      return (ahead ?? []) + (back ?? [])
    }
  }

  private func reached(_ path: PropertyPath, from starts: [Term]) -> Set<Term> {
    var found = Set(starts)
    var queue = Array(found)
    while let node = queue.popLast() {
      for end in ends(of: path, from: node) where found.insert(end).inserted { queue.append(end) }
    }
    return found
  }
}
