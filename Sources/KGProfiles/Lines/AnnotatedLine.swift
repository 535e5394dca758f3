internal import KGLexicon
internal import KGModel
internal import KGText

/// One line of a document, with its place in the layout and what was found in it.
///
/// A reference type, since lines are passed around.
final class AnnotatedLine: Sendable {
  /// The text without the marker of its list item.
  let span: Span
  let place: Place
  let found: LineAnnotations
  /// Whether a number or a sign stood before the text: `[3]`, `2.`, `•`.
  let hasMarker: Bool

  /// Where a line stands in its document.
  struct Place {
    /// The index of the part of the outline.
    let part: Int
    /// The index of the block in its part; -1 for the heading of the part.
    let block: Int
    let kind: Block.Kind
    /// The index of the line in its block, and the number of lines of the block.
    let index: Int
    let count: Int
    /// What the section is about, by the headings above.
    let section: [SectionKind]
  }

  init(_ line: Span, at place: Place) {
    span = EntryMarker.removed(from: line)
    hasMarker = span.lower > line.lower
    self.place = place
    found = LineAnnotations(span)
  }

  var isHeading: Bool {
    if case .heading = place.kind { true } else { false }
  }

  /// Lines of a part, and of a document, that are annotated: what the rest of a list is about follows
  /// from its first entries, and lists of a hundred thousand would need a hundred megabytes.
  private static let mostOfPart = 2_000
  private static let mostOfDocument = 20_000

  /// The lines of a document, in order, with the headings; of long lists the first.
  static func lines(of outline: Outline) -> [AnnotatedLine] {
    var lines: [AnnotatedLine] = []
    for (number, part) in outline.parts.enumerated() {
      guard lines.count < mostOfDocument else { break }
      let end = lines.count + mostOfPart
      if let heading = part.heading {
        let place = Place(
          part: number, block: -1, kind: .heading(level: part.level), index: 0, count: 1,
          section: part.kinds)
        lines.append(AnnotatedLine(heading, at: place))
      }
      for (index, block) in part.blocks.enumerated() {
        guard lines.count < end else { break }
        lines += Self.lines(of: block, number: index, part: part, partNumber: number)
      }
    }
    return lines
  }

  private static func lines(
    of block: Block, number: Int, part: Outline.Part, partNumber: Int
  ) -> [AnnotatedLine] {
    guard block.kind != .rule else { return [] }
    let lines = block.span.lines
    return lines.enumerated().map { index, line in
      AnnotatedLine(
        line,
        at: Place(
          part: partNumber, block: number, kind: block.kind, index: index, count: lines.count,
          section: part.kinds))
    }
  }
}
