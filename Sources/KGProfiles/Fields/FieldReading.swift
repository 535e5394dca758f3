internal import KGLexicon
internal import KGModel
internal import KGText

/// The fields of the entries of a list as the fitted model reads them.
struct FieldReading {
  /// A field of an entry.
  struct Value {
    let field: EntryField
    let span: Span
    /// The index of the line in the list.
    let line: Int
    /// The parsed dates of a period.
    var interval: DatedText?
  }

  /// The fields of each line, from left to right.
  let lines: [[Value]]

  init(lines: [[Value]]) { self.lines = lines }

  init(_ context: EntryTokens) {
    let model = FittedModels.current.fields
    let labels = model.labels.map(FieldLabel.init)
    let numbers = SequenceTagger(model).labels(of: FieldFeatures(context).all)
    self.init(context, labels: numbers.map { labels[$0] })
  }

  /// - Parameter labels: The label of each token.
  init(_ context: EntryTokens, labels: [FieldLabel]) {
    lines = context.ranges.enumerated().map { number, range in
      Self.runs(range, labels, context).reduce(into: [Value]()) { values, run in
        // The second date of a list may be labelled by itself, too.
        values += Self.values(run.field, run.tokens, in: number, context).filter { value in
          !values.contains { $0.field == value.field && $0.span.range == value.span.range }
        }
      }
    }
  }

  /// The tokens of each field. Only a period goes on in the next line of a cell.
  private static func runs(_ tokens: Range<Int>, _ labels: [FieldLabel], _ context: EntryTokens)
    -> [(field: EntryField, tokens: Range<Int>)]
  {
    var runs: [(field: EntryField, tokens: Range<Int>)] = []
    for token in tokens {
      guard let field = labels[token].field else { continue }
      if !labels[token].isFirst, let last = runs.last, last.field == field,
        last.tokens.upperBound == token,
        field == .period || context.tokens[token].gap != .line
      {
        runs[runs.count - 1].tokens = last.tokens.lowerBound..<token + 1
      } else {
        runs.append((field, token..<token + 1))
      }
    }
    return runs
  }

  /// One value, or that of each date of a list of dates: “Summer 2013, 2014”.
  private static func values(
    _ field: EntryField, _ tokens: Range<Int>, in line: Int, _ context: EntryTokens
  ) -> [Value] {
    let (text, span) = (context.span(of: tokens), context.list.lines[line].span)
    guard field == .period else {
      return [Value(field: field, span: closingBracket(text, in: span), line: line)]
    }
    return dates(text.range, of: context.intervals[line], in: span).map {
      Value(field: field, span: span.slice($0.range), line: line, interval: $0.value)
    }
  }

  /// The dates of a range, and those that only a comma or an “and” separates from them.
  private static func dates(
    _ range: Range<Int>, of intervals: [DateParser.Found<DatedText>], in span: Span
  ) -> [DateParser.Found<DatedText>] {
    intervals.reduce(into: []) { found, date in
      let isNext = found.last.map { DateParser.isListed(date, after: $0, in: span) } ?? false
      if isNext || date.range.overlaps(range) { found.append(date) }
    }
  }

  /// A value with an open bracket ends after the bracket if that is the next sign, or else before it:
  /// “X University (XU”, “Engineer (part-time, remote”.
  private static func closingBracket(_ value: Span, in line: Span) -> Span {
    var open: Int?
    for place in value.range {
      if value.text.folded[place] == "(" { open = open ?? place }
      if value.text.folded[place] == ")" { open = nil }
    }
    guard let open else { return value }
    let rest = line.from(value.upper)
    if let next = rest.folded.first(where: { $0 != " " }), next == ")" {
      return value.between(value.lower, (rest.first(of: ")")?.upperBound ?? rest.lower))
    }
    let before = value.to(open).trimmed
    return before.isEmpty ? value : before
  }
}
