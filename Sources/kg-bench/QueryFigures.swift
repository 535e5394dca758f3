import ArgumentParser
import Foundation
import KGModel
import KGQuery
import KGSPARQL
import KnowledgeGraph

/// Answers queries one after the other with the time that each takes, the store being open.
///
///     echo '"SELECT ?s { ?s ?p ?o } LIMIT 1"' | kg-bench queries --db kg.sqlite
struct QueryFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "Answer queries from standard input, and say how long each takes.",
    discussion: """
      A query is a line, as a JSON string. Its answer is a line, a JSON object:
      ms, the time with parsing and planning; plan_ms, that alone; rows, the
      texts of the terms, null where unbound; or error.
      """)

  @Option(name: .customLong("db"), help: "The graph's file.") var path: String
  @Option(help: "Seconds until a query is given up.") var timeout: Double = 60

  func run() throws {
    let graph = try Graph(path: path)
    while let line = readLine() {
      let answer: JSONValue
      do {
        answer = try self.answer(JSONDecoder().decode(String.self, from: Data(line.utf8)), graph)
      } catch {
        answer = .object([("error", .string("\(error)"))])
      }
      try FileHandle.standardOutput.write(contentsOf: Data((answer.encoded + "\n").utf8))
    }
  }

  private func answer(_ query: String, _ graph: Graph) throws -> JSONValue {
    let clock = ContinuousClock()
    let planning = try clock.measure { try graph.plan(query) }
    var result = QueryResult.boolean(false)
    let duration = try clock.measure {
      result = try graph.query(query, limits: QueryLimits(timeout: timeout))
    }
    let rows: JSONValue =
      switch result {
      case .boolean(let value): .boolean(value)
      case .graph(let triples): .integer(triples.count)
      case .solutions(let table):
        .array(
          table.rows.map { row in
            .array(
              row.map { term in
                switch term {
                case nil: .null
                case .iri(let iri): .string(iri.value)
                case .blankNode(let node): .string(node.label)
                case .literal(let literal): .string(literal.lexicalForm)
                }
              })
          })
      }
    return .object([
      ("ms", .number(duration / .milliseconds(1))),
      ("plan_ms", .number(planning / .milliseconds(1))), ("rows", rows),
    ])
  }
}
