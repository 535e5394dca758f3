/// A patent: the numbers are the same; where one side has none, the titles as of papers. Titles of
/// patents repeat ("a data processing method"), numbers do not.
struct ComparedPatent: ComparedEntry {
  static let field = Field.patents
  static let ignoresRepeats = false

  let entry: PatentEntry
  private let numbers: PatentNumbers
  private let titles: TitleForms

  init(gold entry: PatentEntry) {
    self.entry = entry
    numbers = PatentNumbers(statedValues(entry.number, entry.accept?.number))
    titles = TitleForms(gold: statedValues(entry.title, entry.accept?.title))
  }

  init(predicted entry: PatentEntry) {
    self.entry = entry
    numbers = PatentNumbers(statedValues(entry.number, nil))
    titles = TitleForms(predicted: entry.title)
  }

  func matches(_ predicted: ComparedPatent) -> Bool {
    numbers.matches(predicted.numbers) ?? titles.matches(predicted.titles)
  }

  func rank(of predicted: ComparedPatent) -> Double {
    (predicted.numbers.isEmpty ? 0 : 2) + (titles.matches(predicted.titles) ? 1 : 0)
  }
}
