public import KGModel

/// Writes Turtle and TriG for people to read: prefixes first, statements grouped by graph and subject.
///
///     var writer = TurtleWriter(.turtle)
///     writer.begin(to: &text)
///     for quad in quads { writer.write(quad, to: &text) }
///     writer.finish(to: &text)
///
/// Statements of one graph, and in it of one subject, have to follow each other; nothing is kept but the
/// one before. The same statements give the same bytes, and reading them gives the same statements.
public struct TurtleWriter {
  private let isTriG: Bool
  private var last: Quad?

  public init(_ format: RDFFormat) {
    isTriG = format == .trig
  }

  /// Declares the prefixes.
  public mutating func begin(to text: inout [UInt8]) {
    for (prefix, namespace) in standardPrefixes {
      text += "@prefix \(prefix): <\(namespace)> .\n".utf8
    }
  }

  public mutating func write(_ quad: Quad, to text: inout [UInt8]) {
    let triple = quad.triple
    let isSameGraph = last.map { $0.graph == quad.graph } ?? false
    if isSameGraph, let last, last.triple.subject == triple.subject {
      if last.triple.predicate == triple.predicate {
        text += ", ".utf8
      } else {
        text += " ;\n".utf8
        indent(quad, by: 2, &text)
        append(verb: triple.predicate, to: &text)
      }
    } else {
      endStatement(&text)
      if !isSameGraph {
        endGraph(&text)
        beginGraph(quad.graph, &text)
      }
      text.append(UInt8(ascii: "\n"))
      indent(quad, by: 0, &text)
      append(triple.subject, to: &text)
      text.append(UInt8(ascii: " "))
      append(verb: triple.predicate, to: &text)
    }
    append(triple.object, to: &text)
    last = quad
  }

  /// Ends what is open.
  public mutating func finish(to text: inout [UInt8]) {
    endStatement(&text)
    endGraph(&text)
    last = nil
  }

  private func endStatement(_ text: inout [UInt8]) {
    if last != nil { text += " .\n".utf8 }
  }

  private func beginGraph(_ graph: Term?, _ text: inout [UInt8]) {
    guard isTriG, let graph else { return }
    text.append(UInt8(ascii: "\n"))
    append(graph, to: &text)
    text += " {".utf8
  }

  private func endGraph(_ text: inout [UInt8]) {
    if isTriG, last?.graph != nil { text += "}\n".utf8 }
  }

  private func indent(_ quad: Quad, by count: Int, _ text: inout [UInt8]) {
    let depth = count + (isTriG && quad.graph != nil ? 2 : 0)
    text += repeatElement(UInt8(ascii: " "), count: depth)
  }

  // MARK: Terms

  private func append(verb: IRI, to text: inout [UInt8]) {
    if verb == RDF.type {
      text.append(UInt8(ascii: "a"))
    } else {
      append(.iri(verb), to: &text)
    }
    text.append(UInt8(ascii: " "))
  }

  private func append(_ term: Term, to text: inout [UInt8]) {
    switch term {
    case .iri(let iri): append(iri, to: &text)
    case .blankNode: NTriplesWriter.append(term, to: &text)
    case .literal(let literal):
      if Self.isShorthand(literal) {
        text += literal.lexicalForm.utf8
      } else if literal.languageTag == nil, literal.datatype != XSD.string {
        NTriplesWriter.append(.string(literal.lexicalForm), to: &text)
        text += "^^".utf8
        append(literal.datatype, to: &text)
      } else {
        NTriplesWriter.append(term, to: &text)
      }
    }
  }

  private func append(_ iri: IRI, to text: inout [UInt8]) {
    for (prefix, namespace) in standardPrefixes where iri.value.hasPrefix(namespace) {
      let local = iri.value.utf8.dropFirst(namespace.utf8.count)
      guard Self.isPlainLocalName(local) else { break }
      text += "\(prefix):".utf8
      text += local
      return
    }
    NTriplesWriter.append(.iri(iri), to: &text)
  }

  /// A local name of letters, digits, `_` and `-` needs no escapes anywhere.
  private static func isPlainLocalName(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, first != UInt8(ascii: "-") else { return name.isEmpty }
    return name.allSatisfy {
      ByteClass.table[Int($0)] & (ByteClass.letter | ByteClass.digit) != 0
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
  }

  /// Whether the form alone is read as this literal again.
  private static func isShorthand(_ literal: Literal) -> Bool {
    guard literal.languageTag == nil else { return false }
    let form = literal.lexicalForm.utf8
    switch literal.datatype {
    case XSD.boolean: return literal.lexicalForm == "true" || literal.lexicalForm == "false"
    case XSD.integer, XSD.decimal, XSD.double:
      guard form.count < 64, form.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }) else {
        return false
      }
      var tokens = TurtleTokens(ByteWindow(reading(Array(form))), base: nil)
      // What cannot be read is written in quotes.
      guard case .literal(let read)? = try? tokens.object() else { return false }
      return read == literal
    default: return false
    }
  }
}
