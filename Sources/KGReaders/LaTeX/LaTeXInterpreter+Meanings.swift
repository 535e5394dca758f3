internal import KGLexicon
internal import KGModel
internal import KGText

/// The effects of commands: marks, rows, links, names, accents, conditionals.
extension LaTeXInterpreter {
  mutating func mark(_ kind: SourceText.Mark.Kind, _ group: [LaTeXToken]?) {
    guard isShown else { return }
    if let group {
      builder.open(kind)
      interpretGroup(group)
      builder.close { $0 == kind }
    } else {
      // A declaration is in effect until the end of its group.
      builder.open(kind)
      if groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(kind)
    }
  }

  /// Adds the line of an entry; the text of a body follows it as separate blocks.
  mutating func row(_ roles: [LaTeXCommand.Argument], _ groups: [[LaTeXToken]]) {
    guard isShown else { return }
    // An entry within a column of another is text of that column.
    if isInCell { return showApart(zip(roles, groups).filter { $0.0 != .drop }.map(\.1)) }
    let isItem = builder.isListItem && builder.isEmpty
    if !isItem { beginRow(roles, groups) }
    for (role, group) in zip(roles, groups)
    where role == .cell || role == .text || role == .place && Self.isVenue(group) {
      if !builder.isEmpty, let place = group.first?.range.lowerBound,
        builder.lastScalar != "\t", builder.lastScalar != "\n"
      {
        builder.append("\t", for: place..<place)
      }
      isInCell = true
      interpretGroup(group)
      isInCell = false
    }
    builder.end()
    for (role, group) in zip(roles, groups) where role == .body && !group.isEmpty {
      builder.begin(.paragraph)
      interpretGroup(group)
      builder.end()
    }
  }

  /// Begins the line of an entry. `\cvitem{}{…}` below `\cvitem{2019}{\textbf{…}}` continues that entry.
  private mutating func beginRow(_ roles: [LaTeXCommand.Argument], _ groups: [[LaTeXToken]]) {
    let cells = zip(roles, groups).filter { $0.0 == .cell || $0.0 == .text }.map(\.1)
    let filled = cells.filter { cell in cell.contains { $0.kind != .space } }
    builder.end()
    if cells.count == 2, filled.count == 1, let cell = filled.first, cells[0].isEmpty,
      let place = cell.first?.range.lowerBound, builder.endsWithTitledRow, !Self.isBold(cell)
    {
      builder.continueLastBlock(at: place)
    } else {
      builder.begin(.tableRow)
    }
  }

  /// Shows arguments in order, with spaces between them.
  private mutating func showApart(_ groups: [[LaTeXToken]]) {
    for group in groups {
      if let first = group.first, builder.lastScalar.map({ !$0.isBlank }) ?? false {
        builder.append(" ", for: first.range.lowerBound..<first.range.lowerBound)
      }
      interpretGroup(group)
    }
  }

  /// Adds a line to an entry, if it has more than a town: a date, or parts between bars.
  mutating func details(_ group: [LaTeXToken], _ token: LaTeXToken) {
    let text = SourceText(plain: LaTeXTokenReader.text(group)).whole
    guard isShown, builder.hasHeading,
      text.contains("|") || DateParser.firstInterval(in: text) != nil
    else { return }
    lineBreak(token)
    interpretGroup(group)
  }

  /// Keeps the title of the owner; below a section, `\title{…}` is that of an entry, as in res.cls.
  mutating func title(_ group: [LaTeXToken], _ token: LaTeXToken) {
    if isShown, builder.hasHeading { interpretGroup(group) } else { keep("position", group) }
  }

  /// Whether the argument for the place of an entry is the venue of a paper.
  private static func isVenue(_ group: [LaTeXToken]) -> Bool {
    let text = LaTeXTokenReader.text(group)
    return !text.isEmpty && text.count <= 120
      && VenueMention.isCertain(SourceText(plain: text).whole)
  }

  mutating func link(_ roles: [LaTeXCommand.Argument], _ groups: [[LaTeXToken]]) {
    guard isShown, let first = groups.first else { return }
    if roles.first == .link {
      let address = LaTeXTokenReader.text(first)
      if address.isPersonalAddress { return }
      builder.open(.link(address))
      interpretGroup(groups.count > 1 ? groups[1] : first)
      builder.close(\.isLink)
    } else {
      interpretGroup(first)
    }
  }

  mutating func name(_ groups: [[LaTeXToken]]) {
    for group in groups { keep("name", group) }
  }

  /// A longer name or title is not joined with more.
  private static let maximumJoinedLength = 400  // characters

