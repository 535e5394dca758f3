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
      for _ in 0..<(full == name ? count : max(count, 2)) {
        _ = reader.option()
        _ = reader.argument()
      }
      if !builder.isListItem { builder.end() }
      environments.open(name, .table, groupCount: groups.count)
      return
    }
    beginOther(name, &reader)
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
    case .hidden: break
    case .other: if !builder.isListItem { builder.end() }
    }
  }
}
