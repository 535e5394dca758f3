/// Where the places that spans speak of are for a person: in a line of the document, in a page of a PDF, in a file of a
/// site.
///
/// A source of several parts is laid end to end: a place in all of it is one number, the bytes before it.
package struct SourcePlaces: Sendable {
  private struct Part: Sendable {
    let name: String?
    let start: Int
    let lines: LineIndex
  }

  /// What a person needs to find a place.
  package struct Place: Sendable {
    /// The file within a site, or the page of a PDF (`page 3`); `nil` where the source is one text.
    package let part: String?
    /// Counted from 1 in the part.
    package let line: Int
    /// In the part.
    package let byteRange: Range<Int>

    /// `17`, `_pages/about.md:17`, `page 3:17`.
    package var label: String { (part.map { $0 + ":" } ?? "") + String(line) }
  }

  private let parts: [Part]

  /// A source that is one text.
  package init(_ bytes: [UInt8]) {
    parts = [Part(name: nil, start: 0, lines: LineIndex(bytes))]
  }

  /// A source of several parts, in the order in which they are laid end to end.
  package init(parts: [(name: String, bytes: [UInt8])]) {
    var laid: [Part] = []
    var start = 0
    for part in parts {
      laid.append(Part(name: part.name, start: start, lines: LineIndex(part.bytes)))
      start += part.bytes.count
    }
    self.parts = laid.isEmpty ? [Part(name: nil, start: 0, lines: LineIndex([]))] : laid
  }

  package func place(of range: Range<Int>) -> Place {
    var low = 0
    var high = parts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if parts[middle].start <= range.lowerBound { low = middle } else { high = middle }
    }
    let part = parts[low]
    let start = range.lowerBound - part.start
    return Place(
      part: part.name, line: part.lines.line(of: start),
      byteRange: start..<max(start, range.upperBound - part.start))
  }
}
