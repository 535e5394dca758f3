/// A plan as indented lines, one a step.
enum PlanText {
  /// - Parameter measurements: What the steps did; `nil` to write estimates.
  static func text(_ plan: any PlanStep, _ measurements: PlanMeasurements?) -> String {
    var lines: [String] = []
    func add(_ step: any PlanStep, _ depth: Int) {
      let indentation = String(repeating: "  ", count: depth)
      let statistics = statistics(step, measurements)
      let title = step.title.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in title.enumerated() {
        lines.append(
          indentation + (index == 0 ? "" : "  ") + line + (index == 0 ? "  [\(statistics)]" : ""))
      }
      for child in step.children { add(child, depth + 1) }
    }
    add(plan, 0)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func statistics(
    _ step: any PlanStep, _ measurements: PlanMeasurements?
  ) -> String {
    guard let measurement = measurements?.measurement(of: step) else {
      return "about \(Int(min(step.estimatedRows, 1e15).rounded(.up))) rows"
    }
    let time = milliseconds(measurement.duration)
    return "\(measurement.rowCount) rows, \(measurement.openCount)x, \(time) ms"
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let thousandths = duration / .microseconds(1)
    return String((thousandths / 10).rounded() / 100)
  }
}
