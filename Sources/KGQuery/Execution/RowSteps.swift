internal import KGModel
internal import KGQuerySource
internal import KGSPARQL

/// Keeps the rows for which all conditions hold.
final class FilterStep: PlanStep {
  let shape: StepShape
  private let conditions: [StepExpression]

  init(_ input: any PlanStep, _ conditions: [StepExpression]) {
    self.conditions = conditions
    shape = StepShape(variables: input.variables, bindings: input.bindings, children: [input])
  }

  var title: String { "filter " + conditions.map(\.expression.text).joined(separator: " && ") }
  var hasDistinctRows: Bool { children[0].hasDistinctRows }
  var estimatedRows: Double { children[0].estimatedRows / 3 }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(bindings, in: run)
    let evaluators = conditions.map { $0.evaluator(in: run) }
    return Rows(of: input, in: run, width: variables.count) { row, result in
      run.functions.beginSolution()
      if try evaluators.allSatisfy({ try $0.truth(row) == true }) { result.append(row) }
    }
  }
}

/// Binds variables to the values of expressions.
final class ExtendStep: PlanStep {
  let shape: StepShape
  private let expressions: [StepExpression]

  /// - Parameter expressions: Each sees the variables of the input and of the assignments before it.
  init(_ input: any PlanStep, _ variables: [Variable], _ expressions: [StepExpression]) {
    self.expressions = expressions
    shape = StepShape(
      variables: input.variables + variables, bindings: input.bindings, children: [input])
  }

  var title: String {
    let assigned = variables.suffix(expressions.count)
    return "bind "
      + zip(assigned, expressions).map { "?\($0.name) = \($1.expression.text)" }
      .joined(separator: ", ")
  }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(bindings, in: run)
    let width = children[0].variables.count
    let evaluators = expressions.map { $0.evaluator(in: run) }
    return Rows(of: input, in: run, width: variables.count) { row, result in
      run.functions.beginSolution()
      result.append(row, width: width)
      for evaluator in evaluators {
        // An assignment sees those before it.
        result.appendValue(try evaluator.termID(evaluators.count == 1 ? row : result.last))
      }
    }
  }
}

/// Keeps some columns.
final class ProjectStep: PlanStep {
  let shape: StepShape
  /// `nil` for a variable that no row binds.
  private let places: [Int?]

  init(_ input: any PlanStep, _ variables: [Variable]) {
    places = variables.map(input.place)
    shape = StepShape(
      variables: variables,
      bindings: input.bindings.allSatisfy(variables.contains) ? input.bindings : [],
      children: [input])
  }

  func limited(to count: Int) -> any PlanStep {
    ProjectStep(children[0].limited(to: count), variables)
  }

  func prefetchingTerms(of variables: [Variable]) -> any PlanStep {
    ProjectStep(children[0].prefetchingTerms(of: variables), self.variables)
  }

  var hasDistinctRows: Bool {
    children[0].hasDistinctRows
      && children[0].variables.indices.allSatisfy { place in places.contains { $0 == place } }
  }

  var title: String { "columns " + variables.map { "?" + $0.name }.joined(separator: " ") }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(self.bindings(for: children[0], from: bindings), in: run)
    if places == children[0].variables.indices.map({ $0 }) { return input }
    return Rows(of: input, in: run, width: places.count) { [places] row, result in
      result.append(row, places: places)
    }
  }
}

/// Each row once.
final class DistinctStep: PlanStep {
  let shape: StepShape

  init(_ input: any PlanStep) {
    shape = StepShape(variables: input.variables, bindings: input.bindings, children: [input])
  }

  var title: String { "distinct" }
  var hasDistinctRows: Bool { true }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let input = try children[0].open(bindings, in: run)
    var seen = RowTable(width: variables.count)
    let places = Array(variables.indices)
    let memory = run.memoryShare()
    return Rows(of: input, in: run, width: variables.count) { row, result in
      if seen.insert(row, places: places).isNew {
        try memory.keep(columns: places.count)
        result.append(row)
      }
    }
  }
}

/// Up to a number of rows after skipping some.
final class SliceStep: PlanStep {
  let shape: StepShape
  private let offset: Int
  private let limit: Int?

  init(_ input: any PlanStep, offset: Int, limit: Int?) {
    self.offset = offset
    self.limit = limit
    shape = StepShape(variables: input.variables, children: [input])
  }

  var title: String {
    [limit.map { "the first \($0)" }, offset > 0 ? "after \(offset)" : nil].compactMap { $0 }
      .joined(separator: " ")
  }
  var estimatedRows: Double {
    min(children[0].estimatedRows, limit.map(Double.init) ?? .infinity)
  }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    var left = limit ?? .max
    if left == 0 { return .empty }
    let input = try children[0].open(in: run)
    var skipped = 0
    return Rows { [offset] count in
      while left > 0 {
        let wanted = min(count, left)
        guard let batch = try input.next(wanted + min(offset - skipped, RowBatch.usualCount))
        else { return nil }
        let first = min(offset - skipped, batch.count)
        skipped += first
        guard first < batch.count else { continue }
        let result = batch.part(first, count: left)
        left -= result.count
        return result
      }
      return nil
    }
  }
}

/// The rows of all parts, one part after the other.
final class UnionStep: PlanStep {
  let shape: StepShape

  init(_ parts: [any PlanStep], variables: [Variable], bindings: [Variable]) {
    shape = StepShape(variables: variables, bindings: bindings, children: parts)
  }

  var title: String { "union" }
  var estimatedRows: Double { children.reduce(0) { $0 + $1.estimatedRows } }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    var part = 0
    var current: Rows?
    return Rows { [self] count in
      while true {
        if let batch = try current?.next(count) { return batch }
        guard part < children.count else { return nil }
        let child = children[part]
        part += 1
        let places = variables.map(child.place)
        current = Rows(
          of: try child.open(self.bindings(for: child, from: bindings), in: run), in: run,
          width: places.count
        ) { row, result in result.append(row, places: places) }
      }
    }
  }
}
