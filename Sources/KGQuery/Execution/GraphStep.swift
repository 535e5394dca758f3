internal import KGQuerySource
internal import KGSPARQL

/// A pattern over each of the named graphs.
final class GraphStep: PlanStep {
  let shape: StepShape
  private let name: Variable
  private let pattern: Algebra

  init(_ name: Variable, _ pattern: Algebra) {
    self.name = name
    self.pattern = pattern
    shape = StepShape(variables: (pattern.variables + [name]).uniqued)
  }

  var title: String { "for each named graph ?\(name.name)" }
  /// Graphs are not counted.
  var estimatedRows: Double { 1000 }

  func rows(_ bindings: [[Int64]]?, _ run: QueryRun) throws -> Rows {
    let planner = Planner(source: run.source, run: run)
    var graphs = try run.source.namedGraphs()[...]
    var current: Rows?
    return Rows { [self] count in
      while true {
        if let batch = try current?.next(count) { return batch }
        guard let graph = graphs.popFirst() else { return nil }
        let step = try planner.step(pattern, .named(graph))
        let inner = step.place(of: name)
        let places = variables.map(step.place)
        current = Rows(of: try step.open(in: run), in: run, width: places.count) {
          [variables, name] row, result in
          // A value that the pattern itself gives the graph's variable has to be this graph.
          if let inner, row[inner] != 0, row[inner] != graph { return }
          result.append { place in
            variables[place] == name ? graph : places[place].map { row[$0] } ?? 0
          }
        }
      }
    }
  }
}