  /// Keeps a statement of the preamble about the owner as metadata; parts of a name are joined.
  mutating func keep(_ key: String, _ tokens: [LaTeXToken]) {
    var inner = LaTeXInterpreter()
    inner.definitions = definitions
    inner.depth = depth
    inner.budget = budget
    inner.interpret(tokens)
    inner.builder.end()
    guard let block = inner.builder.blocks.first,
      metadata[key].map({ $0.count <= Self.maximumJoinedLength }) ?? true
    else { return }
    var text = SourceTextBuilder()
    if let before = metadata[key] {
      for index in before.range {
        text.append(
          String(before.text.scalars[index]), for: before.slice(index..<index + 1).byteRange)
      }
      text.append(" ", for: before.byteRange.upperBound..<before.byteRange.upperBound)
    }
    let span = block.span
    for index in span.range {
      text.append(String(span.text.scalars[index]), for: span.slice(index..<index + 1).byteRange)
    }
    metadata[key] = text.build().whole
  }

  /// Reads the owner's name from `\def\name{…}` or `\newcommand{\myname}{…}`.
  mutating func nameFromDefinition(_ token: LaTeXToken) {
    for name in ["name", "myname", "fullname", "cvname"] {
      if let macro = definitions.commands[name], macro.parameterCount == 0,
        metadata["name"] == nil,
        macro.body.first.map({ $0.range.lowerBound > token.range.lowerBound }) ?? false
      {
        keep("name", macro.body)
      }
    }
  }

  mutating func contact(_ prefix: String, _ tokens: [LaTeXToken]) {
    let text = LaTeXTokenReader.text(tokens)
    guard !text.isEmpty, let first = tokens.first, let last = tokens.last else { return }
    let address =
      text.contains("/") && text.contains(".") || text.hasPrefix("http") ? text : prefix + text
    builder.begin(.paragraph)
    builder.open(.link(address.hasPrefix("http") ? address : "https://" + address))
    builder.append(text, for: first.range.lowerBound..<last.range.upperBound)
    builder.close(\.isLink)
    builder.end()
  }

  /// Reads `\social[linkedin]{name}` of moderncv.
  mutating func social(_ reader: inout LaTeXTokenReader) {
    let service = reader.option().map(LaTeXTokenReader.text) ?? ""
    _ = reader.option()
    let group = reader.argument()
    let name = [
      "googlescholar": "googlescholar", "orcid": "orcid", "github": "github",
      "linkedin": "linkedin",
    ][service]
    guard let name, let command = LaTeXCommand.named(name).first,
      case .contact(let prefix) = command.meaning
    else { return }
    contact(prefix, group)
  }

  mutating func item(_ token: LaTeXToken, _ reader: inout LaTeXTokenReader) {
    let label = reader.option()
    guard isShown else { return }
    builder.beginListItem()
    if let label, !label.isEmpty {
      interpretGroup(label)
      if !builder.isEmpty { builder.append(" ", for: token.range) }
    }
  }

  mutating func verbatim(_ reader: inout LaTeXTokenReader) {
    guard let mark = reader.next() else { return }
    while let token = reader.next(), token.kind != mark.kind {
      if case .character(let scalar) = token.kind { show(String(scalar), token) }
    }
  }

  /// Interprets a conditional. `\ifx&#1&…\else…\fi` tests whether an argument is empty; other
  /// conditions are not evaluated, and their first branch is shown.
  mutating func conditional(_ name: String, _ reader: inout LaTeXTokenReader) {
    var branches: [[LaTeXToken]] = [[]]
    var depth = 1
    while let token = reader.next() {
      if case .command(let inner) = token.kind {
        if inner == "fi" { depth -= 1 } else if Self.conditions.contains(inner) { depth += 1 }
        if depth == 0 { break }
        if inner == "else", depth == 1 {
          branches.append([])
          continue
        }
      }
      branches[branches.count - 1].append(token)
    }
    let otherwise = branches.count > 1 ? branches[1] : []
    switch name {
    case "iffalse": interpret(otherwise)
    case "ifx":
      let test = branches[0]
      guard let mark = test.first,
        let end = test.dropFirst().firstIndex(where: { $0.kind == mark.kind })
      else { return interpret(otherwise) }
      let isEmpty = test[1..<end].allSatisfy { $0.kind == .space }
      interpret(isEmpty ? Array(test[(end + 1)...]) : otherwise)
    default: interpret(branches[0])
    }
  }

  private static let conditions: Set<String> = [
    "if", "ifx", "ifnum", "ifdim", "iffalse", "iftrue", "ifdefined", "ifcase", "ifodd", "ifmmode",
  ]

  /// Interprets `\ifstrempty{#1}{…}{…}` and the like.
  mutating func emptinessTest(isPositive: Bool, _ reader: inout LaTeXTokenReader) {
    let isEmpty = reader.argument().allSatisfy { $0.kind == .space }
    let (first, second) = (reader.argument(), reader.isBeforeGroup() ? reader.argument() : [])
    interpret(isEmpty == isPositive ? first : second)
  }
}
