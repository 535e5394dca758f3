/// Reads a CV in LaTeX into blocks: the standard commands, those of the classes that CVs are written in, and those that
/// the document defines itself.
///
/// Nothing is typeset. Commands are told what they mean by a table (``LaTeXCommand``); one that is not in it and has
/// several arguments is an entry with columns, one with a single argument shows it.
package enum LaTeXReader {
  package static func read(_ bytes: [UInt8]) -> Document {
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes))
    return interpreter.document
  }

  /// A short text in LaTeX, such as a field of BibTeX, made plain.
  static func text(_ bytes: [UInt8], in range: Range<Int>) -> Span {
    guard bytes[range].contains(where: { "\\{}$~%`-'".utf8.contains($0) }) else {
      var builder = SourceTextBuilder()
      builder.append(String(decoding: bytes[range], as: UTF8.self), at: range.lowerBound)
      return builder.build().whole.trimmed
    }
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes, in: range))
    return interpreter.document.blocks.first?.span
      ?? SourceText.empty(at: range.lowerBound).whole
  }
}

private struct LaTeXInterpreter {
  private var builder = BlockBuilder()
  private var metadata: [String: Span] = [:]
  private var definitions = LaTeXDefinitions()
  /// The environments that are open, and the marks that each group opened.
  private var environments: [Environment] = []
  private var groups: [[SourceText.Mark.Kind]] = [[]]
  private var isMath = false
  /// Whether the columns of an entry are being read, each of which is one line.
  private var isInCell = false
  private var depth = 0
  /// How many tokens may still be read of the piece at hand: definitions can call each other without end.
  private var budget = 0
  private var isInBody = true

  private struct Environment {
    enum Kind { case list(ordered: Bool), table, hidden, other }
    let name: String
    let kind: Kind
  }

