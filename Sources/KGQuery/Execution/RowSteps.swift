internal import KGModel
internal import KGSPARQL

/// Keeps the rows for which a condition holds.
final class FilterStep: PlanStep {
  private let conditions: [ExpressionEvaluator]
  private let text: String

  init(_ input: PlanStep, _ conditions: [ExpressionEvaluator], text: String) {
    self.conditions = conditions
    self.text = text
    super.init(variables: input.variables, hint: input.hint, children: [input])
  }

  override var title: String { "filter \(text)" }
  override var estimatedRows: Double { children[0].estimatedRows / 3 }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(hint, in: context)
    return Rows { [conditions] in
      while let row = try input.next() {
        context.functions.beginSolution()
        if try conditions.allSatisfy({ try $0.truth(row) == true }) { return row }
      }
      return nil
    }
  }
}

/// Binds variables to the values of expressions.
final class ExtendStep: PlanStep {
  private let evaluators: [ExpressionEvaluator]
  private let text: String

  /// - Parameter evaluators: Each sees the variables of the input and of the assignments before it.
  init(
    _ input: PlanStep, _ variables: [Variable], _ evaluators: [ExpressionEvaluator],
    hint: [Variable], text: String
  ) {
    self.evaluators = evaluators
    self.text = text
    super.init(variables: input.variables + variables, hint: hint, children: [input])
  }

  override var title: String { "bind \(text)" }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.hint(for: children[0], from: hint), in: context)
    return Rows { [evaluators] in
      guard var row = try input.next() else { return nil }
      context.functions.beginSolution()
      for evaluator in evaluators { row.append(try evaluator.number(row)) }
      return row
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
      variables: variables, hint: input.hint.allSatisfy(variables.contains) ? input.hint : [],
      children: [input])
  }

  override func limit(to count: Int) { children[0].limit(to: count) }

  override var title: String { "columns " + variables.map { "?" + $0.name }.joined(separator: " ") }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(self.hint(for: children[0], from: hint), in: context)
    if places == children[0].variables.indices.map({ $0 }) { return input }
    return Rows { [places] in
      guard let row = try input.next() else { return nil }
      return places.map { $0.map { row[$0] } ?? 0 }
    }
  }
}

/// Each row once.
final class DistinctStep: PlanStep {
  init(_ input: PlanStep) {
    super.init(variables: input.variables, hint: input.hint, children: [input])
  }

  override var title: String { "distinct" }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    let input = try children[0].open(hint, in: context)
    var seen: Set<Row> = []
    return Rows { [variables] in
      while let row = try input.next() {
        if seen.insert(row).inserted {
          try context.keep(columns: variables.count)
          return row
        }
      }
      return nil
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

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    var left = limit ?? .max
    if left == 0 { return .empty }
    let input = try children[0].open(in: context)
    var skipped = 0
    return Rows { [offset] in
      while skipped < offset {
        guard try input.next() != nil else { return nil }
        skipped += 1
      }
      guard left > 0 else { return nil }
      left -= 1
      return try input.next()
    }
  }
}

/// The rows of one step after those of another.
final class UnionStep: PlanStep {
  init(_ parts: [PlanStep], variables: [Variable], hint: [Variable]) {
    super.init(variables: variables, hint: hint, children: parts)
  }

  override var title: String { "union" }
  override var estimatedRows: Double { children.reduce(0) { $0 + $1.estimatedRows } }

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    var part = 0
    var current: (rows: Rows, places: [Int?])?
    return Rows { [self] in
      while true {
        if let (rows, places) = current {
          if let row = try rows.next() { return places.map { $0.map { row[$0] } ?? 0 } }
          current = nil
        }
        guard part < children.count else { return nil }
        let child = children[part]
        part += 1
        current = (
          try child.open(self.hint(for: child, from: hint), in: context),
          variables.map(child.place)
        )
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

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    var graphs = try context.source.namedGraphs()[...]
    var current: (graph: Int64, rows: Rows, step: PlanStep)?
    return Rows { [self] in
      while true {
        if let (graph, rows, step) = current {
          while let row = try rows.next() {
            if let inner = step.place(of: name), row[inner] != 0, row[inner] != graph { continue }
            return variables.map { variable in
              variable == name ? graph : step.place(of: variable).map { row[$0] } ?? 0
            }
          }
          current = nil
        }
        guard let graph = graphs.popFirst() else { return nil }
        let step = try plan(graph)
        current = (graph, try step.open(in: context), step)
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

  override func rows(_ hint: [Row]?, _ context: QueryContext) throws -> Rows {
    guard isSilent else { throw QueryError.service(name) }
    // A silent failure is one empty solution (SPARQL 1.1 Federated Query, section 3).
    return Rows([Row(repeating: 0, count: variables.count)])
  }
}
