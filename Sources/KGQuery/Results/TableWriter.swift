internal import KGModel
internal import KGSPARQL

/// Collects rows for a ``ResultTable``, whose widths depend on all of them.
struct TableWriter: FormatWriter {
  private let hidesNodes: Bool
  private let width: Int?
  private let closing: () -> String
  let write: (String) throws -> Void
  private var variables: [Variable] = []
  private var rows: [[Term?]] = []

  init(
    hidesNodes: Bool, width: Int?, closing: @escaping () -> String,
    write: @escaping (String) throws -> Void
  ) {
    self.hidesNodes = hidesNodes
    self.width = width
    self.closing = closing
    self.write = write
  }

  mutating func begin(_ variables: [Variable]) { self.variables = variables }
  mutating func add(_ solution: [Term?]) { rows.append(solution) }

  mutating func finish(isCut: Bool) throws {
    let table = ResultTable(
      SolutionTable(variables: variables, rows: rows), hidesNodes: hidesNodes)
    try write(table.text(width: width, closing: (isCut ? ", and more" : "") + closing()))
  }
}
