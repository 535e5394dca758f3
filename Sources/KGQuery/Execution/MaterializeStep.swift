internal import KGSPARQL

/// Rows that are needed more than once in a run and read once.
final class MaterializeStep: PlanStep {
  private var kept: RowBatch?

  init(_ input: PlanStep) {
    super.init(variables: input.variables, children: [input])
  }

  override var title: String { "kept" }
  override var hasDistinctRows: Bool { children[0].hasDistinctRows }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    if let kept { return Rows(kept) }
    var rows = RowBatch(width: variables.count)
    let input = try children[0].open(in: context)
    while let batch = try input.next() {
      for _ in 0..<batch.count { try context.keep(columns: variables.count) }
      rows.append(contentsOf: batch)
    }
    kept = rows
    context.atEnd { [weak self] in self?.kept = nil }
    return Rows(rows)
  }
}

/// Rows that are kept, under other names.
final class RenamedStep: PlanStep {
  private let kept: MaterializeStep

  /// - Parameter variables: One for each column of the rows.
  init(_ kept: MaterializeStep, _ variables: [Variable]) {
    self.kept = kept
    super.init(variables: variables)
  }

  override var title: String {
    let names = zip(variables, kept.variables).map { "?\($0.name) = ?\($1.name)" }
    return "the kept rows with " + names.joined(separator: ", ")
  }
  override var estimatedRows: Double { kept.estimatedRows }
  override var hasDistinctRows: Bool { kept.hasDistinctRows }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    try kept.open(in: context)
  }
}
