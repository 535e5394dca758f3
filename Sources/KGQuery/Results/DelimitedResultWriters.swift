internal import KGModel
internal import KGRDF
internal import KGSPARQL

/// SPARQL 1.1 Query Results CSV Format, which has only the texts of terms.
struct CSVResultWriter: FormatWriter {
  let write: (String) throws -> Void

  func begin(_ variables: [Variable]) throws { try write(Self.line(variables.map(\.name))) }

  func add(_ solution: [Term?]) throws {
    try write(Self.line(solution.map { $0?.plainText ?? "" }))
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return text }
    // By scalars: a combining mark after a quotation mark is one `Character` with it.
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

/// SPARQL 1.1 Query Results TSV Format, with terms as in Turtle.
struct TSVResultWriter: FormatWriter {
  let write: (String) throws -> Void

  func begin(_ variables: [Variable]) throws {
    try write(variables.map { "?" + $0.name }.joined(separator: "\t") + "\n")
  }

  func add(_ solution: [Term?]) throws {
    try write(solution.map { $0.map(Self.field) ?? "" }.joined(separator: "\t") + "\n")
  }

  private static func field(_ term: Term) -> String {
    if case .literal(let literal) = term,
      [XSD.integer, XSD.decimal, XSD.double].contains(literal.datatype), isTurtleNumber(literal)
    {
      return literal.lexicalForm
    }
    return NTriplesWriter.text(term).split(separator: "\t", omittingEmptySubsequences: false)
      .joined(separator: "\\t")
  }

  /// Whether Turtle reads the bare lexical form with the same datatype.
  private static func isTurtleNumber(_ literal: Literal) -> Bool {
    let form = literal.lexicalForm
    guard Numeric(literal) != nil, form.utf8.allSatisfy({ $0 > 0x20 }), form.last?.isNumber == true
    else { return false }
    let hasExponent = form.contains { $0 == "e" || $0 == "E" }
    return switch literal.datatype {
    case XSD.double: hasExponent
    case XSD.decimal: form.contains(".")
    default: true
    }
  }
}
