internal import KGModel
internal import KGSPARQL

/// A basic graph pattern in SQL: a join of one table a triple pattern, in an order of ours.
struct BasicPatternSQL {
  let tables: GraphTables
  /// The variable of the graph's name, where the tables tell it.
  let graph: Variable?
  /// The numbers of a term: of more than one where language tags differ in case.
  let numbers: (Term) throws -> [Int64]

  /// SQLite joins no more tables than 64.
  static let maximumPatterns = 60

  /// - Parameter hint: The variables of the hint's table, if it is to be joined.
  func sql(_ ordered: [TriplePattern], hint: [Variable]?) throws -> PatternSQL {
    var columns: [Variable: String] = [:]
    var variables: [Variable] = []
    var conditions: [String] = []
    var from: [String] = []
    func bind(_ variable: Variable, _ column: String) {
      columns[variable] = column
      variables.append(variable)
    }
    if let hint {
      from.append(PatternSQL.hintTable)
      for (index, variable) in hint.enumerated() {
        bind(variable, "\(PatternSQL.hintTable).c\(index)")
      }
    }
    for (index, pattern) in ordered.enumerated() {
      let alias = "t\(index + 1)"
      var bound: Set<GraphTables.Place> = []
      var own: [Variable: String] = [:]
      let places: [(GraphTables.Place, PatternTerm)] = [
        (.s, pattern.subject), (.p, pattern.predicate), (.o, pattern.object),
      ]
      for (place, term) in places {
        let column = "\(alias).\(place.rawValue)"
        switch term {
        case .term(let term):
          let numbers = try numbers(term).map(String.init)
          conditions.append(
            numbers.count == 1
              ? "\(column) = \(numbers[0])" : "\(column) IN (\(numbers.joined(separator: ", ")))")
          bound.insert(place)
        case .variable(let variable):
          if let known = columns[variable] {
            conditions.append("\(column) = \(known)")
            bound.insert(place)
          } else if let known = own[variable] {
            conditions.append("\(column) = \(known)")
          } else {
            own[variable] = column
          }
        }
      }
      for variable in pattern.variables where columns[variable] == nil {
        if let column = own[variable] { bind(variable, column) }
      }
      conditions += tables.conditions(on: alias)
      if let graph {
        if let known = columns[graph] {
          conditions.append("\(alias).g = \(known)")
        } else {
          bind(graph, "\(alias).g")
        }
      }
      from.append("\(tables.table(bound: bound)) AS \(alias)")
    }
    let list = variables.compactMap { columns[$0] }
    var sql = PatternSQL()
    sql.variables = variables
    // CROSS JOIN keeps SQLite from changing the order.
    sql.statement =
      "SELECT " + (list.isEmpty ? "1" : list.joined(separator: ", ")) + " FROM "
      + from.joined(separator: " CROSS JOIN ")
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
    return sql
  }
}
