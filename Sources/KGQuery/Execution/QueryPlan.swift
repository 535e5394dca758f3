internal import KGModel
package import KGQuerySource
package import KGSPARQL

/// How a query is answered from one source. A value without state: it can be run any number of times, also by
/// several runs at once.
package struct QueryPlan: Sendable {
  /// The query that the plan answers.
  package let query: Query
  let root: any PlanStep

  /// - Parameter source: The source whose term IDs the plan contains.
  /// - Throws: ``QueryError/unknownFunction(_:)``, ``QueryError/depth(_:)``, and errors of the source.
  package init(_ query: Query, source: any QuerySource) throws {
    self.query = query
    root = try Planner(source: query.dataset.map(source.restricted) ?? source)
      .plan(query.algebra)
      .prefetchingTerms(of: query.variables)
  }

  /// The steps as indented lines, for people.
  ///
  /// - Parameter measurements: Of a run of this plan; `nil` to write estimates.
  package func explanation(_ measurements: PlanMeasurements? = nil) -> String {
    PlanText.text(root, measurements)
  }
}
