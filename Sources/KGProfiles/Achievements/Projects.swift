internal import KGLexicon
internal import KGModel
internal import KGText

/// Reads the entries of sections about projects and software.
struct Projects {
  private(set) var projects: [ProjectRecord] = []

  mutating func read(_ part: Outline.Part) {
    if let heading = part.entryHeading {
      // An organization's name heads a list of its projects; any other title is a project.
      if !OrganizationText.isHeadingOfOrganization(heading) {
        add(heading, linksIn: part.blocks)
        return
      }
    }
    let hasNumbered = part.blocks.contains { Self.isOrdered($0) }
    var blocks = part.blocks.flatMap(Self.entries).filter { $0.kind != .rule }
    if let titles = Self.titlesAboveLists(blocks) {
      for title in titles { add(Self.datedTitle(title.span) ?? title.span, linksIn: [title]) }
      return
    }
    // Where the list begins with a dated row, the items below each dated row describe it, and so
    // does an undated row that gives the owner's role.
    if let first = blocks.first, Self.isDatedRow(first) {
      let below = blocks.indices.dropFirst().filter {
        blocks[$0].kind == .tableRow && !Self.isDatedRow(blocks[$0])
          && Self.isDatedRow(blocks[$0 - 1])
      }
      let isRowOfRole = below.count > 1 ? Set(below) : []
      blocks = blocks.indices.filter { index in
        Self.isDatedRow(blocks[index]) || Self.isMarked(blocks[index])
          || blocks[index].kind == .tableRow && !isRowOfRole.contains(index)
      }.map { blocks[$0] }
    }
    if let first = blocks.first, first.kind == .tableRow, Self.isMarked(first),
      !Self.isDatedRow(first)
    {
      // A row with a name in bold or a link is a title, and what follows without such a name describes it; the line
      // directly below it may be in bold, too.
      blocks = blocks.indices.filter { index in
        let isBelowRow = index > 0 && blocks[index - 1].kind == .tableRow
        return blocks[index].kind == .tableRow
          || Self.isMarked(blocks[index])
            && (blocks[index].isListItem || !isBelowRow || !blocks[index].span.links.isEmpty)
      }.map { blocks[$0] }
    }
    // All items of a list may be indented.
    let top =
      blocks.lazy.compactMap { block -> Int? in
        if case .listItem(let depth, _) = block.kind { depth } else { nil }
      }.min() ?? 1
    for block in blocks {
      if let name = name(of: block, onlyNumbered: hasNumbered, top: top) {
        add(name, linksIn: [block])
      }
    }
  }

  mutating func append(_ record: ProjectRecord) { projects.append(record) }

  /// The titles of a section in which each stands alone above a list that describes it; `nil` for other sections.
  private static func titlesAboveLists(_ blocks: [Block]) -> [Block]? {
    guard blocks.first.map({ !$0.isListItem }) == true,
      !blocks.contains(where: { isMarked($0) && $0.isListItem })
    else { return nil }
    let others = blocks.indices.filter { !blocks[$0].isListItem }
    let titles = others.filter { index in
      index + 1 < blocks.count && blocks[index + 1].isListItem && isTitle(blocks[index])
    }
    return titles.count > 1 && titles == others ? titles.map { blocks[$0] } : nil
  }

  /// Whether a paragraph may be a title: one short line that is not a sentence.
  private static func isTitle(_ block: Block) -> Bool {
    guard block.kind == .paragraph, let line = block.span.lines.first,
      line.range == block.span.range,
      let last = line.folded.last
    else { return false }
    return line.count <= longestTitle && isName(line) && !last.isOne(of: ".:;,")
      && label(of: line) == nil
  }

  /// Characters of the title of a project.
  private static let longestTitle = 60

  /// The title in a line that ends with its period in brackets: 语音助手 (某大学 2020.1-2021.6); `nil` for another line.
  private static func datedTitle(_ line: Span) -> Span? {
    guard let bracket = line.brackets.last, bracket.upperBound == line.upper,
      let found = DateParser.firstInterval(in: line.slice(bracket)),
      !found.value.isDate,
      case let title = line.to(bracket.lowerBound).trimmed, isName(title),
      title.count <= longestTitle
    else { return nil }
    return title
  }

  /// Whether an item begins with a name in bold or a link.
  private static func isMarked(_ block: Block) -> Bool {
    let span = EntryMarker.removed(from: block.span)
    return (span.strongRuns + span.marked(\.isLink)).contains { $0.lower <= span.lower + 1 }
  }

  private static func isDatedRow(_ block: Block) -> Bool {
    block.kind == .tableRow && DateParser.firstInterval(in: block.span) != nil
  }

  /// The lines of a block, where each is a project: rows of columns, or “Name: what it is”.
  private static func entries(_ block: Block) -> [Block] {
    let lines = block.span.lines
    guard lines.count > 1 else { return [block] }
    switch block.kind {
    case .tableRow where lines.allSatisfy({ $0.contains("\t") }):
      return lines.map { Block(.tableRow, block.text.part($0.range)) }
    case .paragraph where lines.allSatisfy(isNamed):
      return lines.map {
        Block(.listItem(depth: 1, ordered: false), block.text.part($0.range))
      }
    default: return [block]
    }
  }

