internal import KGModel
internal import KGSPARQL

/// Writes results in one format. Each implements the methods for the results that the format can express.
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

extension Term {
  /// An IRI, the lexical form of a literal, or a blank node with `_:`.
  var plainText: String {
    switch self {
    case .iri(let iri): iri.value
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    }
  }
}
