/// Which predicted entry is taken for which gold entry.
enum Assignment {
  private struct Candidate {
    let gold: Int
    let predicted: Int
    /// Smaller is better, compared from the left.
    let order: (rank: Double, isOptional: Int, distance: Int, gold: Int, predicted: Int)
  }

  /// Pairs of indices, each index in one pair at most: of all matches the best ranked first, then
  /// those of required gold entries, then those at similar places of their lists.
  static func pairs<Compared: ComparedEntry>(
    _ gold: [Compared], _ predicted: [Compared]
  ) -> [(gold: Int, predicted: Int)] {
    var free = (gold: Set(gold.indices), predicted: Set(predicted.indices))
    var pairs: [(gold: Int, predicted: Int)] = []
    for candidate in candidates(gold, predicted).sorted(by: { $0.order < $1.order })
    where free.gold.contains(candidate.gold) && free.predicted.contains(candidate.predicted) {
      free.gold.remove(candidate.gold)
      free.predicted.remove(candidate.predicted)
      pairs.append((candidate.gold, candidate.predicted))
    }
    return pairs
  }

  private static func candidates<Compared: ComparedEntry>(
    _ gold: [Compared], _ predicted: [Compared]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for (i, wanted) in gold.enumerated() {
      for (j, found) in predicted.enumerated() where wanted.matches(found) {
        let order = (-wanted.rank(of: found), wanted.entry.isOptional ? 1 : 0, abs(i - j), i, j)
        candidates.append(Candidate(gold: i, predicted: j, order: order))
      }
    }
    return candidates
  }
}
