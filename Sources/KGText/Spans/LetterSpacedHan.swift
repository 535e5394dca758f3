internal import KGModel

/// Joins Chinese words whose characters are spaced out to fill a column: 教 育 背 景, 姓　　名, 郜  澈.
package enum LetterSpacedHan {
  /// The text without the spaces within such words; places in the source stay.
  package static func joined(_ text: SourceText) -> SourceText {
    let characters = text.scalars
    guard text.whole.containsHan,
      characters.contains(where: { $0 == " " || $0 == "\u{3000}" || $0 == "\u{A0}" })
    else {
      return text
    }
    var drop: Set<Int> = []
    var start = 0
    for index in 0...characters.count {
      guard index == characters.count || isEdge(text.folded[index]) else { continue }
      mark(start..<index, of: characters, in: &drop)
      start = index + 1
    }
    return drop.isEmpty ? text : text.removing(drop)
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOne(of: "\n\t:|,;()[]")
  }

  /// Marks the spaces of a range in which every word is a single Han character.
  private static func mark(
    _ range: Range<Int>, of characters: Characters, in drop: inout Set<Int>
  ) {
    let isSpace: (Int) -> Bool = {
      characters[$0] == " " || characters[$0] == "\u{3000}" || characters[$0] == "\u{A0}"
    }
    // Most ranges have other letters.
    guard range.allSatisfy({ characters[$0].isHan || isSpace($0) }) else { return }
    let letters = range.filter { !isSpace($0) }
    guard (2...8).contains(letters.count), let first = letters.first, let last = letters.last,
      zip(letters, letters.dropFirst()).allSatisfy({ $1 - $0 > 1 })
    else { return }
    for index in first...last where isSpace(index) { drop.insert(index) }
  }
}

extension SourceText {
  /// The same text without the characters at some places.
  fileprivate func removing(_ places: Set<Int>) -> SourceText {
    var kept: [Unicode.Scalar] = []
    var keptOffsets = ByteOffsets()
    var moved: [Int] = []
    for index in scalars.indices {
      moved.append(kept.count)
      guard !places.contains(index) else { continue }
      kept.append(scalars[index])
      keptOffsets.append(offsets[index])
    }
    moved.append(kept.count)
    keptOffsets.append(offsets[scalars.count])
    return SourceText(
      scalars: Characters(kept), offsets: keptOffsets,
      marks: marks.map {
        Mark(kind: $0.kind, range: moved[$0.range.lowerBound]..<moved[$0.range.upperBound])
      })
  }
}