  private static let maximumDepth = 60
  /// What definitions may add to a piece of a document, in tokens.
  private static let maximumExpansion = 1_000_000

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
      // What stands before `\begin{document}` is not text; it is short.
      if isFirst { isInBody = !Self.hasDocumentEnvironment(tokens) }
      isFirst = false
      budget = tokens.count + Self.maximumExpansion
      interpret(tokens)
    }
    builder.end()
  }

  private static func hasDocumentEnvironment(_ tokens: [LaTeXToken]) -> Bool {
    tokens.indices.contains { index in
      guard tokens[index].kind == .command("begin") else { return false }
      var reader = LaTeXTokenReader(Array(tokens[(index + 1)...].prefix(16)))
      return LaTeXTokenReader.text(reader.argument()) == "document"
    }
  }

  private mutating func interpret(_ tokens: [LaTeXToken]) {
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
      case .alignment: if isInTable { tab(token) } else { show("&", token) }
      case .space: if isShown { space(token) }
      case .paragraphBreak: blankLine(token)
      case .character(let scalar): character(scalar, token, &reader)
      case .parameter: break
      }
    }
  }

  /// A length that a command of layout left over: `0pt`, `-1.2em`.
  private static func isLength(_ span: Span) -> Bool {
    let text = span.foldedString
    guard text.count <= 12,
      let unit = ["pt", "em", "ex", "cm", "mm", "in"].first(where: text.hasSuffix)
    else { return false }
    return Double(text.dropLast(unit.count)) != nil
  }

  // MARK: Text

  private var isHidden: Bool {
    environments.contains { if case .hidden = $0.kind { true } else { false } }
  }
  private var isShown: Bool { isInBody && !isHidden }
  private var isInTable: Bool {
    environments.contains { if case .table = $0.kind { true } else { false } }
  }
  private var isInList: Bool {
    environments.contains { if case .list = $0.kind { true } else { false } }
  }

  private mutating func show(_ text: String, _ token: LaTeXToken) {
    guard isShown else { return }
    if token.range.count == text.utf8.count {
      builder.append(text, at: token.range.lowerBound)
    } else {
      builder.append(text, for: token.range)
    }
  }

  private mutating func space(_ token: LaTeXToken) {
    guard !builder.isEmpty, builder.lastScalar.map({ !$0.isBlank }) ?? false else { return }
    builder.append(" ", for: token.range)
  }

  /// Dashes and quotation marks are written with several signs: `--`, ```` `` ````, `''`.
  private mutating func character(
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

  private mutating func tab(_ token: LaTeXToken) {
    guard isShown, !builder.isEmpty, builder.lastScalar != "\t", builder.lastScalar != "\n" else {
      return
    }
    builder.append("\t", for: token.range)
  }

  private mutating func lineBreak(_ token: LaTeXToken) {
    guard isShown else { return }
    if isInCell { return space(token) }
    // Rows of a table are entries; within an item, as some classes set their entries, they are its lines.
    if isInTable, !builder.isListItem { return builder.end() }
    guard !builder.isEmpty, builder.lastScalar != "\n" else { return }
    builder.append("\n", for: token.range)
  }

  private mutating func blankLine(_ token: LaTeXToken) {
    guard isShown else { return }
    if builder.isListItem { return space(token) }
    if !isInTable { builder.end() }
  }

  // MARK: Groups

  private mutating func endGroup() {
    guard groups.count > 1, let opened = groups.popLast() else { return }
    for kind in opened.reversed() { builder.close { $0 == kind } }
  }

  /// Interprets an argument as a group.
  private mutating func interpretGroup(_ tokens: [LaTeXToken]) {
    groups.append([])
    let wasMath = isMath
    interpret(tokens)
    isMath = wasMath
    endGroup()
  }

  // MARK: Commands

  private mutating func command(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    switch name {
    case "begin": return begin(&reader)
    case "end": return end(LaTeXTokenReader.text(reader.argument()))
    case "\\":
      _ = reader.option()
      return lineBreak(token)
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
    if LaTeXAccent.isAccent(name), !(isMath && name.count > 1) {
      return accent(name, token, &reader)
    }
    if let symbol = LaTeXCommand.symbol(name) {
      show(symbol, token)
      // `{}` behind a sign only ends its name.
      return
    }
    let known = LaTeXCommand.named(name)
    if let macro = definitions.commands[name], known.allSatisfy(\.isOfClass),
      macro.parameterCount != 1 || !Self.isHeading(name) && !isSectionTitle(reader)
    {
      return call(macro, token, &reader)
    }
    if !known.isEmpty { return knownCommand(name, known, token, &reader) }
    unknownCommand(name, token, &reader)
  }

  private mutating func knownCommand(
    _ name: String, _ known: [LaTeXCommand], _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    let takesNothing = known[0].arguments.isEmpty
    let option = takesNothing && known[0].meaning == .tab ? nil : reader.option()
    let most = known.map(\.arguments.count).max() ?? 0
    let isDeclaration = known[0].arguments == [.text] && !reader.isBeforeGroup
    // What is left out may have more arguments than one, which follow at once or in lines of their own.
    let isNothing = known[0].meaning == .nothing
    let groups =
      isDeclaration ? [] : reader.groups(atMost: isNothing ? 9 : most, near: isNothing && most < 2)
    guard let command = LaTeXCommand.named(name, argumentCount: groups.count) else { return }
    perform(command, groups, option, token, isDeclaration: isDeclaration)
  }

  private mutating func perform(
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
    case .name: name(groups)
    case .title: if let group = groups.first { keep("position", group) }
    case .contact(let prefix): if let group = groups.first { contact(prefix, group) }
    case .tab: tab(token)
    case .lineBreak: lineBreak(token)
    case .paragraph: if isShown, !builder.isListItem, !isInTable { builder.end() }
    }
  }

  /// A command of a class that we do not know: what several arguments say are the columns of an entry, what one says
  /// is a heading when the command's name says so.
  private mutating func unknownCommand(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    if reader.isBeforeGroup { _ = reader.option() }
    let groups = reader.groups()
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
      interpretGroup(first)
    }
  }

  /// Whether what a command shows is a text of its own and not a part of what stands around it.
  private func isEntry(_ tokens: [LaTeXToken]) -> Bool {
    !isInCell && !isInTable && !builder.isListItem && groups.count == 1
      && tokens.lazy.filter { $0.kind == .space }.prefix(8).count == 8
      && (builder.isEmpty || builder.lastScalar?.isBlank == true)
  }

  private static func isHeading(_ command: String) -> Bool {
    ["section", "heading", "rubric", "sectitle", "header"].contains {
      command.lowercased().contains($0)
    }
  }

  /// Whether the argument that follows is what a section's title says: `\head{EDUCATION}`.
  private func isSectionTitle(_ reader: LaTeXTokenReader) -> Bool {
    var ahead = reader
    _ = ahead.option()
    return Self.isSectionTitle(ahead.argument())
  }

  private static func isSectionTitle(_ tokens: [LaTeXToken]) -> Bool {
    let text = LaTeXTokenReader.text(tokens)
    guard (3...40).contains(text.count) else { return false }
    let span = SourceText(plain: text).whole.trimming([":", " "])
    return !Outline.kinds(of: span).isEmpty && Outline.coverage(of: span) > 0.75
  }

  private static func isBody(_ tokens: [LaTeXToken]) -> Bool {
    tokens.contains {
      $0.kind == .command("item") || $0.kind == .command("begin") || $0.kind == .paragraphBreak
    }
  }

  private mutating func call(
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
    let body = LaTeXDefinitions.expand(macro.body, arguments, at: token.range)
    // A body that is all argument may lack any text of its own; that one is still shown once.
    interpret(body)
  }

  // MARK: Meanings

  private mutating func mark(_ kind: SourceText.Mark.Kind, _ group: [LaTeXToken]?) {
    guard isShown else { return }
    if let group {
      builder.open(kind)
      interpretGroup(group)
      builder.close { $0 == kind }
    } else {
      // A declaration holds to the end of its group.
      builder.open(kind)
      if groups.isEmpty { groups.append([]) }
      groups[groups.count - 1].append(kind)
    }
  }

  /// An entry's line; what stands in a body follows it as blocks of its own.
  private mutating func row(_ roles: [LaTeXCommand.Argument], _ groups: [[LaTeXToken]]) {
    guard isShown else { return }
    let isItem = builder.isListItem && builder.isEmpty
    if !isItem { builder.begin(.tableRow) }
    for (role, group) in zip(roles, groups) where role == .cell || role == .text {
      if !builder.isEmpty, let place = group.first?.range.lowerBound,
        builder.lastScalar != "\t"
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

  private mutating func link(_ roles: [LaTeXCommand.Argument], _ groups: [[LaTeXToken]]) {
    guard isShown, let first = groups.first else { return }
    if roles.first == .link {
      let address = LaTeXTokenReader.text(first)
      // An address of mail is nobody's business.
      if address.hasPrefix("mailto:") || address.hasPrefix("tel:") { return }
      builder.open(.link(address))
      interpretGroup(groups.count > 1 ? groups[1] : first)
      builder.close(\.isLink)
    } else {
      interpretGroup(first)
    }
  }

  private mutating func name(_ groups: [[LaTeXToken]]) {
    for group in groups { keep("name", group) }
  }

  /// Keeps what the preamble says of the owner; parts of a name are joined.
  private mutating func keep(_ key: String, _ tokens: [LaTeXToken]) {
    var inner = LaTeXInterpreter()
    inner.definitions = definitions
    inner.depth = depth
    inner.budget = budget
    inner.interpret(tokens)
    inner.builder.end()
    guard let block = inner.builder.blocks.first else { return }
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

  /// `\def\name{…}` and `\newcommand{\myname}{…}` name the owner as `\name` does.
  private mutating func nameFromDefinition(_ token: LaTeXToken) {
    for name in ["name", "myname", "fullname", "cvname"] {
      if let macro = definitions.commands[name], macro.parameterCount == 0,
        metadata["name"] == nil,
        macro.body.first.map({ $0.range.lowerBound > token.range.lowerBound }) ?? false
      {
        keep("name", macro.body)
      }
    }
  }

  private mutating func contact(_ prefix: String, _ tokens: [LaTeXToken]) {
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

  /// `\social[linkedin]{name}` of moderncv.
  private mutating func social(_ reader: inout LaTeXTokenReader) {
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

  private mutating func item(_ token: LaTeXToken, _ reader: inout LaTeXTokenReader) {
    let label = reader.option()
    guard isShown else { return }
    builder.beginListItem()
    if let label, !label.isEmpty {
      interpretGroup(label)
      if !builder.isEmpty { builder.append(" ", for: token.range) }
    }
  }

  private mutating func accent(
    _ name: String, _ token: LaTeXToken, _ reader: inout LaTeXTokenReader
  ) {
    var ahead = reader
    let argument = ahead.argument()
    var letters = String.UnicodeScalarView()
    for part in argument {
      switch part.kind {
      case .character(let scalar): letters.append(scalar)
      case .command(let inner):
        letters.append(contentsOf: (LaTeXCommand.symbol(inner) ?? "").unicodeScalars)
      default: break
      }
    }
    // Who writes `\"` for a quotation mark has no letter behind it.
    guard let base = letters.first, base.isLetter,
      name != "\"" || LaTeXAccent.letter(base, name).unicodeScalars.count == 1
    else {
      if argument.isEmpty { reader = ahead }
      return show(name, token)
    }
    reader = ahead
    let end = argument.last?.range.upperBound ?? token.range.upperBound
    let range = token.range.lowerBound..<max(end, token.range.upperBound)
    guard isShown else { return }
    builder.append(LaTeXAccent.letter(base, name), for: range)
    builder.append(String(String.UnicodeScalarView(letters.dropFirst())), for: range)
  }

  private mutating func verbatim(_ reader: inout LaTeXTokenReader) {
    guard let mark = reader.next() else { return }
    while let token = reader.next(), token.kind != mark.kind {
      if case .character(let scalar) = token.kind { show(String(scalar), token) }
    }
  }

  /// `\ifx&#1&…\else…\fi` asks whether an argument is empty. Of other conditions nothing is known; what they hold is
  /// shown, as the text would be without them.
  private mutating func conditional(_ name: String, _ reader: inout LaTeXTokenReader) {
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

  /// `\ifstrempty{#1}{…}{…}`.
  private mutating func emptinessTest(isPositive: Bool, _ reader: inout LaTeXTokenReader) {
    let isEmpty = reader.argument().allSatisfy { $0.kind == .space }
    let (first, second) = (reader.argument(), reader.isBeforeGroup ? reader.argument() : [])
    interpret(isEmpty == isPositive ? first : second)
  }

  // MARK: Environments

  private static let tables: [String: Int] = [
    "tabular": 1, "tabularx": 2, "tabulary": 2, "longtable": 1, "xltabular": 2, "supertabular": 1,
    "ltabulary": 2, "tabu": 1, "cvtable": 1,
  ]
  private static let hiddenEnvironments: Set<String> = [
    "comment", "tikzpicture", "picture", "filecontents", "lrbox", "wrapfigure", "equation",
    "lstlisting",
  ]

  private mutating func begin(_ reader: inout LaTeXTokenReader) {
    let full = LaTeXTokenReader.text(reader.argument())
    let name = full.last == "*" ? String(full.dropLast()) : full
    if name == "document" {
      isInBody = true
      return
    }
    if let defined = definitions.environments[name] {
      environments.append(Environment(name: name, kind: .other))
      let call = reader.peek?.range ?? 0..<0
      var arguments: [[LaTeXToken]] = []
      if let option = defined.begin.option, defined.begin.parameterCount > 0 {
        arguments.append(reader.option() ?? option)
      }
      while arguments.count < defined.begin.parameterCount { arguments.append(reader.argument()) }
      return interpret(LaTeXDefinitions.expand(defined.begin.body, arguments, at: call))
    }
    if Self.hiddenEnvironments.contains(name) {
      environments.append(Environment(name: name, kind: .hidden))
      return
    }
    if let count = Self.tables[name] {
      _ = reader.option()
      // `tabular*` has its width in front.
      for _ in 0..<(full == name ? count : max(count, 2)) {
        _ = reader.option()
        _ = reader.argument()
      }
      if !builder.isListItem { builder.end() }
      environments.append(Environment(name: name, kind: .table))
      return
    }
    beginOther(name, &reader)
  }

  private mutating func beginOther(_ name: String, _ reader: inout LaTeXTokenReader) {
    _ = reader.option()
    let lower = name.lowercased()
    if lower == "minipage" || lower == "multicols" || lower == "adjustwidth" || lower == "paracol"
      || lower == "spacing" || lower == "thebibliography" || lower == "cjk"
    {
      _ = reader.groups(atMost: lower == "adjustwidth" || lower == "cjk" ? 2 : 1)
    } else {
      let groups = reader.groups()
      if isShown, let first = groups.first {
        let isHeading = ["section", "rubric", "cvlist", "category"].contains { lower.contains($0) }
        if isHeading, groups.count == 1 {
          builder.begin(.heading(level: 2))
          interpretGroup(first)
          builder.end()
        } else {
          row(groups.map { Self.isBody($0) ? .body : .cell }, groups)
        }
      }
    }
    let isOrdered = ["enumerate", "etaremune", "thebibliography", "bibenum", "benumerate"].contains(
      lower)
    let isList =
      isOrdered
      || [
        "itemize", "description", "list", "items", "cvitems", "highlights", "innerlist",
        "outerlist", "compactitem", "bullets", "trivlist", "labeling", "etaremune",
      ]
      .contains { lower.contains($0) }
    if isShown, isList {
      builder.beginList(ordered: isOrdered)
    } else if isShown, !builder.isListItem {
      builder.end()
    }
    environments.append(
      Environment(name: name, kind: isList ? .list(ordered: isOrdered) : .other))
  }

  private mutating func end(_ full: String) {
    let name = full.last == "*" ? String(full.dropLast()) : full
    guard let place = environments.lastIndex(where: { $0.name == name }) else { return }
    let environment = environments[place]
    if let defined = definitions.environments[name] { interpret(defined.end) }
    environments.removeSubrange(min(place, environments.count)...)
    guard isShown else { return }
    switch environment.kind {
    case .list: builder.endList()
    case .table: if !builder.isListItem { builder.end() }
    case .hidden: break
    case .other: if !builder.isListItem { builder.end() }
    }
  }
}
