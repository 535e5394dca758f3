internal import KGSPARQL

/// A part that the source answers.
final class SourceStep: PlanStep {
  private let part: any PreparedPart

  init(_ part: any PreparedPart, bindings: [Variable]) {
    self.part = part
    super.init(variables: part.variables, bindings: bindings)
  }

  override var title: String { part.explanation }
  override var estimatedRows: Double { part.estimatedRows }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let cursor = try part.open(bindings: bindings)
    return Rows { count in
      try context.checkTime()
      return try cursor.next(count)
    }
  }
}

/// Rows that stand in the query.
final class ValuesStep: PlanStep {
  private let table: RowBatch

  init(_ variables: [Variable], _ rows: [[Int64]]) {
    table = RowBatch(rows, width: variables.count)
    super.init(variables: variables)
  }

  override var title: String {
    variables.isEmpty && table.count == 1 ? "one empty solution" : "\(table.count) rows of VALUES"
  }
  override var estimatedRows: Double { Double(table.count) }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) -> Rows { Rows(table) }
}
