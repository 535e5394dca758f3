import KGModel
import KGRDF

/// Reads whatever it is given as one syntax of RDF. What can be read is written and read again, whole and
/// in small pieces, and has to be the same.
struct RDFTarget {
  let format: RDFFormat

  func run(_ bytes: [UInt8]) {
    guard let quads = parse(bytes, pieceSize: .max) else { return }
    guard parse(bytes, pieceSize: 3) == quads else { stop("small pieces say something else") }
    guard parse(text(of: quads), pieceSize: .max) == quads else {
      stop("what is written says something else")
    }
  }

  private static let base = IRI("http://example.org/")

  private func parse(_ bytes: [UInt8], pieceSize: Int) -> [Quad]? {
    let whole = reading(bytes)
    let read: ReadBytes = { buffer in
      try whole(UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(pieceSize)))
    }
    var quads: [Quad] = []
    do {
      switch format {
      case .ntriples, .nquads:
        try NQuadsParser(format, read: read).parse { quad, _ in quads.append(quad) }
      case .turtle, .trig:
        var parser = TurtleParser(format, base: Self.base, read: read)
        try parser.parse { quad, _ in quads.append(quad) }
      }
    } catch { return nil }
    return quads
  }

  private func text(of quads: [Quad]) -> [UInt8] {
    var text: [UInt8] = []
    switch format {
    case .ntriples, .nquads:
      for quad in quads {
        NTriplesWriter.append(quad, to: &text)
        text.append(UInt8(ascii: "\n"))
      }
    case .turtle, .trig:
      var writer = TurtleWriter(format)
      writer.begin(to: &text)
      for quad in quads { writer.write(quad, to: &text) }
      writer.finish(to: &text)
    }
    return text
  }
}
