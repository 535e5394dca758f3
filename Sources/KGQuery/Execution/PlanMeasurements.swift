internal import KGQuerySource

/// What the steps of a plan did in one run.
package final class PlanMeasurements {
  struct Measurement {
    var rowCount = 0
    var openCount = 0
    /// Includes the steps below.
    var duration: Duration = .zero
  }

  private var measurements: [ObjectIdentifier: Measurement] = [:]

  /// No step has run yet.
  package init() {}

  /// What a step of the plan did; zeros when it has not run.
  func measurement(of step: any PlanStep) -> Measurement {
    measurements[ObjectIdentifier(step), default: Measurement()]
  }

  /// Opens a step and counts its rows and time.
  func measured(_ step: any PlanStep, _ open: () throws -> Rows) rethrows -> Rows {
    let key = ObjectIdentifier(step)
    let clock = ContinuousClock()
    let start = clock.now
    let rows = try open()
    measurements[key, default: Measurement()].openCount += 1
    measurements[key, default: Measurement()].duration += clock.now - start
    return Rows { [self] count in
      let start = clock.now
      let batch = try rows.next(count)
      measurements[key, default: Measurement()].duration += clock.now - start
      measurements[key, default: Measurement()].rowCount += batch?.count ?? 0
      return batch
    }
  }
}
