internal import KGQuerySource

/// The plans for a source by the text of their queries, and the results that their expressions share.
///
/// Plans contain term IDs of the source, so they live as long as it.
package final class PlanCache: SourceAttachment {
  let evaluation = EvaluationCache()
  private var plans: [String: QueryPlan] = [:]

  private static let maximumCount = 256

  package init() {}

  /// The plan for a query.
  ///
  /// - Parameters:
  ///   - text: Identifies the query.
  ///   - makePlan: Called when the query has no plan yet.
  func plan(_ text: String, _ makePlan: () throws -> QueryPlan) rethrows -> QueryPlan {
    if let known = plans[text] { return known }
    let plan = try makePlan()
    if plans.count >= Self.maximumCount { plans = [:] }
    plans[text] = plan
    return plan
  }
}
