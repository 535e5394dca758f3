internal import KGModel
internal import KGSPARQL

/// SPARQL 1.1 Query Results JSON Format, one solution a line.
struct JSONResultWriter: FormatWriter {
  private let extras: [(String, JSONValue)]
  let write: (String) throws -> Void
  private var variables: [Variable] = []
  private var isFirst = true

  init(extras: [(String, JSONValue)], write: @escaping (String) throws -> Void) {
    self.extras = extras
    self.write = write
  }

  mutating func begin(_ variables: [Variable]) throws {
    self.variables = variables
    let head = JSONValue.object([("vars", .array(variables.map { .string($0.name) }))])
    try write("{\"head\": \(head.encoded), \"results\": {\"bindings\": [")
  }

  mutating func add(_ solution: [Term?]) throws {
    let binding = JSONValue.object(
      zip(variables, solution).compactMap { variable, term in
        term.map { (variable.name, Self.value($0)) }
      })
    try write((isFirst ? "\n" : ",\n") + binding.encoded)
    isFirst = false
  }

  mutating func finish(isCut: Bool) throws {
    try write((isFirst ? "" : "\n") + "]}" + Self.members(extras) + "}\n")
  }

  mutating func finish(_ boolean: Bool) throws {
    try write("{\"head\": {}, \"boolean\": \(boolean)" + Self.members(extras) + "}\n")
  }

  private static func members(_ extras: [(String, JSONValue)]) -> String {
    extras.map { ", \(JSONValue.string($0.0).encoded): \($0.1.encoded)" }.joined()
  }

  private static func value(_ term: Term) -> JSONValue {
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
}
