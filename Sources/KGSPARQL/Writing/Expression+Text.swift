internal import KGModel
internal import KGRDF

/// Parts of queries as SPARQL writes them, for plans and messages.
extension Expression {
  package var text: String {
    switch self {
    case .term(let term): term.text
    case .variable(let variable): variable.text
    case .or(let parts): "(" + parts.map(\.text).joined(separator: " || ") + ")"
    case .and(let parts): "(" + parts.map(\.text).joined(separator: " && ") + ")"
    case .not(let inner): "!" + inner.text
    case .compare(let left, let comparison, let right):
      "\(left.text) \(comparison.rawValue) \(right.text)"
    case .arithmetic(let first, let rest):
      "(" + first.text + rest.map { " \($0.sign.rawValue) \($0.operand.text)" }.joined() + ")"
    case .negate(let inner): "-" + inner.text
    case .isIn(let item, let list):
      "\(item.text) IN (" + list.map(\.text).joined(separator: ", ") + ")"
    case .call(let function, let arguments):
      function.name + "(" + arguments.map(\.text).joined(separator: ", ") + ")"
    case .function(let name, let arguments):
      name.shortForm + "(" + arguments.map(\.text).joined(separator: ", ") + ")"
    case .exists: "EXISTS {…}"
    case .aggregate(let aggregate): aggregate.text
    }
  }
}

extension Aggregate {
  package var text: String {
    function.rawValue + "(" + (distinct ? "DISTINCT " : "") + (argument?.text ?? "*") + ")"
  }
}

extension OrderCondition {
  package var text: String { descending ? "DESC(\(expression.text))" : expression.text }
}

extension Variable {
  package var text: String { "?" + name }
}

extension PatternTerm {
  package var text: String {
    switch self {
    case .term(let term): term.text
    case .variable(let variable): variable.text
    }
  }
}

extension TriplePattern {
  package var text: String { "\(subject.text) \(predicate.text) \(object.text)" }
}

extension PropertyPath {
  package var text: String {
    switch self {
    case .predicate(let iri): iri.shortForm
    case .inverse(let inner): "^" + inner.text
    case .sequence(let parts): "(" + parts.map(\.text).joined(separator: "/") + ")"
    case .alternative(let parts): "(" + parts.map(\.text).joined(separator: "|") + ")"
    case .zeroOrMore(let inner): inner.text + "*"
    case .oneOrMore(let inner): inner.text + "+"
    case .zeroOrOne(let inner): inner.text + "?"
    case .negated(let forward, let backward):
      "!("
        + ((forward ?? []).map(\.shortForm) + (backward ?? []).map { "^" + $0.shortForm })
        .joined(separator: "|") + ")"
    }
  }
}

extension Term {
  fileprivate var text: String {
    guard let iri else { return NTriplesWriter.text(self) }
    let short = iri.shortForm
    return short == iri.value ? NTriplesWriter.text(self) : short
  }
}
