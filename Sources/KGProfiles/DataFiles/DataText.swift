internal import KGText

/// The text without the Markdown or HTML that data files contain: `***J. Doe***`,
/// `[Google](https://…)`.
enum DataText {
  static func plain(_ span: Span) -> Span {
    guard span.range.contains(where: { span.text.scalars[$0].isOne(of: "*[<_`&") })
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
      } else if scalar == "*" || scalar == "`" {
        index += 1
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
