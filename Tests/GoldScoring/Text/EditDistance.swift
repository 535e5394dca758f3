/// Levenshtein distance: the number of insertions, deletions and substitutions of one element.
enum EditDistance {
  /// Whether the distance is at most `limit`.
  ///
  /// Computes only the cells within `limit` of the diagonal: a path through any other cell costs
  /// more (E. Ukkonen, Information and Control 64, 1985).
  static func isAtMost(_ limit: Int, _ first: Scalars, _ second: Scalars) -> Bool {
    if abs(first.count - second.count) > limit { return false }
    let excess = limit + 1
    var previous = (0...second.count).map { min($0, excess) }
    for row in 1..<(first.count + 1) {
      var current = [Int](repeating: excess, count: second.count + 1)
      if row <= limit { current[0] = row }
      let columns = max(1, row - limit)..<(min(second.count, row + limit) + 1)
      for column in columns {
        let substitution = previous[column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1)
        current[column] = min(previous[column] + 1, current[column - 1] + 1, substitution, excess)
      }
      if columns.allSatisfy({ current[$0] > limit }), current[0] > limit { return false }
      previous = current
    }
    return previous[second.count] <= limit
  }
}