  /// “kg: a graph of researchers”, but not a labelled field of a project (项目名称：…).
  private static func isNamed(_ line: Span) -> Bool {
    guard let colon = line.first(of: ": "), colon.lowerBound - line.lower <= 40 else {
      return false
    }
    return isName(line.to(colon.lowerBound)) && line.to(colon.lowerBound).wordCount <= 5
      && label(of: line) == nil
  }

  private static func isOrdered(_ block: Block) -> Bool {
    if case .listItem(_, true) = block.kind { true } else { false }
  }

  /// The name in a list item or a line: what is bold or linked at its beginning, or the text before
  /// a colon.
  private func name(of block: Block, onlyNumbered: Bool, top: Int) -> Span? {
    let span = EntryMarker.removed(from: block.span)
    guard !span.isEmpty, let line = span.lines.first else { return nil }
    if let label = Self.label(of: line) {
      return label.value == .projectName
        ? line.from(label.range.upperBound).trimming(": ") : nil
    }
    if case .listItem(let depth, _) = block.kind, depth > top { return nil }
    if block.kind == .paragraph, let title = Self.datedTitle(line) { return title }
    if onlyNumbered, !Self.isOrdered(block), block.span.range == span.range { return nil }
    for run in line.strongRuns + line.marked(\.isLink) where run.lower <= line.lower + 1 {
      let name = run.trimming(":.,-–")
      if Self.isName(name) { return name }
    }
    if let grant = Self.grantTitle(in: line) { return grant }
    if case .tableRow = block.kind {
      return Self.isHeaderRow(line) ? nil : Self.titleOfRow(line)
    }
    guard block.isListItem || block.span.range != span.range else { return nil }
    let name = line.split(at: ":").first ?? line
    return name.count <= 60 && Self.isName(name) ? OrganizationText.withoutBracket(name) : nil
  }

  /// The label that says what the rest of a line is: 项目名称：…, 起止时间：….
  private static func label(of line: Span) -> PhraseTable<EntryWord>.Match? {
    guard let colon = line.range.first(where: { line.text.folded[$0] == ":" }) else { return nil }
    let label = line.to(colon).trimmed
    let match = Lexicon.shared.entryWords.match(in: label, at: label.lower)
    return match.flatMap {
      $0.range == label.range && $0.value != .projectColumn && $0.value != .samePlace ? $0 : nil
    }
  }

  /// A row that names the columns: “Project | Agency | Period”.
  private static func isHeaderRow(_ line: Span) -> Bool {
    let cells = line.split(at: "\t")
    guard let first = cells.first,
      let match = Lexicon.shared.entryWords.match(in: first, at: first.lower),
      match.range == first.range, match.value != .projectDetail
    else { return false }
    return cells.count > 1
      && cells.allSatisfy { $0.count <= 12 && !$0.folded.contains(where: \.isDigit) }
  }

  /// The title in a Chinese grant, whose fund, title, number, period and role come in any order.
  private static func grantTitle(in line: Span) -> Span? {
    let funds = ["基金", "计划", "专项", "项目", "课题", "委托"]
    guard line.containsHan, funds.contains(where: { line.first(of: $0) != nil }) else {
      return nil
    }
    let pieces = line.split(at: ",;:\t", nesting: true)
    guard pieces.count >= 3 else { return nil }
    let titles = pieces.map { piece -> Span in
      var bare = OrganizationText.withoutBracket(piece).trimming("\". 《》")
      // 国家自然科学基金面上项目“…”
      if let start = piece.first(of: "\""), let end = piece.from(start.upperBound).first(of: "\"") {
        bare = piece.between(start.upperBound, end.lowerBound)
      }
      return bare
    }.filter { piece in
      piece.count >= 6 && piece.containsHan && DateParser.firstInterval(in: piece) == nil
        && !funds.contains { fund in piece.hasSuffix(fund) } && piece.first(of: "基金") == nil
        && !["主持", "参与", "参加", "负责人", "在研", "结题", "骨干", "万元"].contains {
          piece.first(of: $0) != nil
        }
    }
    return titles.max { $0.count < $1.count }
  }

  /// The name in a row: the first cell that is not a date, up to a bar.
  private static func titleOfRow(_ line: Span) -> Span? {
    for cell in line.split(at: "\t") {
      if let found = DateParser.firstInterval(in: cell), found.range.count * 2 >= cell.count {
        continue
      }
      let name = cell.split(at: "|").first ?? cell
      if isName(name), !Lexicon.shared.roles.contains(name) || name.wordCount > 4 { return name }
    }
    return nil
  }

  private static func isName(_ span: Span) -> Bool {
    span.count >= 2 && span.count <= 120 && span.range.contains { span.text.scalars[$0].isLetter }
  }

  private mutating func add(_ name: Span, linksIn blocks: [Block]) {
    let bare = name.trimming(":.*")
    guard Self.isName(bare) else { return }
    let link = blocks.flatMap(\.span.links).first { $0.target.hasPrefix("http") }
    projects.append(
      ProjectRecord(
        name: Stated(bare.collapsed, bare, rule: .projectName),
        url: link.map { Stated($0.target, $0.span, rule: .projectUrl) }))
  }
}
