/// A list that grows without moving its elements: an array of a hundred thousand records takes
/// three times their memory while it doubles.
package struct ChunkedArray<Element>: RandomAccessCollection, MutableCollection {
  /// All full except the last.
  private var pieces: [[Element]] = []

  private static var pieceCount: Int { 1 << 10 }

  package init() {}

  package init(_ elements: some Sequence<Element>) {
    append(contentsOf: elements)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int {
    pieces.last.map { (pieces.count - 1) * Self.pieceCount + $0.count } ?? 0
  }

  package subscript(index: Int) -> Element {
    get { pieces[index / Self.pieceCount][index % Self.pieceCount] }
    _modify { yield &pieces[index / Self.pieceCount][index % Self.pieceCount] }
  }

  package mutating func append(_ element: Element) {
    if pieces.last.map({ $0.count == Self.pieceCount }) ?? true { pieces.append([]) }
    pieces[pieces.count - 1].append(element)
  }

  package mutating func append(contentsOf elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  /// Takes the first piece, of a thousand elements or fewer, out of the list, whose memory is then free; `nil` for an empty
  /// list.
  package mutating func removeFirstPiece() -> [Element]? {
    pieces.isEmpty ? nil : pieces.removeFirst()
  }

  package mutating func removeAll(where isUnwanted: (Element) throws -> Bool) rethrows {
    guard try contains(where: isUnwanted) else { return }
    var kept = ChunkedArray()
    for element in self where try !isUnwanted(element) { kept.append(element) }
    self = kept
  }
}

extension ChunkedArray: Sendable where Element: Sendable {}
