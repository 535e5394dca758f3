internal import KGQuerySource
internal import KGSPARQL

/// A SERVICE, which is never asked.
final class ServiceStep: PlanStep {
  let shape: StepShape
  private let name: String
  private let isSilent: Bool

  init(_ name: String, variables: [Variable], isSilent: Bool) {
    self.name = name
    self.isSilent = isSilent
    shape = StepShape(variables: variables)
  }

  var title: String { "service \(name)" }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    guard isSilent else { throw QueryError.service(name) }
    // A silent failure is one empty solution (SPARQL 1.1 Federated Query, section 3).
    return Rows(RowBatch([variables.map { _ in 0 }], width: variables.count))
  }
}
