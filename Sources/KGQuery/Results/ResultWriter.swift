public import KGModel
internal import KGRDF
public import KGSPARQL

/// Writes results as they come, in the forms of the W3C recommendations or as a table for people.
public struct ResultWriter: ResultConsumer {
  private var writer: any FormatWriter
  /// Whether no row, no triple and no yes has come.
  public private(set) var isEmpty = true

  /// - Parameters:
  ///   - format: Graphs are written as Turtle when it is none for graphs.
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
      // Adding to a text does not fail.
    }
    return text
  }

  public mutating func begin(variables: [Variable]) throws { try writer.begin(variables) }
  public mutating func add(_ solution: [Term?]) throws {
    isEmpty = false
    try writer.add(solution)
  }
  public mutating func add(_ triple: Triple) throws {
    isEmpty = false
    try writer.add(triple)
  }
  public mutating func finish(_ boolean: Bool) throws {
    isEmpty = !boolean
    try writer.finish(boolean)
  }
  public mutating func finish(isCut: Bool) throws { try writer.finish(isCut: isCut) }
}

/// One of the forms.
protocol FormatWriter {
  var write: (String) throws -> Void { get }
  mutating func begin(_ variables: [Variable]) throws
  mutating func add(_ solution: [Term?]) throws
  mutating func add(_ triple: Triple) throws
  mutating func finish(_ boolean: Bool) throws
  mutating func finish(isCut: Bool) throws
}

extension FormatWriter {
  mutating func begin(_ variables: [Variable]) throws {}
  mutating func add(_ solution: [Term?]) throws {}
  mutating func add(_ triple: Triple) throws {}
  mutating func finish(_ boolean: Bool) throws { try write(boolean ? "true\n" : "false\n") }
  mutating func finish(isCut: Bool) throws {}
}

/// A graph in N-Triples, or in Turtle or TriG with the prefixes of the vocabulary.
private struct GraphWriter: FormatWriter {
  let write: (String) throws -> Void
  private var turtle: TurtleWriter?
  private var hasBegun = false
  private var bytes: [UInt8] = []

  /// - Parameter turtle: `nil` for N-Triples.
  init(_ turtle: TurtleWriter?, write: @escaping (String) throws -> Void) {
    self.turtle = turtle
    self.write = write
  }

  mutating func add(_ triple: Triple) throws {
    guard turtle != nil else { return try write(NTriplesWriter.line(triple) + "\n") }
    begin()
    turtle?.write(Quad(triple), to: &bytes)
    try flush()
  }

  mutating func finish(isCut: Bool) throws {
    begin()
    turtle?.finish(to: &bytes)
    try flush()
  }

  private mutating func begin() {
    if !hasBegun { turtle?.begin(to: &bytes) }
    hasBegun = true
  }

  private mutating func flush() throws {
    try write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }
}

extension Term {
  /// The text of a term alone: an IRI, a lexical form, a blank node with its mark.
  var plainText: String {
    switch self {
    case .iri(let iri): iri.value
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    }
  }
}
