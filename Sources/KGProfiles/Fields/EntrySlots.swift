/// In how many lines of a list a place holds an organization, a role, a degree or a unit.
///
/// The fields of one list stand in one order: where most entries have an organization that the tables
/// know, the piece in that place of another entry is one, too.
struct EntrySlots {
  /// A place in an entry: the line, and the piece from the left or the right.
  private struct Slot: Hashable {
    let line: Int
    let piece: Int
    let fromRight: Bool
  }

  private struct Counts {
    var all = 0
    /// By the kind of piece, of which there are fewer than sixteen; a vector needs no memory of its own.
    var kinds = SIMD16<Int>()

    mutating func add(_ other: Counts) {
      all += other.all
      kinds &+= other.kinds
    }

    /// How many of the pieces in this place, without one, are of a kind, of which the one left out is `own`: 0 for none,
    /// 1 for fewer than half, 2 for half or more; 3 where nothing else has this place.
    func share(of kind: EntryPieces.Kind, without own: Int) -> Int {
      guard all > 1 else { return 3 }
      let count = kinds[kind.rawValue] - own
      return count == 0 ? 0 : count * 2 < all - 1 ? 1 : 2
    }
  }

  /// For each piece and each of ``kinds``, the share on both sides: all tokens of a piece have the same.
  private var shares: [(left: Int, right: Int)] = []
  /// For each line, where it stands: how many lines below (or, negative, above) the nearest line with a
  /// date; without dates, its index in the block.
  let offsets: [Int]

  /// The kinds that the place of a piece may show.
  static let kinds: [EntryPieces.Kind] = [.known, .role, .degree, .organization, .unit]
  /// Lines between a date and what it dates.
  private static let reach = 3

  init(_ tokens: EntryTokens) {
    let pieces = tokens.pieces
    let offsets = Self.offsets(tokens)
    self.offsets = offsets
    let slots = pieces.pieces.map { Self.slots(of: $0, pieces, offsets) }
    var counts: [Slot: Counts] = [:]
    for (piece, own) in zip(pieces.pieces, slots) {
      var found = Counts(all: 1)
      for kind in Self.kinds where piece.kinds.contains(.init(kind)) {
        found.kinds[kind.rawValue] = 1
      }
      counts[own.left, default: Counts()].add(found)
      counts[own.right, default: Counts()].add(found)
    }
    shares.reserveCapacity(pieces.pieces.count * Self.kinds.count)
    for (piece, own) in zip(pieces.pieces, slots) {
      let (left, right) = (counts[own.left] ?? Counts(), counts[own.right] ?? Counts())
      for kind in Self.kinds {
        let count = piece.kinds.contains(.init(kind)) ? 1 : 0
        shares.append((left.share(of: kind, without: count), right.share(of: kind, without: count)))
      }
    }
  }

  /// The offset of a line without a date nearby.
  private static let far = 10

  private static func offsets(_ tokens: EntryTokens) -> [Int] {
    let dated = tokens.intervals.indices.filter { !tokens.intervals[$0].isEmpty }
    guard dated.count > 1 else { return tokens.list.lines.map { far + min($0.place.index, reach) } }
    return tokens.list.lines.indices.map { line in
      let nearest = dated.min { (abs($0 - line), $0) < (abs($1 - line), $1) } ?? line
      let offset = line - nearest
      return abs(offset) <= reach ? offset : far + min(tokens.list.lines[line].place.index, reach)
    }
  }

  private static func slots(
    of piece: EntryPieces.Piece, _ pieces: EntryPieces, _ offsets: [Int]
  ) -> (left: Slot, right: Slot) {
    let last = pieces.ofLine[piece.line].count - 1
    return (
      Slot(line: offsets[piece.line], piece: piece.index, fromRight: false),
      Slot(line: offsets[piece.line], piece: last - piece.index, fromRight: true)
    )
  }

  /// For each of ``kinds`` its share of the pieces that stand in the same place, from the left and from the right, of
  /// other lines: 0 for none, 1 for fewer than half, 2 for half or more; 3 where nothing else has this place.
  func shares(inPlaceOf index: Int) -> ArraySlice<(left: Int, right: Int)> {
    shares[index * Self.kinds.count..<(index + 1) * Self.kinds.count]
  }
}
