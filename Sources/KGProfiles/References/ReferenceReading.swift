internal import KGLexicon
internal import KGModel
internal import KGText

/// The fields of a reference as the fitted model reads them.
struct ReferenceReading {
  private(set) var title: Span?
  private(set) var authors: [Span] = []
  private(set) var venue: Span?
  private(set) var year: Span?
  /// Whether “et al.” or the like follows the authors.
  private(set) var omitsAuthors = false
  /// Whether “with” precedes the authors: the owner of the list is one more.
  private(set) var omitsOwner = false

  private static let labelling = ReferenceLabelling(.references)

  init(_ span: Span) {
    let context = ReferenceContext(span)
    self.init(context, labels: Self.labelling.labels(of: context))
  }

  /// - Parameter labels: The label of each token.
  init(_ context: ReferenceContext, labels: [ReferenceLabel]) {
    let runs = FieldRun.runs(labels, context.tokens)
    let span = context.span
    let authorRuns = Self.authors(runs)
    authors = authorRuns.map { span.slice($0.range) }
    title = Self.title(runs, in: span)
    venue = runs.first { $0.field == .venue }.map { span.slice($0.range) }
    year = runs.first { $0.field == .year }.map { span.slice($0.range) }
    readOmissions(authorRuns, runs, context)
  }

  /// The authors, who are listed in one place: of several, with other fields between, the longest list.
  static func authors(_ runs: [FieldRun]) -> [FieldRun] {
    let isOther = { (run: FieldRun) in run.field == .title || run.field == .venue }
    let lists = runs.split(whereSeparator: isOther).map { $0.filter { $0.field == .author } }
    let longest = lists.map(\.count).max() ?? 0
    return lists.first { $0.count == longest } ?? []
  }

  /// The first title of some length. What a mark or a few signs cut in two is one.
  private static func title(_ runs: [FieldRun], in span: Span) -> Span? {
    var titles: [Range<Int>] = []
    var end: Int?
    for (index, run) in runs.enumerated() where run.field == .title {
      if let last = titles.last, end == index - 1,
        run.range.lowerBound - last.upperBound <= longestGap
      {
        titles[titles.count - 1] = last.lowerBound..<run.range.upperBound
      } else {
        titles.append(run.range)
      }
      end = index
    }
    let all = titles.map { span.slice($0) }
    return all.first { $0.wordCount >= leastWords } ?? all.max { $0.count < $1.count }
  }

  /// Words of a title that is preferred to a longer one after it.
  private static let leastWords = 3

  /// Characters between two parts of one title.
  private static let longestGap = 16

  private mutating func readOmissions(
    _ authors: [FieldRun], _ runs: [FieldRun], _ context: ReferenceContext
  ) {
    guard let first = authors.first, let last = authors.last else { return }
    let start = last.tokens.upperBound
    let next = runs.first { $0.tokens.lowerBound >= start }
    let end = next?.tokens.lowerBound ?? context.tokens.count
    // The words of an omission are next to the last name.
    for index in start..<min(end, start + 4) {
      let isEtc =
        context.tokens[index].range.count == 1
        && context.span.text.scalars[context.tokens[index].range.lowerBound].isOne(of: "等他…")
      if context.kinds[index] == .others || isEtc { omitsAuthors = true }
    }
    let before = first.tokens.lowerBound
    omitsOwner = before > 0 && context.kinds[before - 1] == .with
  }
}

/// Tokens next to one another that belong to one value of a field.
struct FieldRun {
  let field: ReferenceField
  private(set) var tokens: Range<Int>
  /// The place in the text.
  private(set) var range: Range<Int>

  /// The runs of a labelled reference, from left to right. A venue goes on after a year within it.
  static func runs(_ labels: [ReferenceLabel], _ tokens: [TextToken]) -> [FieldRun] {
    var runs: [FieldRun] = []
    for (index, label) in labels.enumerated() {
      guard let field = label.field else { continue }
      let place = tokens[index].range
      if !label.isFirst, let run = runs.lastIndex(where: { $0.field != .year }),
        runs[run].field == field, run >= runs.count - 2,
        runs[runs.count - 1].tokens.upperBound == index
      {
        runs[run].tokens = runs[run].tokens.lowerBound..<index + 1
        runs[run].range = runs[run].range.lowerBound..<place.upperBound
      } else {
        runs.append(FieldRun(field: field, tokens: index..<index + 1, range: place))
      }
    }
    return runs
  }
}
