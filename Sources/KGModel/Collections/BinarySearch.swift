extension Range<Int> {
  /// The first index of the range that a condition holds for, or the upper bound where it holds for none.
  ///
  /// - Parameter belongsToSecondPartition: The condition; where it holds for an index, it holds for all
  ///   later ones.
  package func partitioningIndex(
    where belongsToSecondPartition: (Int) throws -> Bool
  ) rethrows -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if try belongsToSecondPartition(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
