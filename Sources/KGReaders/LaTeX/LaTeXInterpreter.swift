internal import KGText

/// Interprets the tokens of a document and builds its blocks: text, groups and lines in this file,
/// commands and environments in the extensions.
struct LaTeXInterpreter {
  var builder = BlockBuilder()
  var metadata: [String: Span] = [:]
  var definitions = LaTeXDefinitions()
  /// The open environments.
  var environments = OpenEnvironments()
  /// The marks that each open group has opened.
  var groups: [[SourceText.Mark.Kind]] = [[]]
  var isMath = false
  /// Whether a column of an entry is being read, which is a single line.
  var isInCell = false
  var depth = 0
  /// The number of tokens that may still be interpreted in the current piece: definitions can call each
  /// other endlessly.
  var budget = 0
  var isInBody = true
  /// The end of the text of an unknown command that took a single argument.
  var unknownEnd: BlockBuilder.Position?

  static let maximumDepth = 60
  /// The number of tokens that definitions may add to a piece of a document.
  static let maximumExpansion = 1_000_000

  var document: Document {
    var builder = builder
    builder.end()
    let blocks = builder.blocks.filter { !Self.isLength($0.span) }
    return Document(kind: .latex, metadata: metadata, blocks: blocks)
  }

  mutating func run(_ tokenizer: LaTeXTokenizer) {
    var tokenizer = tokenizer
    var isFirst = true
    while let tokens = tokenizer.nextPiece() {
      // The preamble, before `\begin{document}`, is not text; it lies within the first piece.
      if isFirst { isInBody = !Self.hasDocumentEnvironment(tokens) }
      isFirst = false
      budget = tokens.count + Self.maximumExpansion
      interpret(tokens)
    }
    builder.end()
  }

  static func hasDocumentEnvironment(_ tokens: [LaTeXToken]) -> Bool {
    tokens.indices.contains { index in
      guard tokens[index].kind == .command("begin") else { return false }
      var reader = LaTeXTokenReader(Array(tokens[(index + 1)...].prefix(16)))
      return LaTeXTokenReader.text(reader.argument()) == "document"
    }
  }

  mutating func interpret(_ tokens: [LaTeXToken]) {
    guard depth < Self.maximumDepth else { return }
    depth += 1
    defer { depth -= 1 }
    var reader = LaTeXTokenReader(tokens)
    while let token = reader.next(), budget > 0 {
      budget -= 1
      switch token.kind {
      case .command(let name): command(name, token, &reader)
      case .beginGroup: groups.append([])
      case .endGroup: endGroup()
      case .mathShift: isMath.toggle()
      case .alignment: if isInTable { alignment(token, reader) } else { show("&", token) }
      case .space: if isShown { space(token) }
      case .paragraphBreak: blankLine(token)
      case .character(let scalar): character(scalar, token, &reader)
      case .parameter: break
      }
    }
  }

  /// Whether a text is only a length, the argument of an unknown layout command: `0pt`, `-1.2em`.
  static func isLength(_ span: Span) -> Bool {
    let text = span.foldedString
    guard text.count <= 12,
      let unit = ["pt", "em", "ex", "cm", "mm", "in"].first(where: text.hasSuffix)
    else { return false }
    return Double(text.dropLast(unit.count)) != nil
  }

  // MARK: Text

  var isShown: Bool { isInBody && !environments.isHidden }
  var isInTable: Bool { environments.table != nil }

  mutating func show(_ text: String, _ token: LaTeXToken) {
    guard isShown else { return }
    if token.range.count == text.utf8.count {
      builder.append(text, at: token.range.lowerBound)
    } else {
      builder.append(text, for: token.range)
    }
  }

  mutating func space(_ token: LaTeXToken) {
    guard !builder.isEmpty, builder.lastScalar.map({ !$0.isBlank }) ?? false else { return }
    builder.append(" ", for: token.range)
  }

