package import KGText

/// Collects blocks while a reader walks through its markup: text goes to the open block, marks open
/// and close over it, and each new block ends the one before.
package struct BlockBuilder {
  package private(set) var blocks: [Block] = []
  private var text = SourceTextBuilder()
  private var kind: Block.Kind = .paragraph
  private var openMarks: [(kind: SourceText.Mark.Kind, start: Int)] = []
  private var orderedLists: [Bool] = []
  /// Whether a cell of the open row has begun: an empty one in front keeps the places of the others.
  private var hasCell = false

  /// No document has more; its reader refuses what comes to so many.
  package static let maximumCount = 400_000

  package init() {}

  /// Ends the open block and begins one of this kind.
  package mutating func begin(_ kind: Block.Kind) {
    end()
    self.kind = kind
  }

  /// Ends the open block; what follows without a beginning is a paragraph.
  package mutating func end() {
    let reopened = openMarks.map(\.kind)
    while !openMarks.isEmpty { closeLastMark() }
    add(text.build())
    text = SourceTextBuilder()
    kind = .paragraph
    hasCell = false
    openMarks = reopened.map { ($0, 0) }
  }

  /// Keeps what was read. A row of a single cell is layout, not a table: its paragraphs are paragraphs.
  private mutating func add(_ built: SourceText) {
    let whole = built.whole.trimmed
    guard !whole.isEmpty, blocks.count < Self.maximumCount else { return }
    let isRow = whole.contains("\t")
    let breaks = whole.range.filter { built.scalars[$0] == Self.paragraphBreak }
    if !isRow, kind == .tableRow || kind == .paragraph, !breaks.isEmpty {
      for part in whole.split(where: { $0 == Self.paragraphBreak }) {
        blocks.append(Block(.paragraph, built.part(part.range)))
      }
      return
    }
    // One at the end, which nobody looks at, would take four bytes a character.
    let hasBreak = built.scalars.last.map { $0 == Self.paragraphBreak } ?? false || !breaks.isEmpty
    let text = hasBreak ? built.replacing(Self.paragraphBreak, with: "\n") : built
    switch kind {
    case .paragraph where isRow: blocks.append(Block(.tableRow, text))
    case .tableRow where !isRow: blocks.append(Block(.paragraph, text))
    default: blocks.append(Block(kind, text))
    }
  }

  private static let paragraphBreak: Unicode.Scalar = "\u{2029}"

  /// A place in the text of the open block.
  package struct Mark {
    fileprivate let block: Int
    fileprivate let place: Int
  }

  /// The end of what has been added.
  package var mark: Mark { Mark(block: blocks.count, place: text.count) }

  /// What was added behind a place, unless its block has ended or it is longer than so many characters.
  package func text(since mark: Mark, atMost length: Int) -> SourceText? {
    guard mark.block == blocks.count, mark.place <= text.count, text.count - mark.place <= length
    else { return nil }
    return text.build().part(mark.place..<text.count)
  }

  /// Adds text again that stands elsewhere in the source.
  package mutating func append(_ other: SourceText) { text.append(other) }

  /// Begins the next cell of a row.
  mutating func beginCell(at offset: Int) {
    if !isEmpty || hasCell { append("\t", for: offset..<offset) }
    hasCell = true
  }

  /// Ends a paragraph within a row.
  mutating func breakParagraph(at offset: Int) {
    guard let last = text.last, last != Self.paragraphBreak, last != "\t" else { return }
    text.append(String(Self.paragraphBreak), for: offset..<offset)
  }

  /// Adds blocks that another reader made of a part of the document.
  package mutating func append(contentsOf others: [Block]) {
    end()
    blocks += others
  }

  package mutating func rule(at offset: Int) {
    end()
    blocks.append(Block(.rule, .empty(at: offset)))
  }

  mutating func beginList(ordered: Bool) {
    end()
    orderedLists.append(ordered)
  }

  mutating func endList() {
    end()
    _ = orderedLists.popLast()
  }

  mutating func beginListItem() {
    begin(.listItem(depth: max(1, orderedLists.count), ordered: orderedLists.last ?? false))
  }

  package mutating func append(_ piece: some StringProtocol, at offset: Int) {
    text.append(piece, at: offset)
  }

  package mutating func append(_ piece: some StringProtocol, for range: Range<Int>) {
    text.append(piece, for: range)
  }

  /// Takes back the last character, which turned out to divide a word only.
  package mutating func removeLast() { text.removeLast() }

  /// The letters at the end of the open block, before a hyphen.
  package var lastWord: String { text.lastWord }

  var lastScalar: Unicode.Scalar? { text.last }
  package var isEmpty: Bool { text.isEmpty }
  package var isRow: Bool { kind == .tableRow }
  package var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }

  package mutating func open(_ mark: SourceText.Mark.Kind) {
    openMarks.append((mark, text.count))
  }

  /// Closes the innermost open mark that agrees, and what is open within it.
  package mutating func close(_ agrees: (SourceText.Mark.Kind) -> Bool) {
    guard openMarks.contains(where: { agrees($0.kind) }) else { return }
    while let last = openMarks.last {
      closeLastMark()
      if agrees(last.kind) { return }
    }
  }

  private mutating func closeLastMark() {
    if let mark = openMarks.popLast() { text.mark(mark.kind, from: mark.start) }
  }
}
