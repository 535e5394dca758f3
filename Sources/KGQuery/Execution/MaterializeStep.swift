internal import KGQuerySource
internal import KGSPARQL

/// Rows that a run needs more than once and reads once.
final class MaterializeStep: PlanStep {
  let shape: StepShape

  init(_ input: any PlanStep) {
    shape = StepShape(variables: input.variables, children: [input])
  }

  var title: String { "materialize" }
  var hasDistinctRows: Bool { children[0].hasDistinctRows }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let rows = try run.rows(of: self) { memory in
      var rows = RowBatch(width: variables.count)
      let input = try children[0].open(in: run)
      while let batch = try input.next() {
        for _ in 0..<batch.count { try memory.keep(columns: variables.count) }
        rows.append(contentsOf: batch)
      }
      return rows
    }
    return Rows(rows)
  }
}

/// The rows of a materialized step under other names.
final class RenameStep: PlanStep {
  let shape: StepShape
  private let original: MaterializeStep

  /// - Parameter variables: One for each column of the rows.
  init(_ original: MaterializeStep, _ variables: [Variable]) {
    self.original = original
    shape = StepShape(variables: variables)
  }

  var title: String {
    let names = zip(variables, original.variables).map { "?\($0.name) = ?\($1.name)" }
    return "the materialized rows with " + names.joined(separator: ", ")
  }
  var estimatedRows: Double { original.estimatedRows }
  var hasDistinctRows: Bool { original.hasDistinctRows }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    try original.open(in: run)
  }
}
