internal import KGText

/// Reads headers of entries and keeps the last one: the rules ask several times in a row about the same lines.
final class EntryHeaders {
  private var last: (lines: [Span], kind: EntryKind, header: EntryHeader)?

  /// The header that some lines are.
  func header(of lines: [Span], for kind: EntryKind) -> EntryHeader {
    if let last, last.kind == kind, Self.isSame(last.lines, lines) { return last.header }
    let header = EntryHeader(lines, for: kind)
    last = (lines, kind, header)
    return header
  }

  private static func isSame(_ first: [Span], _ second: [Span]) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy { $0.text === $1.text && $0.range == $1.range }
  }
}
