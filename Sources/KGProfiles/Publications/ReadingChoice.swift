internal import KGLexicon
internal import KGModel
internal import KGText

/// Chooses between two readings of an entry: that of the rules and that of the fitted model.
///
/// The title of the rules is right more often where they find all fields, where the model agrees with them about the
/// venue, and where the model's title goes on after theirs; the model's is right more often everywhere else.
/// docs/extraction.md has the figures.
struct ReadingChoice {
  let byRules: PaperRecord
  private let form: EntryForm
  /// `nil` when the model finds no title.
  let fitted: PaperRecord?

  /// - Parameter form: That of the reading of the rules.
  init(byRules: PaperRecord, form: EntryForm, fitted: PaperRecord?) {
    self.byRules = byRules
    self.form = form
    self.fitted = fitted
  }

  /// The chosen reading; `nil` when neither shows that the entry is a reference.
  var paper: PaperRecord? {
    guard let fitted else { return form.isReference ? byRules : nil }
    if foldedKey(byRules.title.value) == foldedKey(fitted.title.value) { return agreed(fitted) }
    if keepsRules(against: fitted) { return byRules }
    var paper = fitted
    paper.year = fitted.year ?? byRules.year
    return paper
  }

  private func keepsRules(against fitted: PaperRecord) -> Bool {
    if fitted.authors.isEmpty, fitted.venue == nil { return true }
    if form.isWhole || byRules.title.rule == .publicationSemicolons { return true }
    if let venue = fitted.venue, let other = byRules.venue,
      foldedKey(other.value).hasPrefix(foldedKey(venue.value))
    {
      return true
    }
    // The model lost the venue and cut the title: “基于 | .NET平台的研究”.
    if fitted.venue == nil, byRules.venue != nil,
      Self.contains(byRules.title.span, fitted.title.span)
    {
      return true
    }
    return Self.contains(fitted.title.span, byRules.title.span)
  }

  private static func contains(_ outer: Span, _ inner: Span) -> Bool {
    outer.text === inner.text && outer.lower <= inner.lower && inner.upper <= outer.upper
  }

  /// Both have the same title: each field comes from the reading that is right about it more often, if it has
  /// the field.
  private func agreed(_ fitted: PaperRecord) -> PaperRecord {
    var paper = byRules
    paper.venue = fitted.venue ?? byRules.venue
    paper.year = fitted.year ?? byRules.year
    if byRules.authors.isEmpty {
      paper.authors = fitted.authors
      paper.isAuthorListComplete = fitted.isAuthorListComplete
    }
    return paper
  }
}
