/// The characters of a text, each folded by ``TextFold``.
public struct FoldedText: RandomAccessCollection, Sendable {
  @usableFromInline let scalars: Characters

  @inlinable
  init(_ scalars: Characters) { self.scalars = scalars }

  /// Indices count characters from 0.
  @inlinable
  public var startIndex: Int { 0 }

  /// The number of characters.
  @inlinable
  public var endIndex: Int { scalars.count }

  /// The same, which the standard library would find by a distance.
  @inlinable
  public var count: Int { scalars.count }

  /// The folded character at an index.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Unicode.Scalar { TextFold.fold(scalars[index]) }

  /// The first place of a folded pattern within a range; `nil` when it does not occur.
  func first(of pattern: some Collection<Unicode.Scalar>, in range: Range<Int>) -> Int? {
    let length = pattern.count
    guard length > 0, length <= range.count else { return nil }
    // A character of Latin-1 is folded to one of Latin-1.
    if scalars.isLatin1, pattern.contains(where: { $0.value > 0xFF }) { return nil }
    // Rules look for many words in each line: the characters are compared in place.
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

  /// The same for a pattern in ASCII.
  func first(ofASCII pattern: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int? {
    guard let head = pattern.first, pattern.count <= range.count,
      pattern.allSatisfy({ scalars.occurring.contains(Unicode.Scalar($0)) })
    else { return nil }
    return scalars.read { scalar in
      for place in range.lowerBound...range.upperBound - pattern.count
      where TextFold.fold(scalar(place)).value == head {
        var same = 1
        while same < pattern.count,
          TextFold.fold(scalar(place + same)).value == pattern[same]
        {
          same += 1
        }
        if same == pattern.count { return place }
      }
      return nil
    }
  }

  /// Visits the places of a range with their folded characters.
  ///
  /// - Parameter visit: Returns the next place to visit, greater than the one it was given.
  @inlinable
  public func walk(_ range: Range<Int>, _ visit: (Int, Unicode.Scalar) -> Int) {
    scalars.read { scalar in
      var place = range.lowerBound
      while place < range.upperBound { place = visit(place, TextFold.fold(scalar(place))) }
    }
  }
}
