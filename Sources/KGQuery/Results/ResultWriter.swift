public import KGModel
internal import KGRDF
internal import KGSPARQL

public enum ResultFormat: String, CaseIterable, Sendable {
  case table, json, csv, tsv
}

/// Writes results in the forms of the W3C recommendations, or as a table for people.
public enum ResultWriter {
  /// - Parameters:
  ///   - result: `nil` for a yes/no question that the sources do not answer.
  ///   - extras: further keys of the JSON object, in order.
  ///   - hidesNodes: leaves columns of our own IRIs out of a table for people.
  public static func text(
    _ result: QueryResult?, format: ResultFormat, extras: [(String, JSONValue)] = [],
    hidesNodes: Bool = false
  ) -> String {
    switch (format, result) {
    case (.json, _): return json(result, extras)
    case (_, nil): return "unknown\n"
    case (_, .boolean(let value)?): return value ? "true\n" : "false\n"
    case (.csv, .solutions(let table)?): return csv(table)
    case (.tsv, .solutions(let table)?): return tsv(table)
    case (.table, .solutions(let table)?): return ResultTable(table, hidesNodes: hidesNodes).text
    }
  }

  // MARK: SPARQL 1.1 Query Results JSON Format

  private static func json(_ result: QueryResult?, _ extras: [(String, JSONValue)]) -> String {
    func yesNo(_ value: JSONValue) -> String {
      JSONValue.object([("head", .object([])), ("boolean", value)] + extras).encoded + "\n"
    }
    switch result {
    case nil: return yesNo(.null)
    case .boolean(let value): return yesNo(.boolean(value))
    case .solutions(let table):
      let bindings = table.rows.map { row in
        JSONValue.object(
          zip(table.variables, row).compactMap { variable, term in
            term.map { (variable.name, json($0)) }
          })
      }
      return JSONValue.object(
        [
          ("head", .object([("vars", .array(table.variables.map { .string($0.name) }))])),
          ("results", .object([("bindings", .array(bindings))])),
        ] + extras
      ).encoded + "\n"
    }
  }

  private static func json(_ term: Term) -> JSONValue {
    switch term {
    case .iri(let iri): return .object([("type", .string("uri")), ("value", .string(iri.value))])
    case .blankNode(let node):
      return .object([("type", .string("bnode")), ("value", .string(node.label))])
    case .literal(let literal):
      var members: [(String, JSONValue)] = [
        ("type", .string("literal")), ("value", .string(literal.lexicalForm)),
      ]
      if let tag = literal.languageTag {
        members.append(("xml:lang", .string(tag)))
      } else if literal.datatype != XSD.string {
        members.append(("datatype", .string(literal.datatype.value)))
      }
      return .object(members)
    }
  }

  // MARK: SPARQL 1.1 Query Results CSV and TSV Formats

  private static func csv(_ table: SolutionTable) -> String {
    let rows =
      [table.variables.map(\.name)] + table.rows.map { row in row.map { $0.map(plain) ?? "" } }
    return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else {
      return text
    }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func tsv(_ table: SolutionTable) -> String {
    let header = table.variables.map { "?" + $0.name }.joined(separator: "\t")
    let rows = table.rows.map { row in row.map { $0.map(encoded) ?? "" }.joined(separator: "\t") }
    return ([header] + rows).map { $0 + "\n" }.joined()
  }

  private static func encoded(_ term: Term) -> String {
    if case .literal(let literal) = term,
      [XSD.integer, XSD.decimal, XSD.double].contains(literal.datatype),
      Numeric(term) != nil
    {
      return literal.lexicalForm
    }
    return NTriplesWriter.text(term).split(separator: "\t", omittingEmptySubsequences: false)
      .joined(separator: "\\t")
  }

  static func plain(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.value
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    }
  }
}
