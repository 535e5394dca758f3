internal import KGModel
internal import KGText

/// Finds the organization or the title of an entry that has none, in the place where other entries of the list
/// have theirs.
///
/// “Engineer · Quillon · 2019” in a list of lines with role, organization and period has an organization, too,
/// whatever it is called. What counts as the same place: the same line of the entry, between the same fields.
struct EntryAnalogy {
  /// Where a piece of an entry stands.
  private struct Place: Hashable {
    /// Lines below the first of the entry.
    let line: Int
    /// The nearest fields of the line on both sides; `nil` at its ends.
    let before: EntryField?
    let after: EntryField?
    /// Among the pieces without a field between them, from 0.
    let index: Int
  }

  private struct Piece {
    let span: Span
    let field: EntryField?
    let place: Place
    let mayBeName: Bool
  }

  /// The pieces of each entry, those of dates left out.
  private let entries: [[Piece]]
  private var counts: [Place: [EntryField: Int]] = [:]

  /// Characters of a name of an organization or of a title; a longer text is prose.
  private static let longestName = 60

  init(_ context: EntryTokens, _ reading: FieldReading, _ groups: [[Int]]) {
    entries = groups.indices.map { number in
      guard let first = groups[number].first else { return [] }
      let end = number + 1 < groups.count ? groups[number + 1].first : nil
      return (first..<max(end ?? context.list.lines.count, first)).flatMap { line in
        Self.pieces(of: line, below: first, context, reading)
      }
    }
    for entry in entries {
      // An entry counts once for each place and field.
      let own = Dictionary(grouping: entry.filter { $0.field != nil }, by: \.place)
      for (place, pieces) in own {
        for field in Set(pieces.compactMap(\.field)) {
          counts[place, default: [:]][field, default: 0] += 1
        }
      }
    }
  }

  /// What stands in the place of a field in one entry; `nil` where no other entry has the field in that place, or
  /// where nothing that may be a name does.
  func span(of field: EntryField, in entry: Int) -> Span? {
    let found = entries[entry].filter { $0.field == nil && $0.mayBeName }
      .map { piece in (piece.span, counts[piece.place]?[field] ?? 0) }
      .max { $0.1 < $1.1 }
    guard let (span, count) = found, count > 0 else { return nil }
    return span
  }

  private static func pieces(
    of line: Int, below first: Int, _ context: EntryTokens, _ reading: FieldReading
  ) -> [Piece] {
    let values = reading.lines[line]
    let text = context.list.lines[line].span
    let all = context.pieces[ofLine: line].filter { $0.kind != .date }
    let spans = all.map { context.span(of: $0.tokens) }
    return all.indices.map { index in
      let (own, span) = (all[index], spans[index])
      let field = values.first { $0.span.range.overlaps(span.range) }?.field
      let before = values.last { $0.span.upper <= span.lower }
      let after = values.first { $0.span.lower >= span.upper }
      let between = spans[..<index].count { other in
        other.lower >= before?.span.upper ?? text.lower
          && !values.contains { $0.span.range.overlaps(other.range) }
      }
      return Piece(
        span: span, field: field,
        place: Place(
          line: line - first, before: before?.field, after: after?.field, index: between),
        mayBeName: mayBeName(own, span))
    }
  }

  private static func mayBeName(_ piece: EntryPieces.Piece, _ span: Span) -> Bool {
    let isNamed = span.scalars.first.map { $0.isUpper || $0.isEastAsian } ?? false
    return isNamed && span.count <= longestName
      && ![.date, .place, .lowercase, .prose].contains(piece.kind)
  }
}
