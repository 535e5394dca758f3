/// A value of a data file (YAML, JSON, TOML) with the places of its texts: what front matter, site configurations and
/// résumés in data form are read into.
package indirect enum DataNode: Sendable {
  case text(Span)
  case list([DataNode])
  /// Keys in the order in which they stand.
  case map([(key: String, value: DataNode)])
  /// `null`, or nothing.
  case empty

  /// The text, when it is one and not blank.
  package var span: Span? {
    guard case .text(let span) = self else { return nil }
    let trimmed = span.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  package var items: [DataNode] {
    switch self {
    case .list(let items): items
    case .empty: []
    default: [self]
    }
  }

  package var entries: [(key: String, value: DataNode)] {
    if case .map(let entries) = self { entries } else { [] }
  }

  package var isMap: Bool { if case .map = self { true } else { false } }

  /// The value of the first of these keys that is there, capitals and `_`, `-` aside.
  package subscript(keys: String...) -> DataNode { self[keys] }

  package subscript(keys: [String]) -> DataNode {
    for key in keys {
      let wanted = Self.folded(key)
      for entry in entries where Self.folded(entry.key) == wanted {
        if case .empty = entry.value { continue }
        return entry.value
      }
    }
    return .empty
  }

  /// `startDate`, `start_date` and `start-date` are one key.
  package static func folded(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// Every text within, in order.
  package var texts: [Span] {
    switch self {
    case .text(let span): [span]
    case .list(let items): items.flatMap(\.texts)
    case .map(let entries): entries.flatMap(\.value.texts)
    case .empty: []
    }
  }
}
