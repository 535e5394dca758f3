internal import KGModel

/// Parts of a source, for asking whether another part overlaps them.
package struct ByteRanges: Sendable {
  /// In order, and without overlaps.
  private var ranges: [Range<Int>] = []

  /// - Parameter unordered: Ranges in any order, which may overlap; empty ones are left out.
  package init(_ unordered: [Range<Int>]) {
    for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
  }

  /// Whether a range shares a byte with one of these.
  package func overlaps(_ range: Range<Int>) -> Bool {
    let next = ranges.indices.partitioningIndex { ranges[$0].upperBound > range.lowerBound }
    return next < ranges.count && ranges[next].lowerBound < range.upperBound && !range.isEmpty
  }
}
