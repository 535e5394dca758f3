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

  private init(
    _ line: Span, withoutMarker span: Span, _ place: Place, _ found: LineAnnotations
  ) {
    self.span = span
    hasMarker = span.lower > line.lower
    self.place = place
    self.found = found
  }

  var isHeading: Bool {
    if case .heading = place.kind { true } else { false }
  }

  /// Lines of a part, and of a document, that are annotated: what the rest of a list is about follows
  /// from its first entries, and lists of a hundred thousand would need a hundred megabytes.
  private static let mostOfPart = 2_000
  private static let mostOfDocument = 20_000

  /// So many lines are annotated together that their texts stay in the processor's second cache.
  private static let together = 500

  /// The lines of a document, in order, with the headings; of long lists the first.
  static func lines(of outline: Outline) -> [AnnotatedLine] {
    let places = places(in: outline)
    return stride(from: 0, to: places.count, by: together).flatMap { start in
      annotated(places[start..<min(start + together, places.count)])
    }
  }

  private static func annotated(_ lines: ArraySlice<(span: Span, place: Place)>) -> [AnnotatedLine]
  {
    let spans = lines.map { EntryMarker.removed(from: $0.span) }
    let found = LineAnnotations.annotations(of: spans)
    return zip(lines, zip(spans, found)).map { line, annotated in
      AnnotatedLine(line.span, withoutMarker: annotated.0, line.place, annotated.1)
    }
  }

  /// The lines that are annotated, and where they stand.
  private static func places(in outline: Outline) -> [(span: Span, place: Place)] {
    var lines: [(Span, Place)] = []
    for (number, part) in outline.parts.enumerated() {
      guard lines.count < mostOfDocument else { break }
      let end = lines.count + mostOfPart
      if let heading = part.heading {
        lines.append(
          (
            heading,
            Place(
              part: number, block: -1, kind: .heading(level: part.level), index: 0, count: 1,
              section: part.kinds)
          ))
      }
      for (index, block) in part.blocks.enumerated() where block.kind != .rule {
        guard lines.count < end else { break }
        let spans = block.span.lines
        lines += spans.enumerated().map { line, span in
          (
            span,
            Place(
              part: number, block: index, kind: block.kind, index: line, count: spans.count,
              section: part.kinds)
          )
        }
      }
    }
    return lines
  }
}
