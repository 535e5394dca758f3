public import KGModel

/// Writes quads as readable Turtle or TriG, one quad at a time.
///
///     var writer = TurtleWriter(.turtle)
///     var output: [UInt8] = []
///     writer.begin(to: &output)
///     for quad in quads { writer.write(quad, to: &output) }
///     writer.finish(to: &output)
///
/// gives, after the prefixes:
///
/// ```turtle
/// <https://kg.example/person/1> a schema:Person ;
///   schema:name "Ada",
///     "Ada Lovelace"@en .
/// ```
///
/// The quads should be grouped by graph, then by subject, then by predicate; in any other order the document
/// is correct but longer. Bytes are appended, so that the caller can write them out and empty the buffer
/// whenever it has grown. The same quads give the same bytes, and parsing them gives the same quads,
/// including blank node labels and lexical forms. Terms that the syntax cannot express are not corrected: a
/// label or language tag that breaks the grammar, or a relative IRI.
public struct TurtleWriter: Sendable {
  private let isTriG: Bool
  private var graph: Term?
  private var subject: Term?
  private var predicate: IRI?
  private let terms = TurtleTerms()

  /// - Parameter format: `.turtle`, which ignores the graph of a quad, or `.trig`.
  public init(_ format: RDFFormat) {
    precondition(format == .turtle || format == .trig, "TurtleWriter writes Turtle and TriG")
    isTriG = format == .trig
  }

  /// Declares the ``standardPrefixes``; to be called first.
  public mutating func begin(to output: inout [UInt8]) {
    for (prefix, namespace) in standardPrefixes {
      output += "@prefix \(prefix): <\(namespace)> .\n".utf8
    }
  }

  /// Appends a quad.
  public mutating func write(_ quad: Quad, to output: inout [UInt8]) {
    let graph = isTriG ? quad.graph : nil
    if graph != self.graph {
      endGraph(&output)
      beginGraph(graph, &output)
    }
    let triple = quad.triple
    if triple.subject != subject {
      endSubject(&output)
      beginSubject(triple.subject, &output)
      beginPredicate(triple.predicate, &output)
    } else if triple.predicate != predicate {
      output += (self.graph == nil ? " ;\n  " : " ;\n    ").utf8
      beginPredicate(triple.predicate, &output)
    } else {
      output += (self.graph == nil ? ",\n    " : ",\n      ").utf8
    }
    terms.append(triple.object, to: &output)
  }

  /// Closes the open subject and graph; to be called after the last quad.
  public mutating func finish(to output: inout [UInt8]) {
    endGraph(&output)
  }

  // MARK: Groups

  private mutating func beginGraph(_ graph: Term?, _ output: inout [UInt8]) {
    self.graph = graph
    guard let graph else { return }
    output.append(UInt8(ascii: "\n"))
    terms.append(graph, to: &output)
    output += " {".utf8
  }

  private mutating func endGraph(_ output: inout [UInt8]) {
    endSubject(&output)
    if graph != nil { output += "}\n".utf8 }
    graph = nil
  }

  private mutating func beginSubject(_ subject: Term, _ output: inout [UInt8]) {
    self.subject = subject
    output += (graph == nil ? "\n" : "\n  ").utf8
    terms.append(subject, to: &output)
    output.append(UInt8(ascii: " "))
  }

  private mutating func endSubject(_ output: inout [UInt8]) {
    if subject != nil { output += " .\n".utf8 }
    subject = nil
    predicate = nil
  }

  private mutating func beginPredicate(_ predicate: IRI, _ output: inout [UInt8]) {
    self.predicate = predicate
    if predicate == RDF.type {
      output.append(UInt8(ascii: "a"))
    } else {
      terms.append(predicate, to: &output)
    }
    output.append(UInt8(ascii: " "))
  }
}
