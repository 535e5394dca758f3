public import KGModel

/// Reads N-Triples and N-Quads (RDF 1.1), statement by statement.
///
///     try NQuadsParser(.ntriples, read: reading(bytes)).parse { quad, line in … }
public struct NQuadsParser {
  private let hasGraphs: Bool
  private let read: ReadBytes

  /// - Parameters:
  ///   - format: ``RDFFormat/ntriples``, which refuses a fourth term, or ``RDFFormat/nquads``.
  ///   - read: The document; see ``ReadBytes``.
  public init(_ format: RDFFormat, read: @escaping ReadBytes) {
    hasGraphs = format.hasGraphs
    self.read = read
  }

  /// Passes each statement and its line, counted from 1, to `emit`, in the order of the document.
  ///
  /// - Throws: ``RDFSyntaxError`` at the first fault, and what `read` and `emit` throw.
  public func parse(_ emit: (Quad, Int) throws -> Void) throws {
    var chunks = LineChunks(read: read)
    var line = 1
    while let run = try chunks.next() {
      let chunk = try NQuadsChunk(run, hasGraphs: hasGraphs, firstLine: line)
      let terms = chunk.terms.map(Term.init)
      for (index, line) in chunk.lines.enumerated() {
        let place = { chunk.statements[index * 4 + $0] }
        guard case .iri(let predicate) = terms[Int(place(1))] else { continue }
        let triple = Triple(terms[Int(place(0))], predicate, terms[Int(place(2))])
        let graph = place(3) == NQuadsChunk.defaultGraph ? nil : terms[Int(place(3))]
        try emit(Quad(triple, graph: graph), Int(line))
      }
      line += chunk.lineCount
    }
  }
}
