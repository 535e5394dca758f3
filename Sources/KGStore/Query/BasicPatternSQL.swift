internal import KGModel
internal import KGSPARQL

/// A basic graph pattern as one SELECT over the three covering orders.
///
/// Each triple pattern is one table of the join: the order is chosen by what is bound when it is
/// reached, so that every step is a range of one index. Constants are arguments, never text.
struct BasicPatternSQL {
  let sql: String
  let arguments: [Int64]
  let variables: [Variable]

  /// - Parameter id: the number of a constant's entity; `nil` when no statement names it, and the
  ///   pattern has no solutions.
  init?(_ patterns: [TriplePattern], id: (Term) throws -> Int64?) rethrows {
    var columns: [(variable: Variable, column: String)] = []
    var tables: [String] = []
    var conditions: [String] = []
    var arguments: [Int64] = []
    for (index, pattern) in Self.ordered(patterns).enumerated() {
      let alias = "t\(index)"
      let places = [("s", pattern.subject), ("p", pattern.predicate), ("o", pattern.object)]
      var isBound: Set<String> = []
      for (name, place) in places {
        let column = "\(alias).\(name)"
        switch place {
        case .term(let term):
          guard let number = try id(term) else { return nil }
          conditions.append("\(column) = ?")
          arguments.append(number)
          isBound.insert(name)
        case .variable(let variable):
          if let known = columns.first(where: { $0.variable == variable }) {
            conditions.append("\(column) = \(known.column)")
            if !known.column.hasPrefix(alias + ".") { isBound.insert(name) }
          } else {
            columns.append((variable, column))
          }
        }
      }
      tables.append("\(Self.table(bound: isBound)) AS \(alias)")
    }
    variables = columns.map(\.variable)
    let selected = columns.isEmpty ? "1" : columns.map(\.column).joined(separator: ", ")
    // CROSS JOIN keeps SQLite from changing the order.
    sql =
      "SELECT \(selected) FROM \(tables.joined(separator: " CROSS JOIN "))"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    self.arguments = arguments
  }

  /// Greedy: next comes the pattern with most bound places, an object before a predicate.
  private static func ordered(_ patterns: [TriplePattern]) -> [TriplePattern] {
    var rest = patterns
    var bound: Set<Variable> = []
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

  private static func table(bound: Set<String>) -> String {
    if bound.contains("s") { return bound.contains("o") && !bound.contains("p") ? "osp" : "spo" }
    if bound.contains("p") { return "pos" }
    return bound.contains("o") ? "osp" : "spo"
  }
}
