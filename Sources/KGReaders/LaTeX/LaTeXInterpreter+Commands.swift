internal import KGLexicon
internal import KGText

/// The dispatch of commands: those of the language, of the document, of the table, and unknown ones.
extension LaTeXInterpreter {
  mutating func command(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    switch name {
    case "begin": return begin(&reader)
    case "end": return end(LaTeXTokenReader.text(reader.argument()))
    case "\\":
      _ = reader.option()
      return lineBreak(token)
    case "newline" where isInTable, "linebreak" where isInTable: return breakLineOfCell(token)
    case _ where LaTeXCommand.conditionals.contains(name): return conditional(name, &reader)
    case "ifstrempty", "ifblank", "IfNoValueTF", "notblank", "ifempty":
      return emptinessTest(isPositive: name != "notblank", &reader)
    case "verb": return verbatim(&reader)
    case "item": return item(token, &reader)
    case "bibitem":
      _ = reader.option()
      _ = reader.argument()
      if isShown { builder.beginListItem() }
      return
    case "marginpar", "marginnote":
      _ = reader.option()
      return marginNote(reader.argument(), token)
    case "multicolumn":
      _ = (reader.argument(), reader.argument())
      return interpretGroup(reader.argument())
    case "multirow":
      _ = (reader.option(), reader.argument(), reader.option(), reader.argument())
      return interpretGroup(reader.argument())
    case "social":
      return social(&reader)
    default: break
    }
    if LaTeXDefinitions.definingCommands.contains(name) {
      definitions.read(name, &reader)
      return nameFromDefinition(token)
    }
    if LaTeXAccent.isAccent(name), !(isMath && name.count > 1), definitions.commands[name] == nil {
      return accent(name, token, &reader)
    }
    let own = definitions.commands[name]
    if own?.parameterCount ?? 0 == 0, let symbol = LaTeXCommand.symbol(name) {
      show(symbol, token)
      // `{}` after a symbol only ends its name.
      return
    }
    let known = LaTeXCommand.named(name)
    if let macro = own, known.allSatisfy(\.isOfClass),
      macro.parameterCount != 1 || !Self.isHeading(name) && !isSectionTitle(reader)
    {
      return call(macro, token, &reader)
    }
    if !known.isEmpty { return knownCommand(name, known, token, &reader) }
    unknownCommand(name, token, &reader)
  }

  mutating func knownCommand(
    _ name: String, _ known: [LaTeXCommand], _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    let takesNothing = known[0].arguments.isEmpty
    let option = takesNothing && known[0].meaning == .tab ? nil : reader.option()
    let most = known.map(\.arguments.count).max() ?? 0
    let isDeclaration = known[0].arguments == [.text] && !reader.isBeforeGroup()
    // A command that shows nothing may have several arguments, which follow directly or in lines of
    // their own.
    let isNothing = known[0].meaning == .nothing
    let groups =
      isDeclaration
      ? [] : reader.groups(atMost: isNothing ? 9 : most, adjacent: isNothing && most < 2)
    guard let command = LaTeXCommand.named(name, argumentCount: groups.count) else { return }
    perform(command, groups, option, token, isDeclaration: isDeclaration)
  }

  mutating func perform(
    _ command: LaTeXCommand, _ groups: [[LaTeXToken]], _ option: [LaTeXToken]?,
    _ token: LaTeXToken, isDeclaration: Bool
  ) {
    switch command.meaning {
    case .nothing: break
    case .show:
      for (argument, group) in zip(command.arguments, groups) where argument != .drop {
        interpretGroup(group)
      }
    case .mark(let kind): mark(kind, groups.first)
    case .heading(let level):
      guard isShown else { return }
      builder.begin(.heading(level: level))
      interpretGroup(groups.first ?? option ?? [])
      builder.end()
    case .row: row(command.arguments, groups)
    case .item:
      guard isShown else { return }
      for group in groups {
        builder.beginListItem()
        interpretGroup(group)
        builder.end()
      }
    case .link: link(command.arguments, groups)
    case .name: name(zip(command.arguments, groups).filter { $0.0 != .drop }.map(\.1))
    case .title: if let group = groups.first { title(group, token) }
    case .contact(let prefix): if let group = groups.first { contact(prefix, group) }
    case .tab: tab(token)
    case .lineBreak: lineBreak(token)
    case .details: if let group = groups.first { details(group, token) }
    case .paragraph: if isShown, !builder.isListItem, !isInTable { builder.end() }
    }
  }