  /// Shows a character; dashes and quotation marks are written with several: `--`, ```` `` ````, `''`.
  mutating func character(
    _ scalar: Unicode.Scalar, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    guard isShown else { return }
    if isMath {
      if scalar == "^" || scalar == "_" { return }
      return show(String(scalar), token)
    }
    switch scalar {
    case "~": show("\u{A0}", token)
    case "-", "`", "'":
      var count = 1
      var end = token.range.upperBound
      while count < (scalar == "-" ? 3 : 2), let next = reader.peek,
        next.kind == .character(scalar),
        next.range.lowerBound == end || next.range == token.range
      {
        end = next.range.upperBound
        count += 1
        _ = reader.next()
      }
      let text =
        switch (scalar, count) {
        case ("-", 2): "–"
        case ("-", 3): "—"
        case ("`", 2): "“"
        case ("'", 2): "”"
        case ("`", 1): "‘"
        default: String(scalar)
        }
      show(text, LaTeXToken(kind: token.kind, range: token.range.lowerBound..<end))
    default: show(String(scalar), token)
    }
  }

  mutating func tab(_ token: LaTeXToken) {
    guard isShown, !builder.isEmpty, builder.lastScalar != "\t", builder.lastScalar != "\n" else {
      return
    }
    builder.append("\t", for: token.range)
  }

  /// Goes to the next cell of a table. A row without a first cell, below a row with a title in bold type,
  /// continues that row's entry.
  mutating func alignment(_ token: LaTeXToken, _ reader: LaTeXTokenReader) {
    if environments.table?.kind == .cellTable { return breakLineOfCell(token) }
    guard isShown, builder.isEmpty, !builder.isRow else { return tab(token) }
    guard let cell = reader.onlyCellOfRow else { return tab(token) }
    if builder.endsWithTitledRow, !Self.isBold(cell) {
      builder.continueLastBlock(at: token.range.lowerBound)
    } else {
      builder.beginRowWithoutFirstCell(at: token.range.lowerBound)
    }
  }

  static func isBold(_ tokens: [LaTeXToken]) -> Bool {
    let first = tokens.first { $0.kind != .space && $0.kind != .beginGroup }
    guard case .command(let name)? = first?.kind else { return false }
    return LaTeXCommand.named(name).first?.meaning == .mark(.strong)
  }

  /// Whether a line break is within a cell of a table, since a group or a table has been opened in it.
  private var isInGroupOfCell: Bool {
    environments.table.map { $0.kind == .cellTable || groups.count > $0.groupCount } ?? false
  }

  mutating func lineBreak(_ token: LaTeXToken) {
    guard isShown else { return }
    if isInCell { return space(token) }
    if isInTable, isInGroupOfCell { return breakLineOfCell(token) }
    // Rows of a table are entries; in an item, where some classes put their entries, they are lines.
    if isInTable, !builder.isListItem { return builder.end() }
    guard !builder.isEmpty, builder.lastScalar != "\n" else { return }
    builder.append("\n", for: token.range)
  }

  /// Breaks a line within a cell, which does not end the row.
  mutating func breakLineOfCell(_ token: LaTeXToken) {
    guard isShown, !builder.isEmpty, builder.lastScalar.map({ $0 != "\n" && $0 != "\t" }) ?? false
    else { return }
    builder.append("\n", for: token.range)
  }

  mutating func blankLine(_ token: LaTeXToken) {
    guard isShown else { return }
    if builder.isListItem { return space(token) }
    if !isInTable { builder.end() }
  }

  // MARK: Groups

  mutating func endGroup() {
    guard groups.count > 1, let opened = groups.popLast() else { return }
    for kind in opened.reversed() { builder.close { $0 == kind } }
  }

  /// Interprets an argument as a group.
  mutating func interpretGroup(_ tokens: [LaTeXToken]) {
    groups.append([])
    let wasMath = isMath
    interpret(tokens)
    isMath = wasMath
    endGroup()
  }
}
