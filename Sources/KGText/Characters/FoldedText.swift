/// The characters of a text, each as ``TextFold`` folds it.
package struct FoldedText: RandomAccessCollection, Sendable {
  private let scalars: Characters

  package init(_ scalars: Characters) { self.scalars = scalars }

  package var startIndex: Int { 0 }
  package var endIndex: Int { scalars.count }
  package subscript(index: Int) -> Unicode.Scalar { TextFold.fold(scalars[index]) }

  /// The first place in a stretch at which a folded pattern stands.
  package func first(of pattern: some Collection<Unicode.Scalar>, in range: Range<Int>) -> Int? {
    let length = pattern.count
    guard length > 0, length <= range.count else { return nil }
    // Rules look for many words in each line: the characters are compared where they lie.
    return withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: length) { wanted in
      _ = wanted.initialize(from: pattern)
      return scalars.read { scalar in
        for place in range.lowerBound...range.upperBound - length
        where TextFold.fold(scalar(place)) == wanted[0] {
          var same = 1
          while same < length, TextFold.fold(scalar(place + same)) == wanted[same] { same += 1 }
          if same == length { return place }
        }
        return nil
      }
    }
  }

  /// Calls for each place of a stretch with the folded character that stands there, and goes on where it is told to.
  package func walk(_ range: Range<Int>, _ visit: (Int, Unicode.Scalar) -> Int) {
    scalars.read { scalar in
      var place = range.lowerBound
      while place < range.upperBound { place = visit(place, TextFold.fold(scalar(place))) }
    }
  }
}
