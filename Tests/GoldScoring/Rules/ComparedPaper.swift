/// A paper: the titles are equal, or nearly so. A second prediction of the same paper is wrong.
struct ComparedPaper: ComparedEntry {
  static let field = Field.papers
  static let ignoresRepeats = false

  let entry: PaperEntry
  /// The keys of the authors, in printed order.
  let authors: [String]
  private let title: FoldedText
  private let titles: TitleForms

  init(gold entry: PaperEntry) {
    self.init(entry, TitleForms(gold: statedValues(entry.title, entry.accept?.title)))
  }

  init(predicted entry: PaperEntry) {
    self.init(entry, TitleForms(predicted: entry.title))
  }

  private init(_ entry: PaperEntry, _ titles: TitleForms) {
    self.entry = entry
    self.titles = titles
    title = FoldedText(entry.title ?? "")
    authors = AuthorNames.keys(of: entry.authors)
  }

  func matches(_ predicted: ComparedPaper) -> Bool { titles.matches(predicted.titles) }

  func rank(of predicted: ComparedPaper) -> Double {
    (title.letters == predicted.title.letters ? 2 : 0) + (hasSameYear(predicted) ? 1 : 0)
      + (predicted.entry.authors.isEmpty ? 0 : 0.5)
  }

  private func hasSameYear(_ predicted: ComparedPaper) -> Bool {
    predicted.entry.year.map(statedYears(entry.year, entry.accept?.year).contains) ?? false
  }

  /// Whether the whole list is the same, in the same order.
  private func hasSameAuthors(_ predicted: ComparedPaper) -> Bool {
    authors == predicted.authors
      || (entry.accept?.authors ?? []).contains { AuthorNames.keys(of: $0) == predicted.authors }
  }

  private func hasSameVenue(_ predicted: ComparedPaper) -> Bool {
    guard let venue = predicted.entry.venue, !venue.isEmpty else { return false }
    let predictedVenue = VenueName(venue)
    return statedValues(entry.venue, entry.accept?.venue).contains {
      VenueName($0).matches(predictedVenue)
    }
  }

  static var values: [ComparedValue<ComparedPaper>] {
    [
      ComparedValue(
        field: .paperAuthors, isStated: { !$0.authors.isEmpty },
        hasAccepted: { $0.authors != nil }, matches: { $0.hasSameAuthors($1) }),
      ComparedValue(
        field: .paperVenue, isStated: \.entry.venue.isStated, hasAccepted: { $0.venue != nil },
        matches: { $0.hasSameVenue($1) }),
      ComparedValue(
        field: .paperYear, isStated: { $0.entry.year != nil }, hasAccepted: { $0.year != nil },
        matches: { $0.hasSameYear($1) }),
    ]
  }
}
