/// A plan as indented lines, one a step.
enum PlanText {
  static func text(_ plan: PlanStep, isMeasured: Bool) -> String {
    var lines: [String] = []
    func add(_ step: PlanStep, _ depth: Int) {
      let indentation = String(repeating: "  ", count: depth)
      let statistics =
        isMeasured
        ? "  [\(step.measured.rowCount) rows, \(step.measured.openCount)x, \(milliseconds(step.measured.duration)) ms]"
        : "  [about \(Int(min(step.estimatedRows, 1e15).rounded(.up))) rows]"
      let title = step.title.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in title.enumerated() {
        lines.append(indentation + (index == 0 ? "" : "  ") + line + (index == 0 ? statistics : ""))
      }
      for child in step.children { add(child, depth + 1) }
    }
    add(plan, 0)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let thousandths = duration / .microseconds(1)
    return String((thousandths / 10).rounded() / 100)
  }
}
