internal import KGText

/// Whether a text without other markup is a data file in YAML.
enum YAMLShape {
  /// The share of the lines that look like YAML. A résumé in plain text has lines with labels, too.
  private static let leastShareOfLines = 0.6

  /// Whether the bytes are YAML with records in it: entries with several keys, in a list or under names of their
  /// own. Texts with labels (`Name: …`) are YAML as well, but have no such entries.
  ///
  /// - Parameter lines: The lines of the beginning.
  static func isData(_ bytes: [UInt8], _ lines: [ArraySlice<UInt8>]) -> Bool {
    let written = lines.filter { !isBlankOrComment($0) && !$0.elementsEqual("---".utf8) }
    guard let first = written.first, startsWithKey(first) else { return false }
    let count = written.count(where: isLikeYAML)
    guard Double(count) >= leastShareOfLines * Double(written.count),
      let data = try? YAMLReader.read(bytes)
    else { return false }
    return hasRecords(data)
  }

  /// Whether a map with several keys is in the data, below the root or in a list.
  private static func hasRecords(_ data: DataNode) -> Bool {
    let inner = data.isMap ? data.entries.map(\.value) : data.items
    return inner.contains { !isText($0) && ($0.isMap && $0.entries.count > 1 || hasRecords($0)) }
  }

  private static func isText(_ data: DataNode) -> Bool {
    if case .text = data { true } else { false }
  }

  private static func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
    let start = line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return start == nil || start == UInt8(ascii: "#")
  }

  private static func isLikeYAML(_ line: ArraySlice<UInt8>) -> Bool {
    let start = line.drop { $0 == UInt8(ascii: " ") }
    return startsWithKey(line) || start.starts(with: "- ".utf8) || start.count < line.count
  }

  /// `key:` or `- key:`, with a value or without one.
  private static func startsWithKey(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line.drop { $0 == UInt8(ascii: " ") }
    if rest.starts(with: "- ".utf8) { rest = rest.dropFirst(2) }
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex else {
      return false
    }
    let next = rest[colon...].dropFirst().first
    return (next == nil || next == UInt8(ascii: " ")) && !rest[..<colon].contains(UInt8(ascii: ","))
  }
}
