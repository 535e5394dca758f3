internal import KGText

/// The text without the Markdown or HTML that data files contain: `***J. Doe***`,
/// `[Google](https://…)`.
enum DataText {
  /// The text of a value without markup, also of a list with one text; `nil` when there is none.
  static func plainText(of node: DataNode) -> Span? {
    if let span = node.span { return plain(span) }
    guard case .list(let items) = node, items.count == 1 else { return nil }
    return items[0].span.map(plain)
  }

  static func plain(_ span: Span) -> Span {
    guard span.range.contains(where: { span.text.scalars[$0].isOne(of: "*[<_`&\\") })
    else {
      return span
    }
    var builder = SourceTextBuilder()
    var index = span.lower
    while index < span.upper {
      let scalar = span.text.scalars[index]
      if scalar == "<", let end = span.from(index).first(of: ">"), end.lowerBound - index < 200,
        index + 1 < span.upper,
        span.text.scalars[index + 1].isLetter || span.text.scalars[index + 1] == "/"
      {
        index = end.upperBound
      } else if scalar == "`" || scalar == "*" && !isWithinWord(index, of: span) {
        index += 1
      } else if scalar == "\\", let command = command(in: span.from(index)) {
        let inner = plain(command.argument)
        builder.append(inner.text.part(inner.range))
        index = command.end
      } else if scalar == "&", let (character, entity) = entity(in: span.from(index)) {
        builder.append(String(character), for: entity.byteRange)
        index = entity.upper
      } else if scalar == "[", let close = span.from(index).first(of: "]("),
        let end = span.from(close.upperBound).first(of: ")")
      {
        let start = builder.count
        for inner in index + 1..<close.lowerBound where span.text.scalars[inner] != "*" {
          builder.append(
            String(span.text.scalars[inner]), for: span.slice(inner..<inner + 1).byteRange)
        }
        builder.mark(.link(span.between(close.upperBound, end.lowerBound).string), from: start)
        index = end.upperBound
      } else {
        builder.append(String(scalar), for: span.slice(index..<index + 1).byteRange)
        index += 1
      }
    }
    return builder.build().whole.trimmed
  }

  /// Whether a sign stands alone between two letters, as in A*STAR.
  private static func isWithinWord(_ index: Int, of span: Span) -> Bool {
    index > span.lower && index + 1 < span.upper && span.text.scalars[index - 1].isLetter
      && span.text.scalars[index + 1].isLetter
  }

  /// A LaTeX command with the text that it typesets, its last argument: `\href{https://…}{A. Doe}`, `\textit{…}`.
  private static func command(in span: Span) -> (argument: Span, end: Int)? {
    var place = span.lower + 1
    while place < span.upper, span.text.scalars[place].isLetter { place += 1 }
    guard place > span.lower + 1 else { return nil }
    var argument: Span?
    while place < span.upper, span.text.scalars[place] == "{" {
      var depth = 0
      let start = place
      repeat {
        if span.text.scalars[place] == "{" { depth += 1 }
        if span.text.scalars[place] == "}" { depth -= 1 }
        place += 1
      } while depth > 0 && place < span.upper
      guard depth == 0 else { return nil }
      argument = span.between(start + 1, place - 1)
    }
    return argument.map { ($0, place) }
  }

  /// The entities that texts in data files often contain.
  private static let entities: [(name: String, character: Character)] = [
    ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"),
    ("&nbsp;", " "), ("&ndash;", "–"), ("&mdash;", "—"), ("&ldquo;", "“"), ("&rdquo;", "”"),
  ]

  private static func entity(in span: Span) -> (Character, Span)? {
    entities.first { span.hasPrefix($0.name) }.map { name, character in
      (character, span.to(span.lower + name.count))
    }
  }
}
