public import ArgumentParser
import Foundation
public import KnowledgeGraph

extension ResultFormat: ExpressibleByArgument {}

struct SPARQL: KGCommand {
  static let configuration = CommandConfiguration(
    commandName: "sparql",
    abstract: "Run a SPARQL query.",
    discussion: """
      kg sparql "SELECT ?n { ?p a schema:Person ; schema:name ?n } LIMIT 10"
      kg sparql --data papers.ttl --format json --file question.rq

      All of SPARQL 1.1 Query. The prefixes schema, org, bibo, kg, rdf, rdfs,
      owl, xsd, skos and prov are declared. Nothing reaches the network: FROM
      names graphs of the file, SERVICE is refused.
      """)

  @Argument(help: "The query.") var query: String?
  @Option(help: "A file with the query; '-' is standard input.") var file: String?
  @OptionGroup var database: DatabaseOptions
  @Option(
    name: .customLong("data"),
    help: "Query this RDF file instead of the graph; can be given more than once.")
  var data: [String] = []
  @Option(
    help: """
      table, json, xml, csv or tsv for rows (default: table), nt, ttl or trig for the graphs of CONSTRUCT \
      and DESCRIBE (default: ttl).
      """)
  var format: ResultFormat?
  @OptionGroup var table: TableOptions
  @Option(help: "Stop after this many seconds.") var timeout: Double?
  @Option(help: "At most this many rows, or triples.") var maxRows: Int?
  @Option(help: "At most this many MB for intermediate rows (default: 2048).") var maxMemory: Int?
  @Flag(help: "Show how the query is carried out instead of its result.") var explain = false
  @Flag(help: "With --explain: run it, and show rows and time of each step.") var analyze = false

  func validate() throws {
    if (query == nil) == (file == nil) {
      throw ValidationError("give a query or --file, and not both")
    }
    if let timeout, !(timeout > 0) { throw ValidationError("--timeout must be above 0") }
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows must be 0 or more") }
    if let maxMemory, !(1...1 << 16).contains(maxMemory) {
      throw ValidationError("--max-memory must be between 1 and 65536 MB")
    }
  }

  private var limits: QueryLimits {
    QueryLimits(
      timeout: timeout, maximumRows: maxRows,
      maximumMemory: maxMemory.map { $0 << 20 } ?? QueryLimits.defaultMemory)
  }

  func perform() throws {
    try RawArguments.requireText(query ?? "")
    let text = try query ?? Self.read(file ?? "-")
    // What is wrong with the query is reported before what is wrong with the file.
    let query = try SPARQLQuery(text)
    let format = try format(for: query.form)
    let graph = try data.isEmpty ? database.openOrEmpty() : Self.graph(of: data)
    if explain || analyze {
      return Output.answer(try graph.explain(text, isMeasuring: analyze, limits: limits))
    }
    let start = ContinuousClock.now
    let output = BufferedOutput()
    var writer = ResultWriter(
      format: format, width: table.width,
      closing: { Output.isTerminal ? " in \(Self.text(ContinuousClock.now - start))" : "" },
      write: output.write)
    let interrupt = Interrupt()
    do {
      try graph.query(query, limits: limits, into: &writer) { interrupt.hasCome }
    } catch {
      // What was found before is printed.
      output.flush()
      throw error
    }
    output.flush()
    if writer.isEmpty {
      for unknown in try graph.unknownMentions(in: text) { Output.note("note: query:\(unknown)") }
    }
  }

  /// The form of the result that fits the form of the query.
  private func format(for form: KnowledgeGraph.Query.Form) throws -> ResultFormat {
    switch form {
    case .select, .ask:
      guard let format else { return .table }
      if format.isForGraphs {
        throw ValidationError(
          "--format \(format.rawValue) is for CONSTRUCT and DESCRIBE; rows come as table, json, xml, csv, tsv"
        )
      }
      return format
    case .construct, .describe:
      guard let format, format != .table else { return .ttl }
      guard format.isForGraphs else {
        throw ValidationError(
          "--format \(format.rawValue) is for SELECT and ASK; graphs come as nt, ttl or trig")
      }
      return format
    }
  }

  /// A graph in memory of some files.
  private static func graph(of paths: [String]) throws -> Graph {
    let graph = try Graph(inMemory: ())
    for file in try paths.flatMap({ try SourceFinder.files(at: $0) }) {
      do {
        _ = try graph.ingest(file)
      } catch let error as RDFSyntaxError {
        throw Failure(.data, "\(file.path):\(error)")
      } catch let error as UnreadableSource {
        throw Failure(.data, "\(file.path): \(error)")
      }
    }
    return graph
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return milliseconds < 1000
      ? "\(Int(milliseconds.rounded(.up))) ms" : "\((milliseconds / 100).rounded() / 10) s"
  }

  private static func read(_ path: String) throws -> String {
    let file = path == "-" ? FileHandle.standardInput : FilePath(path).open()
    let name = FilePath(path).name
    guard let data = try? file?.readToEnd() ?? Data() else {
      throw Failure(.noInput, "\(name): no such file, or not readable")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(.data, "\(name): not UTF-8")
    }
    return text
  }
}
