public import KGModel
internal import KGRDF
public import KGSPARQL

/// Writes a result piece by piece in one of the ``ResultFormat``s.
public struct ResultWriter: ResultConsumer {
  private var writer: any FormatWriter
  /// Whether there was no row, no triple and no `true`.
  public private(set) var isEmpty = true

  /// - Parameters:
  ///   - format: A format for graphs if the result is a graph.
  ///   - extras: Further keys of the JSON object, in order.
  ///   - hidesNodes: Leaves columns of our own IRIs out of a table for people.
  ///   - width: The terminal cells that a line of a table may take; `nil` shortens no column.
  ///   - closing: What to say after the number of rows of a table.
  ///   - write: Takes the text, piece by piece.
  public init(
    format: ResultFormat, extras: [(String, JSONValue)] = [], hidesNodes: Bool = false,
    width: Int? = nil, closing: @escaping () -> String = { "" },
    write: @escaping (String) throws -> Void
  ) {
    writer =
      switch format {
      case .table: TableWriter(hidesNodes: hidesNodes, width: width, closing: closing, write: write)
      case .json: JSONResultWriter(extras: extras, write: write)
      case .xml: XMLResultWriter(write: write)
      case .csv: CSVResultWriter(write: write)
      case .tsv: TSVResultWriter(write: write)
      case .nt: GraphWriter(nil, write: write)
      case .ttl: GraphWriter(TurtleWriter(.turtle), write: write)
      case .trig: GraphWriter(TurtleWriter(.trig), write: write)
      }
  }

  /// A whole result as text.
  ///
  /// - Parameters:
  ///   - result: `nil` for a yes/no question that the sources do not answer.
  ///   - width: The terminal cells that a line of a table may take; `nil` shortens no column.
  public static func text(
    _ result: QueryResult?, format: ResultFormat, extras: [(String, JSONValue)] = [],
    hidesNodes: Bool = false, width: Int? = nil
  ) -> String {
    var text = ""
    var format = format
    if case .graph? = result, !format.isForGraphs { format = .ttl }
    guard let result else {
      if format != .json { return "unknown\n" }
      return JSONValue.object([("head", .object([])), ("boolean", .null)] + extras).encoded + "\n"
    }
    var writer = ResultWriter(
      format: format, extras: extras, hidesNodes: hidesNodes, width: width
    ) { text += $0 }
    do {
      switch result {
      case .boolean(let value): try writer.finish(value)
      case .solutions(let table):
        try writer.begin(variables: table.variables)
        for row in table.rows { try writer.add(row) }
        try writer.finish(isCut: false)
      case .graph(let triples):
        for triple in triples { try writer.add(triple) }
        try writer.finish(isCut: false)
      }
    } catch {
      // Appending to a string does not fail.
    }
    return text
  }

  /// Writes the head of a SELECT's result.
  public mutating func begin(variables: [Variable]) throws { try writer.begin(variables) }

  /// Writes a row.
  public mutating func add(_ solution: [Term?]) throws {
    isEmpty = false
    try writer.add(solution)
  }

  /// Writes a triple.
  public mutating func add(_ triple: Triple) throws {
    isEmpty = false
    try writer.add(triple)
  }

  /// Writes the result of an ASK.
  public mutating func finish(_ boolean: Bool) throws {
    isEmpty = !boolean
    try writer.finish(boolean)
  }

  /// Writes the end; only a table says that the result was cut.
  public mutating func finish(isCut: Bool) throws { try writer.finish(isCut: isCut) }
}
