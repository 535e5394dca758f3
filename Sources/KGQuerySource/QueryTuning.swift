/// Thresholds at which a query is executed in another way. Answers do not depend on them: tests make them small, so
/// that small graphs take every way.
package struct QueryTuning: Sendable {
  /// Up to so many rows, duplicates are kept until the end.
  package var rowsWorthDropping = 100.0
  /// Patterns with more rows are split into parts where that gives fewer.
  package var rowsWorthSplitting = 20_000.0
  /// Rows of a join's left side that are joined at a time: at first, and at most.
  package var joinBatches = 64...8192
  /// Up to so many first rows are kept sorted as rows come; more are sorted at the end.
  package var rowsKeptInOrder = 1000

  package init() {}

  /// The thresholds of the plans that a task makes.
  @TaskLocal package static var current = QueryTuning()
}
