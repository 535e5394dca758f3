import ArgumentParser
import Foundation
import KGQuery
import KnowledgeGraph

struct SPARQL: KGCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a SPARQL query.",
    discussion: """
      kg sparql "SELECT ?n { ?p a schema:Person ; schema:name ?n } LIMIT 10"

      The prefixes schema, org, bibo, kg, rdf, rdfs, owl, xsd, skos and prov
      are declared.
      """)

  @Argument(help: "The query.") var query: String?
  @Option(help: "A file with the query; '-' is standard input.") var file: String?
  @OptionGroup var database: DatabaseOptions
  @Option(help: "table, json, csv or tsv (default: table).") var format: ResultFormat = .table
  @Flag(help: "Show how the query is carried out instead of its result.") var explain = false

  func validate() throws {
    if (query == nil) == (file == nil) {
      throw ValidationError("give a query or --file, one of them")
    }
  }

  func perform() throws {
    let text = try query ?? Self.read(file ?? "-")
    // What is wrong with the query is told before what is wrong with the file.
    try Graph.checkSyntax(text)
    let graph = try database.open()
    if explain { return Output.answer(try graph.explain(text)) }
    Output.answer(ResultWriter.text(try graph.query(text), format: format, extras: []))
  }

  private static func read(_ path: String) throws -> String {
    let data =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
    guard let data else { throw Failure(.noInput, "\(path): no such file, or not readable") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(.data, "\(path): not UTF-8")
    }
    return text
  }
}
