internal import KGModel

/// Turns byte offsets into places that a person can look up: a line of the document, of a page of a
/// PDF, or of a file of a site.
///
/// The parts of a source are concatenated, so that one offset in bytes names a place in all of it.
package struct SourcePlaces: Sendable {
  private struct Part: Sendable {
    let name: String?
    let start: Int
    /// The bytes of a file of a site, or of a page; empty for a source that is one text, whose
    /// bytes the caller has.
    let bytes: [UInt8]
    let lines: LineIndex
  }

  /// A place as a person looks it up.
  package struct Place: Sendable {
    /// The file within a site, or the page of a PDF (`page 3`); `nil` where the source is one text.
    package let part: String?
    /// The line of the part, counted from 1.
    package let line: Int
    /// Offsets within the part.
    package let byteRange: Range<Int>

    /// `17`, `_pages/about.md:17`, `page 3:17`.
    package var label: String { (part.map { $0 + ":" } ?? "") + String(line) }
  }

  private let parts: [Part]

  /// A source that is one text.
  package init(_ bytes: [UInt8]) {
    parts = [Part(name: nil, start: 0, bytes: [], lines: LineIndex(bytes))]
  }

  /// A source of several parts, in the order in which they are concatenated.
  package init(parts: [(name: String, bytes: [UInt8])]) {
    var placed: [Part] = []
    var start = 0
    for part in parts {
      placed.append(
        Part(name: part.name, start: start, bytes: part.bytes, lines: LineIndex(part.bytes)))
      start += part.bytes.count
    }
    self.parts =
      placed.isEmpty ? [Part(name: nil, start: 0, bytes: [], lines: LineIndex([]))] : placed
  }

  /// The lines of a part that contain a range of its bytes, as they are in the source; empty when
  /// there is no such part.
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

  /// The place of a range of bytes of the whole source; the part is the one that its start lies in.
  package func place(of range: Range<Int>) -> Place {
    let next = parts.indices.dropFirst().partitioningIndex { parts[$0].start > range.lowerBound }
    let part = parts[next - 1]
    let start = range.lowerBound - part.start
    return Place(
      part: part.name, line: part.lines.line(of: start),
      byteRange: start..<max(start, range.upperBound - part.start))
  }
}
