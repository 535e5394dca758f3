internal import KGLexicon
internal import KGText

/// The lines of a document with their features as text: what the weights are fitted to.
package struct LineSequence: Encodable, Sendable {
  /// One line of the document.
  package struct Line: Encodable, Sendable {
    package let text: String
    /// The number of the line's block, counted over the document.
    package let block: Int
    package let isHeading: Bool
    package let section: [String]
    package let features: [String]
  }

  package let lines: [Line]

  /// - Parameter extraction: That of a document with blocks; data files and sites have no lines.
  package init(_ extraction: ProfileExtractor.Extraction) {
    let lines = AnnotatedLine.lines(of: Outline(extraction.document))
    var block = -1
    var previous: (Int, Int)?
    self.lines = zip(lines, LineFeatures.features(of: lines, isDescribed: true).textsOfTokens).map {
      line, features in
      if previous.map({ $0 != (line.place.part, line.place.block) }) ?? true { block += 1 }
      previous = (line.place.part, line.place.block)
      return Line(
        text: line.span.string, block: block, isHeading: line.isHeading,
        section: line.place.section.map(\.rawValue), features: features)
    }
  }
}
