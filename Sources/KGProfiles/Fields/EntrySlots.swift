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
  }

  private var counts: [Slot: Counts] = [:]
  private let pieces: EntryPieces
  /// For each piece and each of ``kinds``, the share on both sides: all tokens of a piece have the same.
  private var shares: [(left: Int, right: Int)] = []
  /// For each line, where it stands: how many lines below (or, negative, above) the nearest line with a
  /// date; without dates, its index in the block.
  let offsets: [Int]

  /// The kinds that the place of a piece may show.
  static let kinds: [EntryPieces.Kind] = [.known, .role, .degree, .organization, .unit]
  /// Lines between a date and what it dates.
  private static let reach = 3

  init(_ tokens: EntryTokens, _ pieces: EntryPieces) {
    self.pieces = pieces
    offsets = Self.offsets(tokens)
    for (index, piece) in pieces.pieces.enumerated() {
      for slot in slots(of: index) {
        counts[slot, default: Counts()].all += 1
        for kind in Self.kinds where piece.kinds.contains(.init(kind)) {
          counts[slot, default: Counts()].kinds[kind.rawValue] += 1
        }
      }
    }
    shares = pieces.pieces.indices.flatMap { piece in
      Self.kinds.map { share(of: $0, inPlaceOf: piece) }
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

  private func slots(of index: Int) -> [Slot] {
    let piece = pieces.pieces[index]
    let last = pieces.ofLine[piece.line].count - 1
    return [
      Slot(line: offsets[piece.line], piece: piece.index, fromRight: false),
      Slot(line: offsets[piece.line], piece: last - piece.index, fromRight: true),
    ]
  }

  /// ``share(of:inPlaceOf:)`` for each of ``kinds``.
  func shares(inPlaceOf index: Int) -> ArraySlice<(left: Int, right: Int)> {
    shares[index * Self.kinds.count..<(index + 1) * Self.kinds.count]
  }

  /// How many of the pieces in the same place elsewhere are of a kind: 0 for none, 1 for fewer than half,
  /// 2 for half or more; 3 where nothing else has this place.
  func share(of kind: EntryPieces.Kind, inPlaceOf index: Int) -> (left: Int, right: Int) {
    let piece = pieces.pieces[index]
    let shares = slots(of: index).map { slot -> Int in
      guard let found = counts[slot], found.all > 1 else { return 3 }
      let count = found.kinds[kind.rawValue] - (piece.kinds.contains(.init(kind)) ? 1 : 0)
      return count == 0 ? 0 : count * 2 < found.all - 1 ? 1 : 2
    }
    return (shares[0], shares[1])
  }
}
