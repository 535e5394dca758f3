internal import KGModel
internal import KGSPARQL

/// Keeps the rows for which a condition holds.
final class FilterStep: PlanStep {
  private let conditions: [ExpressionEvaluator]
  /// For people: made when somebody asks.
  private let text: () -> String

  init(
    _ input: PlanStep, _ conditions: [ExpressionEvaluator],
    text: @autoclosure @escaping () -> String
  ) {
    self.conditions = conditions
    self.text = text
    super.init(variables: input.variables, bindings: input.bindings, children: [input])
  }

  override var title: String { "filter \(text())" }
  override var hasDistinctRows: Bool { children[0].hasDistinctRows }
  override var estimatedRows: Double { children[0].estimatedRows / 3 }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(bindings, in: context)
    return Rows(of: input, in: context, width: variables.count) { [conditions] row, result in
      context.functions.beginSolution()
      if try conditions.allSatisfy({ try $0.truth(row) == true }) { result.append(row) }
    }
  }
}

/// Binds variables to the values of expressions.
final class ExtendStep: PlanStep {
  private let evaluators: [ExpressionEvaluator]
  /// For people: made when somebody asks.
  private let text: () -> String

  /// - Parameter evaluators: Each sees the variables of the input and of the assignments before it.
  init(
    _ input: PlanStep, _ variables: [Variable], _ evaluators: [ExpressionEvaluator],
    bindings: [Variable], text: @autoclosure @escaping () -> String
  ) {
    self.evaluators = evaluators
    self.text = text
    super.init(variables: input.variables + variables, bindings: bindings, children: [input])
  }

  override var title: String { "bind \(text())" }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.bindings(for: children[0], from: bindings), in: context)
    let width = children[0].variables.count
    return Rows(of: input, in: context, width: variables.count) { [evaluators] row, result in
      context.functions.beginSolution()
      result.append(row, width: width)
      for evaluator in evaluators {
        // An assignment sees those before it.
        result.appendValue(try evaluator.number(evaluators.count == 1 ? row : result.last))
      }
    }
  }
}

/// Keeps some columns.
final class ProjectStep: PlanStep {
  /// `nil` for a variable that no row binds.
  private let places: [Int?]

  init(_ input: PlanStep, _ variables: [Variable]) {
    places = variables.map(input.place)
    super.init(
      variables: variables,
      bindings: input.bindings.allSatisfy(variables.contains) ? input.bindings : [],
      children: [input])
  }

  override func limit(to count: Int) { children[0].limit(to: count) }
  override func prefetchTerms(_ variables: [Variable]) { children[0].prefetchTerms(variables) }

  override var hasDistinctRows: Bool {
    children[0].hasDistinctRows
      && children[0].variables.indices.allSatisfy { place in places.contains { $0 == place } }
  }

  override var title: String { "columns " + variables.map { "?" + $0.name }.joined(separator: " ") }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.bindings(for: children[0], from: bindings), in: context)
    if places == children[0].variables.indices.map({ $0 }) { return input }
    return Rows(of: input, in: context, width: places.count) { [places] row, result in
      result.append(row, places: places)
    }
  }
}

/// Each row once.
final class DistinctStep: PlanStep {
  init(_ input: PlanStep) {
    super.init(variables: input.variables, bindings: input.bindings, children: [input])
  }

  override var title: String { "distinct" }
  override var hasDistinctRows: Bool { true }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(bindings, in: context)
    var seen = RowTable(width: variables.count)
    let places = Array(variables.indices)
    let memory = context.memoryShare()
    return Rows(of: input, in: context, width: variables.count) { row, result in
      if seen.insert(row, places: places).isNew {
        try memory.keep(columns: places.count)
        result.append(row)
      }
    }
  }
}

/// Some rows from a place on.
final class SliceStep: PlanStep {
  private let offset: Int
  private let limit: Int?

  init(_ input: PlanStep, offset: Int, limit: Int?) {
    self.offset = offset
    self.limit = limit
    super.init(variables: input.variables, children: [input])
  }

  override var title: String {
    [limit.map { "the first \($0)" }, offset > 0 ? "after \(offset)" : nil].compactMap { $0 }
      .joined(separator: " ")
  }
  override var estimatedRows: Double {
    min(children[0].estimatedRows, limit.map(Double.init) ?? .infinity)
  }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    var left = limit ?? .max
    if left == 0 { return .empty }
    let input = try children[0].open(in: context)
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

/// The rows of one step after those of another.
final class UnionStep: PlanStep {
  init(_ parts: [PlanStep], variables: [Variable], bindings: [Variable]) {
    super.init(variables: variables, bindings: bindings, children: parts)
  }

  override var title: String { "union" }
  override var estimatedRows: Double { children.reduce(0) { $0 + $1.estimatedRows } }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
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
          of: try child.open(self.bindings(for: child, from: bindings), in: context), in: context,
          width: places.count
        ) { row, result in result.append(row, places: places) }
      }
    }
  }
}

/// A pattern over each of the named graphs.
final class GraphStep: PlanStep {
  private let name: Variable
  private let plan: (Int64) throws -> PlanStep

  /// - Parameter plan: The pattern over one graph.
  init(
    _ name: Variable, variables: [Variable], plan: @escaping (Int64) throws -> PlanStep
  ) {
    self.name = name
    self.plan = plan
    super.init(variables: variables)
  }

  override var title: String { "for each named graph ?\(name.name)" }
  override var estimatedRows: Double { 1000 }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    var graphs = try context.source.namedGraphs()[...]
    var current: Rows?
    return Rows { [self] count in
      while true {
        if let batch = try current?.next(count) { return batch }
        guard let graph = graphs.popFirst() else { return nil }
        let step = try plan(graph)
        let inner = step.place(of: name)
        let places = variables.map(step.place)
        current = Rows(of: try step.open(in: context), in: context, width: places.count) {
          [variables, name] row, result in
          // What the pattern itself says of the graph's name has to be this one.
          if let inner, row[inner] != 0, row[inner] != graph { return }
          result.append { place in
            variables[place] == name ? graph : places[place].map { row[$0] } ?? 0
          }
        }
      }
    }
  }
}

/// A part that cannot be answered.
final class ServiceStep: PlanStep {
  private let name: String
  private let isSilent: Bool

  init(_ name: String, variables: [Variable], isSilent: Bool) {
    self.name = name
    self.isSilent = isSilent
    super.init(variables: variables)
  }

  override var title: String { "service \(name)" }

  override func rows(_ bindings: [[Int64]]?, _ context: QueryContext) throws -> Rows {
    guard isSilent else { throw QueryError.service(name) }
    // A silent failure is one empty solution (SPARQL 1.1 Federated Query, section 3).
    return Rows(RowBatch([variables.map { _ in 0 }], width: variables.count))
  }
}
