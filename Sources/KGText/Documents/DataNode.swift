/// A value of a data file (YAML, JSON, TOML) with the places of its texts: front matter, site
/// configurations and résumés in data form are read into it.
package indirect enum DataNode: Sendable {
  case text(Span)
  case list([DataNode])
  /// Keys in the order of the file, with the places of the keys in the same order; without places where the reader
  /// does not know them.
  case map([(key: String, value: DataNode)], places: [Span] = [])
  /// `null`, or no value.
  case empty

  /// The trimmed text; `nil` when the value is not a text, or a blank one.
  package var span: Span? {
    guard case .text(let span) = self else { return nil }
    let trimmed = span.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The items of a list; any other value is a list of itself, and an empty one has no items.
  package var items: [DataNode] {
    switch self {
    case .list(let items): items
    case .empty: []
    default: [self]
    }
  }

  /// The entries of a map; empty for any other value.
  package var entries: [(key: String, value: DataNode)] {
    if case .map(let entries, _) = self { entries } else { [] }
  }

  /// The places of the keys, in the order of ``entries``; empty where they are unknown.
  package var keyPlaces: [Span] {
    guard case .map(let entries, let places) = self, places.count == entries.count else {
      return []
    }
    return places
  }

  package var isMap: Bool { if case .map = self { true } else { false } }

  /// The value of the first of these keys that has one, ignoring case, `_`, `-` and spaces;
  /// ``empty`` when none has.
  package subscript(keys: String...) -> DataNode { self[keys] }

  /// The same for keys in an array.
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

  /// The form in which keys are compared: `startDate`, `start_date` and `start-date` are one key.
  package static func folded(_ key: String) -> String {
    var key = key
    let folded: String? = key.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { kept in
        var count = 0
        for byte in bytes where !isIgnored(Unicode.Scalar(byte)) {
          kept[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
    return folded
      ?? String(String.UnicodeScalarView(key.lowercased().unicodeScalars.filter { !isIgnored($0) }))
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar == " "
  }

  /// Every text within the value, in the order of the file.
  package var texts: [Span] {
    switch self {
    case .text(let span): [span]
    case .list(let items): items.flatMap(\.texts)
    case .map(let entries, _): entries.flatMap(\.value.texts)
    case .empty: []
    }
  }
}
