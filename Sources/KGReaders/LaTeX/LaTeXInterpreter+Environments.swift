internal import KGLexicon
internal import KGText

/// Environments, from `\begin` to `\end`.
extension LaTeXInterpreter {
  /// Environments of tables with the number of their arguments.
  private static let tables: [String: Int] = [
    "tabular": 1, "tabularx": 2, "tabulary": 2, "longtable": 1, "xltabular": 2, "supertabular": 1,
    "ltabulary": 2, "tabu": 1, "cvtable": 1, "tblr": 1, "longtblr": 1, "talltblr": 1,
    "NiceTabular": 1,
  ]
  private static let hiddenEnvironments: Set<String> = [
    "comment", "tikzpicture", "picture", "filecontents", "lrbox", "wrapfigure", "equation",
    "lstlisting",
  ]

  mutating func begin(_ reader: inout LaTeXTokenReader) {
    let full = LaTeXTokenReader.text(reader.argument())
    let name = Self.withoutStar(full)
    if name == "document" {
      isInBody = true
      return
    }
    if let defined = definitions.environments[name] {
      environments.open(name, .other)
      let call = reader.peek?.range ?? 0..<0
      var arguments: [[LaTeXToken]] = []
      if let option = defined.begin.option, defined.begin.parameterCount > 0 {
        arguments.append(reader.option() ?? option)
      }
      while arguments.count < defined.begin.parameterCount { arguments.append(reader.argument()) }
      return interpret(expanded(defined.begin.body, arguments, at: call))
    }
    if Self.hiddenEnvironments.contains(name) {
      environments.open(name, .hidden)
      return
    }
    if let count = Self.tables[name] {
      _ = reader.option()
      // `tabular*` has its width as the first argument.
      var columns: [LaTeXToken] = []
      for _ in 0..<(full == name ? count : max(count, 2)) {
        _ = reader.option()
        columns = reader.argument()
      }
      return beginTable(name, columns)
    }
    beginOther(name, &reader)
  }

  private mutating func beginTable(_ name: String, _ columns: [LaTeXToken]) {
    if isTableOfCell(columns) {
      environments.open(name, .cellTable, groupCount: groups.count)
      return
    }
    if !builder.isListItem { builder.end() }
    environments.open(name, .table, groupCount: groups.count)
  }

  /// Whether a table that begins within another is only a way to write several lines in a cell. One of several
  /// columns that begins a row, one beside the title of a section, and all above the first section are layout:
  /// their rows are rows.
  private func isTableOfCell(_ columns: [LaTeXToken]) -> Bool {
    guard isInTable, isShown, !builder.isListItem, builder.hasHeading else { return false }
    if builder.isEmpty { return Self.columnCount(columns) == 1 }
    let start = builder.startOfBlock
    guard let text = builder.text(since: start, atMost: Self.maximumTitleLength) else {
      return true
    }
    return SectionTitle.kinds(of: text.whole.trimmed).isEmpty
  }

  private static let maximumTitleLength = 40  // characters

  /// The number of columns that a specification such as `@{}l p{3cm}` has; more than one where a star repeats
  /// columns.
  static func columnCount(_ specification: [LaTeXToken]) -> Int {
    var depth = 0
    var count = 0
    for token in specification {
      switch token.kind {
      case .beginGroup: depth += 1
      case .endGroup: depth -= 1
      case .character("*") where depth == 0: count += 2
      case .character(let scalar) where depth == 0 && scalar.isLetter: count += 1
      default: break
      }
    }
    return count
  }

  mutating func beginOther(_ name: String, _ reader: inout LaTeXTokenReader) {
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
    environments.open(name, isList ? .list(ordered: isOrdered) : .other)
  }

  private static func withoutStar(_ name: String) -> String {
    name.unicodeScalars.last == "*" ? String(name.unicodeScalars.dropLast()) : name
  }

  mutating func end(_ full: String) {
    let name = Self.withoutStar(full)
    guard let environment = environments.innermost(named: name) else { return }
    if let defined = definitions.environments[name] { interpret(defined.end) }
    environments.close(environment)
    guard isShown else { return }
    switch environment.kind {
    case .list: builder.endList()
    case .table: if !builder.isListItem { builder.end() }
    case .hidden, .cellTable: break
    case .other: if !builder.isListItem { builder.end() }
    }
  }
}
