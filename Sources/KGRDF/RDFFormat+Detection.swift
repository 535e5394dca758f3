extension RDFFormat {
  /// The format of a document: from the ending of its name where that is known, else from its first bytes.
  ///
  /// - Returns: `nil` when neither looks like RDF.
  public static func detect(path: String, head: [UInt8]) -> RDFFormat? {
    RDFFormat(path: path) ?? RDFFormat(head: head)
  }

  /// Recognizes a first line that is an N-Quads statement or a Turtle directive.
  private init?(head: [UInt8]) {
    let lines = head.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
      .map { $0.drop { $0 == 0x20 || $0 == 0x09 } }
    guard let line = lines.first(where: { !$0.isEmpty && $0.first != UInt8(ascii: "#") }) else {
      return nil
    }
    let words = String(decoding: line.prefix(200), as: UTF8.self)
      .split(maxSplits: 2, whereSeparator: \.isWhitespace)
    if let first = words.first?.lowercased(), ["@prefix", "prefix"].contains(first) {
      guard words.count == 3, words[1].hasSuffix(":"), words[2].unicodeScalars.first == "<" else {
        return nil
      }
      self = .trig
    } else if let first = words.first?.lowercased(), ["@base", "base"].contains(first) {
      guard words.count > 1, words[1].unicodeScalars.first == "<" else { return nil }
      self = .trig
    } else if line.first == UInt8(ascii: "<") || line.starts(with: Array("_:".utf8)),
      (try? NQuadsChunk(OwnedBytes(line), hasGraphs: true))?.lines.count == 1
    {
      self = .nquads
    } else {
      return nil
    }
  }
}
