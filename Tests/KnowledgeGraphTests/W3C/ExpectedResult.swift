import Foundation
import FoundationXML
import KGModel
import KGQuery
import KGRDF
import KGSPARQL
import Testing

/// Reads what a test of the W3C expects.
enum ExpectedResult {
  /// - Returns: `nil` for a file in a format that is not read here.
  static func read(_ file: URL, of manifest: QueryManifest, isGraph: Bool) throws -> QueryResult? {
    switch file.pathExtension {
    case "srx": try xml(file)
    case "srj": try json(file)
    case "ttl":
      isGraph
        ? .graph(try manifest.quads(of: file).map(\.triple))
        : try resultSet(Facts(manifest.quads(of: file).map(\.triple)))
    default: nil
    }
  }

  private static func xml(_ file: URL) throws -> QueryResult {
    let reader = XMLResultReader()
    let parser = XMLParser(data: try Data(contentsOf: file))
    parser.delegate = reader
    try #require(parser.parse(), "\(file.lastPathComponent)")
    return reader.boolean.map { .boolean($0) } ?? table(reader.names, reader.rows)
  }

  private struct JSONResult: Decodable {
    struct Head: Decodable { let vars: [String]? }
    struct Value: Decodable {
      let type: String
      let value: String
      let datatype: String?
      let language: String?
      enum CodingKeys: String, CodingKey {
        case type, value, datatype
        case language = "xml:lang"
      }
    }
    struct Results: Decodable { let bindings: [[String: Value]] }
    let head: Head
    let results: Results?
    let boolean: Bool?
  }

  private static func json(_ file: URL) throws -> QueryResult {
    let result = try JSONDecoder().decode(JSONResult.self, from: Data(contentsOf: file))
    if let boolean = result.boolean { return .boolean(boolean) }
    let rows = (result.results?.bindings ?? []).map { binding in
      binding.mapValues { value -> Term? in
        switch value.type {
        case "uri": .iri(value.value)
        case "bnode": .blankNode(BlankNode(value.value))
        default:
          .literal(
            value.language.map { Literal(value.value, languageTag: $0) }
              ?? value.datatype.map { Literal(value.value, datatype: IRI($0)) }
              ?? Literal(value.value))
        }
      }
    }
    return table(result.head.vars ?? [], rows)
  }

  /// The vocabulary of result sets, in Turtle.
  private static func resultSet(_ facts: Facts) throws -> QueryResult {
    let namespace = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
    if let boolean = facts.triples.first(where: { $0.predicate.value == namespace + "boolean" }) {
      return .boolean(boolean.object == .boolean(true))
    }
    let set = try #require(
      facts.triples.first { $0.object == .iri(namespace + "ResultSet") }?.subject)
    let names = facts.values(set, namespace + "resultVariable").compactMap {
      $0.literal?.lexicalForm
    }
    let rows = facts.values(set, namespace + "solution").map { solution in
      let bindings = facts.values(solution, namespace + "binding").map { binding in
        (
          facts.value(binding, namespace + "variable")?.literal?.lexicalForm ?? "",
          facts.value(binding, namespace + "value")
        )
      }
      return Dictionary(bindings) { first, _ in first }
    }
    return table(names, rows)
  }

  private static func table(_ names: [String], _ rows: [[String: Term?]]) -> QueryResult {
    .solutions(
      SolutionTable(
        variables: names.map { Variable($0) },
        rows: rows.map { row in names.map { row[$0] ?? nil } }))
  }
}

/// Collects the content of the XML format.
private final class XMLResultReader: NSObject, XMLParserDelegate {
  private(set) var names: [String] = []
  private(set) var rows: [[String: Term?]] = []
  private(set) var boolean: Bool?
  private var variable = ""
  private var attributes: [String: String] = [:]
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    self.attributes = attributes
    switch element {
    case "variable": names.append(attributes["name"] ?? "")
    case "result": rows.append([:])
    case "binding": variable = attributes["name"] ?? ""
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch element {
    case "boolean": boolean = text.contains("true")
    case "uri": bind(.iri(text))
    case "bnode": bind(.blankNode(BlankNode(text)))
    case "literal":
      bind(
        .literal(
          attributes["xml:lang"].map { Literal(text, languageTag: $0) }
            ?? attributes["datatype"].map { Literal(text, datatype: IRI($0)) } ?? Literal(text)))
    default: break
    }
  }

  private func bind(_ term: Term) { rows[rows.count - 1][variable] = term }
}
