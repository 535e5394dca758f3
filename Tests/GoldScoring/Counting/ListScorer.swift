/// Scores one list of a document.
struct ListScorer<Compared: ComparedEntry> {
  let gold: [Compared]
  let predicted: [Compared]
  /// For each predicted entry the gold entry that it is taken for.
  let goldOfPredicted: [Int: Int]

  init(gold: [Compared.Entry], predicted: [Compared.Entry]) {
    self.gold = gold.map { Compared(gold: $0) }
    self.predicted = predicted.map { Compared(predicted: $0) }
    goldOfPredicted = Dictionary(
      uniqueKeysWithValues: Assignment.pairs(self.gold, self.predicted).map { ($1, $0) })
  }

  /// - Parameters:
  ///   - isOpenEnded: Gold is incomplete, so that further entries may be right.
  ///   - isNeutral: Whether an entry that matches nothing is ignored instead of being wrong.
  func count(
    in tally: inout Tally, isOpenEnded: Bool = false, isNeutral: (Compared) -> Bool = { _ in false }
  ) {
    countGold(in: &tally)
    for (index, found) in predicted.enumerated() {
      if let wanted = goldOfPredicted[index].map({ gold[$0] }) {
        if !wanted.entry.isOptional { countMatch(wanted, found, in: &tally) }
      } else if isRepeat(found) || isNeutral(found) {
        tally.ignoreRepeat(in: Compared.field)
      } else if !isOpenEnded {
        countExtra(found, in: &tally)
      }
    }
  }

  private func isRepeat(_ found: Compared) -> Bool {
    Compared.ignoresRepeats && gold.contains { $0.matches(found) }
  }

  private func countGold(in tally: inout Tally) {
    let found = Set(goldOfPredicted.values)
    for (index, wanted) in gold.enumerated() where !wanted.entry.isOptional {
      tally.add(Compared.field, gold: 1)
      if !found.contains(index) { tally.note(.miss, Compared.field, wanted.entry.label) }
      for value in Compared.values where value.isStated(wanted) { tally.add(value.field, gold: 1) }
    }
  }

  private func countMatch(_ wanted: Compared, _ found: Compared, in tally: inout Tally) {
    tally.add(Compared.field, right: 1, predicted: 1)
    for value in Compared.values {
      if value.isStated(found) {
        if value.isIgnored(gold: wanted, predicted: found) { continue }
        let isRight = value.isStated(wanted) && value.matches(wanted, found)
        tally.add(value.field, right: isRight ? 1 : 0, predicted: 1)
        if !isRight {
          tally.note(.wrong, value.field, "\(found.entry.label)  <-  gold \(wanted.entry.label)")
        }
      } else if value.isStated(wanted) {
        tally.note(.unset, value.field, wanted.entry.label)
      }
    }
  }

  private func countExtra(_ found: Compared, in tally: inout Tally) {
    tally.add(Compared.field, predicted: 1)
    tally.note(.extra, Compared.field, found.entry.label)
    for value in Compared.values where value.isStated(found) {
      tally.add(value.field, predicted: 1)
    }
  }
}
