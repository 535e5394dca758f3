internal import KGModel
internal import KGSPARQL

/// SPARQL 1.1 Query Results JSON Format with one solution a line.
struct JSONResultWriter: FormatWriter {
  private let extras: [(String, JSONValue)]
  let write: (String) throws -> Void
  /// The keys of the variables, each with its colon.
  private var names: [String] = []
  private var isFirst = true

  init(extras: [(String, JSONValue)], write: @escaping (String) throws -> Void) {
    self.extras = extras
    self.write = write
  }

  mutating func begin(_ variables: [Variable]) throws {
    names = variables.map { JSONValue.string($0.name).encoded + ": " }
    let head = JSONValue.object([("vars", .array(variables.map { .string($0.name) }))])
    try write("{\"head\": \(head.encoded), \"results\": {\"bindings\": [")
  }

  mutating func add(_ solution: [Term?]) throws {
    var text = isFirst ? "\n{" : ",\n{"
    isFirst = false
    var hasMember = false
    for (name, term) in zip(names, solution) {
      guard let term else { continue }
      if hasMember { text += ", " }
      hasMember = true
      text += name
      Self.append(term, to: &text)
    }
    try write(text + "}")
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

  private static func append(_ term: Term, to text: inout String) {
    func add(_ key: String, _ value: String) {
      text += key
      JSONValue.encode(value, into: &text)
    }
    switch term {
    case .iri(let iri): add(#"{"type": "uri", "value": "#, iri.value)
    case .blankNode(let node): add(#"{"type": "bnode", "value": "#, node.label)
    case .literal(let literal):
      add(#"{"type": "literal", "value": "#, literal.lexicalForm)
      if let tag = literal.languageTag {
        add(#", "xml:lang": "#, tag)
      } else if literal.datatype != XSD.string {
        add(#", "datatype": "#, literal.datatype.value)
      }
    }
    text += "}"
  }
}