  /// Shows a note in the margin, such as the date of an entry, as a column of its own.
  private mutating func marginNote(_ note: [LaTeXToken], _ token: LaTeXToken) {
    tab(token)
    interpretGroup(note)
    tab(token)
  }

  /// Interprets a command of an unknown class: several arguments are the columns of an entry; a single
  /// one is a heading when the name of the command or the argument suggests it.
  mutating func unknownCommand(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    if reader.isBeforeGroup() { _ = reader.option() }
    let groups = reader.groups()
    if groups.isEmpty { reader.skipAssignedValue() }
    guard isShown, let first = groups.first else { return }
    if groups.count > 1 {
      let cells = groups.map { Self.isBody($0) ? LaTeXCommand.Argument.body : .cell }
      return row(cells, groups)
    }
    if Self.isHeading(name) || Self.isSectionTitle(first) {
      builder.begin(.heading(level: name.lowercased().contains("sub") ? 3 : 2))
      interpretGroup(first)
      builder.end()
    } else if isEntry(first) {
      // A command for entries, such as `\cvpub{…}`: each is a block.
      builder.begin(.paragraph)
      interpretGroup(first)
      builder.end()
    } else {
      separate(from: token)
      interpretGroup(first)
      unknownEnd = builder.position
    }
  }

  /// Separates the argument of an unknown command from that of another directly before it, so that
  /// `\employer{Acme}\dates{2019}` is not one word: by a tab in a line, by a line end where each has a line
  /// of its own.
  private mutating func separate(from token: LaTeXToken) {
    guard let end = unknownEnd, let last = builder.lastScalar, !isMath else { return }
    let position = builder.position
    if end == position, !last.isBlank {
      let isLine = !isInCell && !isInTable && !builder.isListItem
      builder.append(isLine ? "\t" : " ", for: token.range.lowerBound..<token.range.lowerBound)
    } else if last == " ", end.isDirectlyBefore(position), !isInCell, !isInTable {
      builder.removeLast()
      builder.append("\n", for: token.range.lowerBound..<token.range.lowerBound)
    }
  }

  /// Whether the argument of a command is a text of its own and not part of the text around it.
  func isEntry(_ tokens: [LaTeXToken]) -> Bool {
    !isInCell && !isInTable && !builder.isListItem && groups.count == 1
      && tokens.lazy.filter { $0.kind == .space }.prefix(8).count == 8
      && (builder.isEmpty || builder.lastScalar?.isBlank == true)
  }

  static func isHeading(_ command: String) -> Bool {
    ["section", "heading", "rubric", "sectitle", "header"].contains {
      command.lowercased().contains($0)
    }
  }

  /// Whether the argument that follows is the title of a section: `\head{EDUCATION}`.
  func isSectionTitle(_ reader: LaTeXTokenReader) -> Bool {
    var ahead = reader
    _ = ahead.option()
    return Self.isSectionTitle(ahead.argument())
  }

  static func isSectionTitle(_ tokens: [LaTeXToken]) -> Bool {
    let text = LaTeXTokenReader.text(tokens)
    guard (3...40).contains(text.count) else { return false }
    let span = SourceText(plain: text).whole.trimming(": ")
    return !SectionTitle.kinds(of: span).isEmpty && SectionTitle.coverage(of: span) > 0.75
  }

  static func isBody(_ tokens: [LaTeXToken]) -> Bool {
    tokens.contains {
      $0.kind == .command("item") || $0.kind == .command("begin") || $0.kind == .paragraphBreak
    }
  }

  mutating func call(
    _ macro: LaTeXDefinitions.Macro, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    var arguments: [[LaTeXToken]] = []
    var end = token.range.upperBound
    if let option = macro.option, macro.parameterCount > 0 {
      arguments.append(reader.option() ?? option)
    }
    while arguments.count < macro.parameterCount {
      let argument = reader.argument()
      end = max(end, argument.last?.range.upperBound ?? end)
      arguments.append(argument)
    }
    interpret(expanded(macro.body, arguments, at: token.range))
  }

  /// The body of a definition with its arguments. Expansion takes from the budget too: a definition can
  /// multiply its argument, and another leave it out again.
  mutating func expanded(
    _ body: [LaTeXToken], _ arguments: [[LaTeXToken]], at call: Range<Int>
  ) -> [LaTeXToken] {
    let tokens = LaTeXDefinitions.expand(body, arguments, at: call, limit: budget)
    budget -= tokens.count
    return tokens
  }
}
