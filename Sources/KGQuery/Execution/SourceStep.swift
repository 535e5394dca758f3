internal import KGQuerySource
internal import KGSPARQL

/// A part that the source answers.
final class SourceStep: PlanStep {
  let shape: StepShape
  private let part: any PreparedPart

  init(_ part: any PreparedPart, bindings: [Variable]) {
    self.part = part
    shape = StepShape(variables: part.variables, bindings: bindings)
  }

  var title: String { part.explanation }
  var estimatedRows: Double { part.estimatedRows }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let cursor = try run.source.open(part, bindings: bindings)
    return Rows { count in
      try run.checkTime()
      return try cursor.next(count)
    }
  }
}

/// Rows that are written in the query.
final class ValuesStep: PlanStep {
  let shape: StepShape
  private let table: RowBatch

  init(_ variables: [Variable], _ rows: [[Int64]]) {
    table = RowBatch(rows, width: variables.count)
    shape = StepShape(variables: variables)
  }

  var title: String {
    variables.isEmpty && table.count == 1 ? "one empty solution" : "\(table.count) rows of VALUES"
  }
  var estimatedRows: Double { Double(table.count) }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) -> Rows { Rows(table) }
}
