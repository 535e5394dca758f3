/// Figures from which on a query is carried out in another way. Answers do not depend on them: tests make them small,
/// so that small graphs go every way.
package struct QueryTuning: Sendable {
  /// Of fewer rows duplicates do no harm on the way.
  package var rowsWorthDropping = 100.0
  /// Patterns with more rows are worth a second plan, from parts.
  package var rowsWorthSplitting = 20_000.0
  /// Rows of the left side that are joined at once, first and at most.
  package var joinBatches = 64...8192
  /// So many first rows are kept in their order as rows come; more are sorted at the end.
  package var rowsKeptInOrder = 1000

  package init() {}

  /// What holds for the plans that a task makes.
  @TaskLocal package static var current = QueryTuning()
}
