internal import KGModel
internal import KGSPARQL

extension PropertyPath {
  /// A step along one triple.
  struct Atom {
    enum Predicates {
      /// One of these predicates, which are distinct.
      case among([IRI])
      /// Any predicate except these.
      case allBut([IRI])
    }
    let predicates: Predicates
    let isBackward: Bool
  }

  /// The alternative steps of a path along one triple; empty for a longer path.
  var steps: [Atom] {
    switch self {
    case .predicate(let iri): return [Atom(predicates: .among([iri]), isBackward: false)]
    case .inverse(let inner):
      return inner.steps.map { Atom(predicates: $0.predicates, isBackward: !$0.isBackward) }
    case .negated(let forward, let backward):
      return [
        forward.map { Atom(predicates: .allBut($0), isBackward: false) },
        backward.map { Atom(predicates: .allBut($0), isBackward: true) },
      ].compactMap { $0 }
    case .alternative(let parts):
      // Predicates of one direction are looked up together. A predicate listed twice is looked up twice.
      let steps = parts.map(\.steps)
      guard steps.allSatisfy({ $0.count == 1 }) else { return [] }
      var rounds: [(isBackward: Bool, predicates: [IRI])] = []
      for step in steps.joined() {
        guard case .among(let list) = step.predicates, list.count == 1 else { return [] }
        if let round = rounds.firstIndex(where: {
          $0.isBackward == step.isBackward && !$0.predicates.contains(list[0])
        }) {
          rounds[round].predicates.append(list[0])
        } else {
          rounds.append((step.isBackward, list))
        }
      }
      return rounds.map { Atom(predicates: .among($0.predicates), isBackward: $0.isBackward) }
    default: return []
    }
  }

  /// Whether ``chains`` describes the whole path.
  var isRepeatable: Bool {
    switch self {
    case .predicate, .negated: true
    case .inverse(let inner): inner.isRepeatable
    case .sequence(let parts), .alternative(let parts):
      parts.allSatisfy(\.isRepeatable) && chains.count <= 32
        && chains.allSatisfy { $0.count <= 32 }
    default: false
    }
  }

  /// The alternative sequences of steps of a path without repetition.
  var chains: [[Atom]] {
    switch self {
    case .predicate, .inverse, .negated: steps.map { [$0] }
    case .alternative(let parts):
      steps.isEmpty ? parts.flatMap(\.chains) : steps.map { [$0] }
    case .sequence(let parts):
      parts.reduce([[]]) { chains, part in
        guard chains.count <= 32 else { return chains }
        return chains.flatMap { chain in part.chains.map { chain + $0 } }
      }
    default: []
    }
  }

  /// The path from its end to its start.
  var reversed: PropertyPath {
    switch self {
    case .predicate: .inverse(self)
    case .inverse(let inner): inner
    case .sequence(let parts): .sequence(parts.reversed().map(\.reversed))
    case .alternative(let parts): .alternative(parts.map(\.reversed))
    case .zeroOrOne(let inner): .zeroOrOne(inner.reversed)
    case .zeroOrMore(let inner): .zeroOrMore(inner.reversed)
    case .oneOrMore(let inner): .oneOrMore(inner.reversed)
    case .negated(let forward, let backward): .negated(forward: backward, backward: forward)
    }
  }

  /// An equivalent path with `inverse` at single predicates only and without nested repetition.
  var simplified: PropertyPath {
    switch self {
    case .predicate, .negated: return self
    case .inverse(.predicate): return self
    case .inverse(let inner): return inner.simplified.reversed
    case .sequence(let parts): return .sequence(parts.map(\.simplified))
    case .alternative(let parts): return .alternative(parts.map(\.simplified))
    case .zeroOrOne(let inner):
      let inner = inner.simplified
      switch inner {
      case .zeroOrOne, .zeroOrMore: return inner
      case .oneOrMore(let step): return .zeroOrMore(step)
      default: return .zeroOrOne(inner)
      }
    case .zeroOrMore(let inner): return .zeroOrMore(inner.simplified.withoutRepetition)
    case .oneOrMore(let inner):
      let inner = inner.simplified
      return inner.mayBeEmpty
        ? .zeroOrMore(inner.withoutRepetition) : .oneOrMore(inner.withoutRepetition)
    }
  }

  private var withoutRepetition: PropertyPath {
    switch self {
    case .zeroOrOne(let inner), .zeroOrMore(let inner), .oneOrMore(let inner):
      inner.withoutRepetition
    default: self
    }
  }
}
