/// The triples of a load, as codes of their terms. They are kept in pieces, because one growing array needs
/// three times its memory while it is reallocated.
struct CodeTriples {
  private var pieces: [[UInt32]] = []
  private(set) var count = 0

  /// A small change fits in the first piece. The others are so large that the allocator returns them to the
  /// system when they are freed.
  private static func capacity(ofPiece piece: Int) -> Int { piece == 0 ? 3 << 14 : 3 << 22 }

  /// Appends triples, given as subject, predicate and object one after another.
  mutating func append(_ codes: [UInt32]) {
    count += codes.count / 3
    let last = pieces.count - 1
    if last >= 0, pieces[last].count + codes.count <= Self.capacity(ofPiece: last) {
      pieces[last] += codes
    } else {
      var piece: [UInt32] = []
      if last >= 0 { piece.reserveCapacity(Self.capacity(ofPiece: last + 1)) }
      piece += codes
      pieces.append(piece)
    }
  }

  var isEmpty: Bool { count == 0 }

  func forEach(_ body: (_ s: UInt32, _ p: UInt32, _ o: UInt32) throws -> Void) rethrows {
    for piece in pieces {
      for index in stride(from: 0, to: piece.count, by: 3) {
        try body(piece[index], piece[index + 1], piece[index + 2])
      }
    }
  }

  /// Replaces codes by ranks, triple by triple, and frees the triples.
  ///
  /// - Parameter predicateOffset: Added to the codes of predicates before they are looked up.
  mutating func takeRanks(_ table: RankTable, predicateOffset: Int = 0) -> [UInt32] {
    defer { self = CodeTriples() }
    return [UInt32](unsafeUninitializedCapacity: count * 3) { ranks, filled in
      for index in pieces.indices {
        let piece = pieces[index]
        for place in stride(from: 0, to: piece.count, by: 3) {
          ranks[filled] = table.ranks[Int(piece[place])]
          ranks[filled + 1] = table.ranks[Int(piece[place + 1]) + predicateOffset]
          ranks[filled + 2] = table.ranks[Int(piece[place + 2])]
          filled += 3
        }
        pieces[index] = []
      }
    }
  }
}
