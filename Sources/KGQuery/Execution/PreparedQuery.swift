internal import KGModel
package import KGQuerySource
package import KGSPARQL

/// A query with its plan and its source, which can be run any number of times, also during another run.
package struct PreparedQuery {
  package let plan: QueryPlan
  private let source: any QuerySource
  private let evaluation: EvaluationCache

  /// - Parameter source: The one that the plan was made for, or another one with the same term IDs.
  package init(_ plan: QueryPlan, source: any QuerySource) {
    self.plan = plan
    self.source = plan.query.dataset.map(source.restricted) ?? source
    evaluation = source.attachments.object(PlanCache.self).evaluation
  }

  /// Plans a query.
  ///
  /// - Throws: ``QueryError/unknownFunction(_:)``, ``QueryError/depth(_:)``, and errors of the source.
  package init(_ query: Query, source: any QuerySource) throws {
    self.init(try QueryPlan(query, source: source), source: source)
  }

  /// A query whose plan may be known already.
  ///
  /// - Parameters:
  ///   - text: Identifies the query among those of the source.
  ///   - parse: Parses the text; called when there is no plan yet.
  /// - Throws: Errors of `parse`, and as ``init(_:source:)``.
  package init(
    named text: String, source: any QuerySource, parse: (String) throws -> Query
  ) throws {
    let plan = try source.attachments.object(PlanCache.self).plan(text) {
      try QueryPlan(parse(text), source: source)
    }
    self.init(plan, source: source)
  }

  /// Runs the query and passes the result on as it is found.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked often; `true` ends the run with ``QueryError/cancelled``.
  ///   - measurements: Takes the rows and the time of each step; `nil` not to measure.
  /// - Throws: ``QueryError`` when the run needs more than the limits allow, and errors of source and consumer.
  package func run(
    _ consumer: inout some ResultConsumer, limits: QueryLimits = QueryLimits(),
    measurements: PlanMeasurements? = nil, isCancelled: @escaping () -> Bool = { false }
  ) throws {
    let run = QueryRun(
      source: source, base: plan.query.base, evaluation: evaluation, limits: limits,
      measurements: measurements, isCancelled: isCancelled)
    defer { run.end() }
    do {
      try run.checkTime()
      try ResultForm(plan: plan, run: run).write(&consumer)
      // A function that was interrupted returns an error value, which reads like any other.
      try run.checkTime()
    } catch let error as QueryError {
      throw error
    } catch {
      // A source that was interrupted throws an error of its own.
      try run.checkTime()
      throw error
    }
  }

  /// Runs the query and returns the whole result.
  ///
  /// - Throws: As ``run(_:limits:measurements:isCancelled:)``.
  package func result(
    limits: QueryLimits = QueryLimits(), measurements: PlanMeasurements? = nil
  ) throws -> QueryResult {
    var collector = ResultCollector()
    try run(&collector, limits: limits, measurements: measurements)
    switch plan.query.form {
    case .construct, .describe: return .graph(collector.triples)
    case .select, .ask:
      return collector.boolean.map { .boolean($0) }
        ?? .solutions(SolutionTable(variables: collector.variables, rows: collector.rows))
    }
  }
}
