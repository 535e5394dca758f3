internal import KGModel
package import KGText

/// Collects blocks while a reader goes through markup: text is added to the open block, marks open and
/// close over it, and each new block ends the one before. A link to a mailbox or a telephone is personal data and
/// marks nothing.
package struct BlockBuilder {
  /// The blocks that have ended.
  package private(set) var blocks: [Block] = []
  private var text = SourceTextBuilder()
  private var kind: Block.Kind = .paragraph
  private var openMarks: [(kind: SourceText.Mark.Kind, start: Int)] = []
  private var orderedLists: [Bool] = []
  /// Whether the open block is a row although only its last cell has text.
  private var lacksFirstCell = false
  /// Whether a cell of the open row has begun: an empty first cell keeps the columns of the others.
  private var hasCell = false

  /// The most blocks of a document; one with more is refused.
  package static let maximumCount = 400_000

  package init() {}

  /// Ends the open block and begins one of this kind.
  package mutating func begin(_ kind: Block.Kind) {
    end()
    self.kind = kind
  }

  /// Ends the open block; text that is added before the next beginning is a paragraph.
  package mutating func end() {
    let reopened = openMarks.map(\.kind)
    while !openMarks.isEmpty { closeLastMark() }
    if !text.isEmpty {
      add(text.build())
      text = SourceTextBuilder()
    }
    kind = .paragraph
    hasCell = false
    lacksFirstCell = false
    openMarks = reopened.map { ($0, 0) }
  }

  /// Adds a finished block. A row of a single cell is layout, not a table: its paragraphs are separate
  /// blocks.
  private mutating func add(_ built: SourceText) {
    let whole = built.whole.trimmed
    guard !whole.isEmpty, blocks.count < Self.maximumCount else { return }
    let isRow = whole.contains("\t")
    let breaks = whole.range.filter { built.scalars[$0] == Self.paragraphBreak }
    if !isRow, kind == .tableRow && !lacksFirstCell || kind == .paragraph, !breaks.isEmpty {
      for part in whole.split(where: { $0 == Self.paragraphBreak }) {
        blocks.append(Block(.paragraph, built.part(part.range)))
      }
      return
    }
    // A break at the end must not stay either: it would make the text take more bytes per character.
    let hasBreak = built.scalars.last.map { $0 == Self.paragraphBreak } ?? false || !breaks.isEmpty
    let text = hasBreak ? built.replacing(Self.paragraphBreak, with: "\n") : built
    switch kind {
    case .paragraph where isRow: blocks.append(Block(.tableRow, text))
    case .tableRow where !isRow && !lacksFirstCell: blocks.append(Block(.paragraph, text))
    default:
      if case .heading = kind { hasHeading = true }
      blocks.append(Block(kind, text))
    }
  }

  private static let paragraphBreak: Unicode.Scalar = "\u{2029}"

  /// A place in the text of the open block.
  package struct Position: Equatable {
    fileprivate let block: Int
    fileprivate let place: Int

    /// Whether one character lies between two places of a block.
    func isDirectlyBefore(_ other: Position) -> Bool {
      block == other.block && place + 1 == other.place
    }
  }

  /// The end of the text that has been added.
  package var position: Position { Position(block: blocks.count, place: text.count) }

  /// The beginning of the open block.
  var startOfBlock: Position { Position(block: blocks.count, place: 0) }

  /// The text that was added after a position; `nil` when its block has ended or the text is longer
  /// than `length` characters.
  package func text(since position: Position, atMost length: Int) -> SourceText? {
    guard position.block == blocks.count, position.place <= text.count,
      text.count - position.place <= length
    else { return nil }
    return text.build().part(position.place..<text.count)
  }

  /// Adds text from elsewhere in the source.
  package mutating func append(_ other: SourceText) { text.append(other) }

  /// Begins the next cell of a row.
  mutating func beginCell(at offset: Int) {
    if !isEmpty || hasCell { append("\t", for: offset..<offset) }
    hasCell = true
  }

  /// Begins a row whose first cell is empty.
  mutating func beginRowWithoutFirstCell(at offset: Int) {
    begin(.tableRow)
    lacksFirstCell = true
    beginCell(at: offset)
    append("\t", for: offset..<offset)
  }

  /// Whether a block is a heading.
  package private(set) var hasHeading = false

  /// A longer row is not continued: each continuation copies it.
  private static let maximumContinuedLength = 1000  // characters

  /// Whether the last block is a row of a cell and a title in bold type: `2019 ⇥ **Acme Labs**`, also when
  /// it has been continued.
  var endsWithTitledRow: Bool {
    guard isEmpty, let last = blocks.last, last.kind == .tableRow, !last.lacksFirstCell,
      last.text.scalars.count <= Self.maximumContinuedLength,
      let tab = last.text.scalars.lastIndex(of: "\t")
    else { return false }
    let cell = last.text.whole.from(tab + 1)
    let title = cell.lines.first?.trimmed ?? cell
    return !title.isEmpty
      && last.text.marks.contains { mark in
        mark.kind == .strong && mark.range.lowerBound <= title.lower
          && mark.range.upperBound >= title.upper
      }
  }

  /// Goes on with the last block, in a new line.
  mutating func continueLastBlock(at offset: Int) {
    end()
    guard let last = blocks.popLast() else { return }
    kind = last.kind
    text.append(last.text)
    append("\n", for: offset..<offset)
  }

  /// Ends a paragraph within a row.
  mutating func breakParagraph(at offset: Int) {
    guard let last = text.last, last != Self.paragraphBreak, last != "\t" else { return }
    text.append(String(Self.paragraphBreak), for: offset..<offset)
  }

  /// Adds blocks that another reader made from a part of the document.
  package mutating func append(contentsOf others: [Block]) {
    end()
    hasHeading =
      hasHeading || others.contains { if case .heading = $0.kind { true } else { false } }
    blocks += others
  }

  /// Adds a horizontal rule.
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

  /// Adds text that is verbatim in the source, from the given byte on.
  package mutating func append(_ piece: some StringProtocol, at offset: Int) {
    text.append(Substring(piece), at: offset)
  }

  /// Adds text that the source writes in another way in the given bytes.
  package mutating func append(_ piece: some StringProtocol, for range: Range<Int>) {
    text.append(Substring(piece), for: range)
  }

  /// The same for one character.
  mutating func append(_ character: Unicode.Scalar, for range: Range<Int>) {
    text.append(character, for: range)
  }

  /// Removes the last character, such as a hyphen that only divides a word.
  package mutating func removeLast() { text.removeLast() }

  /// The letters at the end of the open block, before a hyphen.
  package var lastWord: String { text.lastWord }

  /// The last character of the open block; `nil` when it is empty.
  var lastScalar: Unicode.Scalar? { text.last }
  /// Whether the open block has no text yet.
  package var isEmpty: Bool { text.isEmpty }
  /// Whether the open block is a table row.
  package var isRow: Bool { kind == .tableRow }
  /// Whether the open block is a list item.
  package var isListItem: Bool {
    if case .listItem = kind { true } else { false }
  }

  /// Opens a mark over the text that follows.
  package mutating func open(_ mark: SourceText.Mark.Kind) {
    openMarks.append((mark, text.count))
  }

  /// Closes the innermost open mark of a kind, and those that were opened within it; nothing when none
  /// is open.
  package mutating func close(_ isWanted: (SourceText.Mark.Kind) -> Bool) {
    guard openMarks.contains(where: { isWanted($0.kind) }) else { return }
    while let last = openMarks.last {
      closeLastMark()
      if isWanted(last.kind) { return }
    }
  }

  /// Whether the target of a link is a program, or the address behind which a service hides a mailbox.
  private static func isScript(_ target: String) -> Bool {
    target.lowercased().hasPrefix("javascript:") || target.containsText("/email-protection")
  }

  private mutating func closeLastMark() {
    guard let mark = openMarks.popLast() else { return }
    if case .link(let target) = mark.kind, target.isPersonalAddress || Self.isScript(target) {
      return
    }
    text.mark(mark.kind, from: mark.start)
  }
}
