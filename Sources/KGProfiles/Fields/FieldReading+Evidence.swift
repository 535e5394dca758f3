internal import KGText

extension FieldReading {
  /// The fields with those that the tables are sure of where the weights found none: the date of a line that has an
  /// organization or a title, and the role or the degree of a line that has an organization or a period.
  func completed(by context: EntryTokens) -> FieldReading {
    FieldReading(
      lines: lines.indices.map { line in
        guard !context.list.lines[line].isHeading else { return lines[line] }
        var values = lines[line]
        if let period = period(of: line, context) { values.append(period) }
        if let title = title(of: line, values, context) { values.append(title) }
        return values.sorted { $0.span.lower < $1.span.lower }
      })
  }

  private func period(of line: Int, _ context: EntryTokens) -> Value? {
    let values = lines[line]
    let text = context.list.lines[line].span
    guard !values.contains(where: { $0.field == .period }),
      let date = context.intervals[line].first,
      case let span = text.slice(date.range),
      !values.contains(where: { $0.span.range.overlaps(span.range) }),
      !values.isEmpty || text.trimming(".,:()[]|-–").count == span.count
    else { return nil }
    return Value(field: .period, span: span, line: line, interval: date.value)
  }

  private func title(
    of line: Int, _ values: [Value], _ context: EntryTokens
  ) -> Value? {
    guard values.contains(where: { [.organization, .period].contains($0.field) }),
      !values.contains(where: { [.role, .degree].contains($0.field) })
    else { return nil }
    for piece in context.pieces[ofLine: line] {
      guard piece.kinds.contains(.init(.role)) || piece.kinds.contains(.init(.degree)),
        !piece.kinds.contains(.init(.prose)), piece.wordCount <= Self.mostWords
      else { continue }
      let span = context.span(of: piece.tokens)
      guard !values.contains(where: { $0.span.range.overlaps(span.range) }) else { continue }
      let field: EntryField = piece.kinds.contains(.init(.degree)) ? .degree : .role
      return Value(field: field, span: span, line: line)
    }
    return nil
  }

  /// Words of a title; a longer piece is prose.
  private static let mostWords = 7
}
