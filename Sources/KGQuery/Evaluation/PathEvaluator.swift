internal import KGModel
internal import KGSPARQL

/// Property paths (SPARQL 1.1, section 18.4): pairs of nodes that a path connects.
struct PathEvaluator {
  let source: any PatternSource

  func solutions(_ subject: PatternTerm, _ path: PropertyPath, _ object: PatternTerm) throws
    -> [Solution]
  {
    var solutions: [Solution] = []
    func add(_ from: Term, _ to: Term) {
      var solution: Solution = [:]
      for (place, term) in [(subject, from), (object, to)] {
        switch place {
        case .term(let fixed): if fixed != term { return }
        case .variable(let variable):
          if let known = solution[variable], known != term { return }
          solution[variable] = term
        }
      }
      solutions.append(solution)
    }
    switch (subject, object) {
    case (.term(let from), _):
      for to in try reach(path, from: from) { add(from, to) }
    case (_, .term(let to)):
      for from in try reach(.inverse(path), from: to) { add(from, to) }
    default:
      for from in try starts(of: path) {
        for to in try reach(path, from: from) { add(from, to) }
      }
    }
    return solutions
  }

  /// The nodes at the other end, as often as the path's semantics say.
  private func reach(_ path: PropertyPath, from node: Term) throws -> [Term] {
    switch path {
    case .predicate(let iri):
      return try source.triples(subject: node, predicate: .iri(iri), object: nil).map(\.object)
    case .inverse(.predicate(let iri)):
      return try source.triples(subject: nil, predicate: .iri(iri), object: node).map(\.subject)
    case .inverse(let inner): return try reach(Self.reversed(inner), from: node)
    case .sequence(let first, let second):
      return try reach(first, from: node).flatMap { try reach(second, from: $0) }
    case .alternative(let first, let second):
      return try reach(first, from: node) + reach(second, from: node)
    case .zeroOrOne(let inner): return try distinct([node] + reach(inner, from: node))
    case .zeroOrMore(let inner): return try closure(inner, from: [node])
    case .oneOrMore(let inner): return try closure(inner, from: try reach(inner, from: node))
    }
  }

  private func closure(_ path: PropertyPath, from nodes: [Term]) throws -> [Term] {
    var found = distinct(nodes)
    var seen = Set(found)
    var next = 0
    while next < found.count {
      for node in try reach(path, from: found[next]) where seen.insert(node).inserted {
        found.append(node)
      }
      next += 1
    }
    return found
  }

  private static func reversed(_ path: PropertyPath) -> PropertyPath {
    switch path {
    case .predicate: .inverse(path)
    case .inverse(let inner): inner
    case .sequence(let first, let second): .sequence(reversed(second), reversed(first))
    case .alternative(let first, let second): .alternative(reversed(first), reversed(second))
    case .zeroOrOne(let inner): .zeroOrOne(reversed(inner))
    case .zeroOrMore(let inner): .zeroOrMore(reversed(inner))
    case .oneOrMore(let inner): .oneOrMore(reversed(inner))
    }
  }

  /// Where a path can begin when neither end is given: every node, since a path may be empty.
  private func starts(of path: PropertyPath) throws -> [Term] {
    let triples = try source.triples(subject: nil, predicate: nil, object: nil)
    return distinct(triples.flatMap { [$0.subject, $0.object] })
  }

  private func distinct(_ nodes: [Term]) -> [Term] {
    var seen: Set<Term> = []
    return nodes.filter { seen.insert($0).inserted }
  }
}
