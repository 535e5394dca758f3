internal import KGModel
internal import KGSPARQL

/// SPARQL Query Results XML Format (Second Edition).
struct XMLResultWriter: FormatWriter {
  let write: (String) throws -> Void
  private var variables: [Variable] = []

  init(write: @escaping (String) throws -> Void) {
    self.write = write
  }

  private static let start = """
    <?xml version="1.0" encoding="UTF-8"?>
    <sparql xmlns="http://www.w3.org/2005/sparql-results#">

    """

  mutating func begin(_ variables: [Variable]) throws {
    self.variables = variables
    let names = variables.map { "    <variable name=\"\(Self.escaped($0.name))\"/>\n" }.joined()
    try write(Self.start + "  <head>\n\(names)  </head>\n  <results>\n")
  }

  mutating func add(_ solution: [Term?]) throws {
    var text = "    <result>\n"
    for (variable, term) in zip(variables, solution) {
      guard let term else { continue }
      text +=
        "      <binding name=\"\(Self.escaped(variable.name))\">\(Self.element(term))</binding>\n"
    }
    try write(text + "    </result>\n")
  }

  mutating func finish(isCut: Bool) throws { try write("  </results>\n</sparql>\n") }

  mutating func finish(_ boolean: Bool) throws {
    try write(Self.start + "  <head/>\n  <boolean>\(boolean)</boolean>\n</sparql>\n")
  }

  private static func element(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return "<uri>\(escaped(iri.value))</uri>"
    case .blankNode(let node): return "<bnode>\(escaped(node.label))</bnode>"
    case .literal(let literal):
      var attribute = ""
      if let tag = literal.languageTag {
        attribute = " xml:lang=\"\(escaped(tag))\""
      } else if literal.datatype != XSD.string {
        attribute = " datatype=\"\(escaped(literal.datatype.value))\""
      }
      return "<literal\(attribute)>\(escaped(literal.lexicalForm))</literal>"
    }
  }

  /// XML 1.0 cannot express most control characters: they become U+FFFD.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      // A parser would read it as a line feed.
      case "\r": result.append(contentsOf: "&#xD;".unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
