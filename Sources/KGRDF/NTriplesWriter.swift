public import KGModel

/// Terms and triples in N-Triples (RDF 1.1 N-Triples, canonical form): the one encoder of terms as text.
public enum NTriplesWriter {
  public static func line(_ triple: Triple) -> String {
    text(triple.subject) + " <" + escapedIRI(triple.predicate.value) + "> " + text(triple.object)
      + " ."
  }

  /// The same in a named graph: a line of N-Quads.
  public static func line(_ triple: Triple, graph: IRI) -> String {
    line(triple).dropLast() + "<" + escapedIRI(graph.value) + "> ."
  }

  public static func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): return "<" + escapedIRI(iri.value) + ">"
    case .blankNode(let node): return "_:" + node.label
    case .literal(let literal):
      let quoted = "\"" + escaped(literal.lexicalForm) + "\""
      if let tag = literal.languageTag { return quoted + "@" + tag }
      if literal.datatype == XSD.string { return quoted }
      return quoted + "^^<" + escapedIRI(literal.datatype.value) + ">"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\"".unicodeScalars
      case "\\": result += "\\\\".unicodeScalars
      case "\n": result += "\\n".unicodeScalars
      case "\r": result += "\\r".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func escapedIRI(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
