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

/// Finds a text of a data file again in its bytes: as it is, or word for word where quoting or folding changed it.
struct DataTextPlacer {
  let bytes: [UInt8]

  /// - Parameter start: Where the value begins; its quotes may stand there.
  func span(of text: String, from start: Int) -> Span {
    var builder = SourceTextBuilder()
    let needle = Array(text.utf8)
    if let place = find(needle, from: start, within: 16) {
      builder.append(text, at: place)
      return builder.build().whole
    }
    var cursor = start
    var rest = text[...]
    while !rest.isEmpty {
      let blank = rest.prefix { $0.isWhitespace }
      builder.append(blank, for: cursor..<min(cursor + 1, bytes.count))
      rest = rest.dropFirst(blank.count)
      let word = rest.prefix { !$0.isWhitespace }
      if let place = find(Array(word.utf8), from: cursor, within: 256) {
        builder.append(word, at: place)
        cursor = place + word.utf8.count
      } else {
        builder.append(word, for: cursor..<min(cursor + word.utf8.count, bytes.count))
      }
      rest = rest.dropFirst(word.count)
    }
    return builder.build().whole
  }

  private func find(_ needle: [UInt8], from start: Int, within distance: Int) -> Int? {
    guard let first = needle.first, start >= 0 else { return nil }
    let last = min(bytes.count - needle.count, start + distance)
    guard start <= last else { return nil }
    return (start...last).first {
      bytes[$0] == first && bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
