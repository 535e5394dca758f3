/// Where the places that spans speak of are for a person: in a line of the document, in a page of a PDF, in a file of a
/// site.
///
/// A source of several parts is laid end to end: a place in all of it is one number, the bytes before it.
package struct SourcePlaces: Sendable {
  private struct Part: Sendable {
    let name: String?
    let start: Int
    /// Of a file of a site, or of a page; a source that is one text is at hand without them.
    let bytes: [UInt8]
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
    parts = [Part(name: nil, start: 0, bytes: [], lines: LineIndex(bytes))]
  }

  /// A source of several parts, in the order in which they are laid end to end.
  package init(parts: [(name: String, bytes: [UInt8])]) {
    var laid: [Part] = []
    var start = 0
    for part in parts {
      laid.append(
        Part(name: part.name, start: start, bytes: part.bytes, lines: LineIndex(part.bytes)))
      start += part.bytes.count
    }
    self.parts = laid.isEmpty ? [Part(name: nil, start: 0, bytes: [], lines: LineIndex([]))] : laid
  }

  /// The lines of a part in which a range of its bytes lies, as they stand in the source.
  ///
  /// - Parameter whole: The bytes of a source that is one text.
  package func lines(
    ofPart name: String?, around range: Range<Int>, of whole: [UInt8]
  ) -> String {
    guard let part = parts.first(where: { $0.name == name }) else { return "" }
    let bytes = name == nil ? whole : part.bytes
    let first = part.lines.start(ofLine: part.lines.line(of: range.lowerBound))
    let lastLine = part.lines.line(of: max(range.lowerBound, range.upperBound - 1))
    let end =
      lastLine < part.lines.count ? part.lines.start(ofLine: lastLine + 1) : bytes.count
    return String(decoding: bytes[first..<max(first, end)], as: UTF8.self)
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
