/// An award: the titles are similar and the years do not differ.
struct ComparedAward: ComparedEntry {
  static let field = Field.awards

  let entry: AwardEntry
  private let titles: [AwardTitle]
  private let years: Set<Int>

  init(gold entry: AwardEntry) {
    self.entry = entry
    titles = statedValues(entry.title, entry.accept?.title).map { AwardTitle($0) }
    years = statedYears(entry.year, entry.accept?.year)
  }

  init(predicted entry: AwardEntry) {
    self.entry = entry
    titles = statedValues(entry.title, nil).map { AwardTitle($0) }
    years = statedYears(entry.year, nil)
  }

  func matches(_ predicted: ComparedAward) -> Bool {
    if !years.isEmpty && !predicted.years.isSubset(of: years) { return false }
    return titles.contains { title in predicted.titles.contains { title.isSimilar(to: $0) } }
  }

  func rank(of predicted: ComparedAward) -> Double {
    let sameTitle = titles.first?.text.letters == predicted.titles.first?.text.letters
    return (years.isDisjoint(with: predicted.years) ? 0 : 2) + (sameTitle ? 1 : 0)
  }
}
