internal import KGText

/// The value of a field as it is written: one piece, or several that `#` joins.
struct BibTeXValue {
  struct Piece {
    /// The bytes of the source within the delimiters, or of the name of a predefined macro.
    let range: Range<Int>
    /// The text of a predefined macro; `nil` for a piece that the source writes.
    var text: String?
  }

  private(set) var pieces: [Piece] = []

  var isEmpty: Bool { pieces.isEmpty }

  mutating func append(_ other: BibTeXValue) {
    // Macros can be defined by each other, which doubles their length each time.
    guard pieces.count + other.pieces.count <= Self.maximumPieceCount else { return }
    pieces += other.pieces
  }

  mutating func append(_ range: Range<Int>, text: String? = nil) {
    guard pieces.count < Self.maximumPieceCount else { return }
    pieces.append(Piece(range: range, text: text))
  }

  private static let maximumPieceCount = 64
}

/// The bytes of a value in one stretch, which names and LaTeX are read from.
struct BibTeXValueBytes {
  /// The bytes that ``range`` counts in: those of the source, or a copy of joined pieces.
  let bytes: [UInt8]
  let range: Range<Int>
  /// Where joined pieces are in the copy and in the source; empty when the bytes are those of the source.
  private let places: [(copy: Int, source: Int, isVerbatim: Bool)]

  /// Joined values are short; a long one is an attack with macros.
  private static let maximumByteCount = 1 << 14

  init?(_ value: BibTeXValue, in source: [UInt8]) {
    guard let first = value.pieces.first else { return nil }
    if value.pieces.count == 1, first.text == nil {
      bytes = source
      range = first.range
      places = []
      return
    }
    var joined: [UInt8] = []
    var places: [(copy: Int, source: Int, isVerbatim: Bool)] = []
    for piece in value.pieces where joined.count < Self.maximumByteCount {
      places.append((joined.count, piece.range.lowerBound, piece.text == nil))
      let room = Self.maximumByteCount - joined.count
      if let text = piece.text {
        joined += Array(text.utf8).prefix(room)
      } else {
        joined += source[piece.range].prefix(room)
      }
    }
    bytes = joined
    range = 0..<joined.count
    self.places = places
  }

  /// The value as plain text, its LaTeX interpreted. Places are those of ``bytes``.
  var text: SourceText { LaTeXReader.text(bytes, in: range) }

  /// The text with its places in the source.
  func placed(_ text: SourceText) -> SourceText {
    guard !places.isEmpty else { return text }
    var offsets = ByteOffsets()
    for index in text.scalars.indices { offsets.append(sourcePlace(text.byte(of: index))) }
    let end = sourcePlace(text.byte(of: text.scalars.count))
    return SourceText(scalars: text.scalars, offsets: offsets.closed(at: end), marks: text.marks)
  }

  private func sourcePlace(_ place: Int) -> Int {
    guard let piece = places.last(where: { $0.copy <= place }) else { return 0 }
    return piece.isVerbatim ? piece.source + place - piece.copy : piece.source
  }
}
