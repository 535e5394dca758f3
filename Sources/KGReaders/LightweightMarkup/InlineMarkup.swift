internal import KGText

/// What a construct of a markup within a line shows.
struct InlineConstruct {
  /// Where it ends.
  let end: Int
  /// The bytes that are shown, with markup of their own.
  var shown: Range<Int>?
  /// A text that is shown instead of the source.
  var text: String?
  var mark: SourceText.Mark.Kind?
  /// Whether the shown bytes have no markup.
  var isVerbatim = false

  /// A sign that shows the whole character after it as it is.
  static func escape(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct {
    let more = bytes[min(place + 2, end)..<end].prefix { $0 & 0xC0 == 0x80 }
    return InlineConstruct(
      end: more.endIndex, shown: place + 1..<more.endIndex, isVerbatim: true)
  }
}

/// The marks and links within the lines of a lightweight markup language.
protocol InlineSyntax {
  /// Signs around a text, with the mark that they put on it; those that are the beginning of others come
  /// later. Without a mark, only the signs are left out.
  static var delimiters: [(sign: String, mark: SourceText.Mark.Kind?)] { get }

  /// The link, reference, escape or the like that begins at a place; `nil` when none does.
  static func construct(_ bytes: [UInt8], at place: Int, to end: Int) -> InlineConstruct?
}

/// Adds text with the markup of a language to the open block.
struct InlineReader<Syntax: InlineSyntax> {
  private let bytes: [UInt8]
  private let delimiters = Syntax.delimiters.map { (sign: Array($0.sign.utf8), mark: $0.mark) }
  /// The first bytes of delimiters.
  private let signs: Set<UInt8>
  private static var maximumDepth: Int { 20 }
  /// Signs that are farther apart do not belong together.
  private static var maximumLength: Int { 1000 }  // bytes
  /// Signs without an end that are looked for in a line, besides one in so many bytes: a line of nothing else
  /// would take time with its square.
  private static var maximumFailures: (fixed: Int, perByte: Int) { (100, 50) }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    signs = Set(delimiters.compactMap(\.sign.first))
  }

  /// Adds the text of some bytes.
  func append(_ range: Range<Int>, to builder: inout BlockBuilder, depth: Int = 0) {
    var failures = Self.maximumFailures.fixed + range.count / Self.maximumFailures.perByte
    var shownFrom = range.lowerBound
    var place = range.lowerBound
    func showText(to end: Int, _ builder: inout BlockBuilder) {
      if shownFrom < end { appendVerbatim(shownFrom..<end, to: &builder) }
    }
    while place < range.upperBound {
      guard bytes[place] < 0x80, depth < Self.maximumDepth, failures > 0,
        let found = Syntax.construct(
          bytes, at: place, to: min(range.upperBound, place + Self.maximumLength))
          ?? marked(at: place, in: range)
      else {
        if "[{<`@".utf8.contains(bytes[place]) || mayOpen(at: place, in: range) { failures -= 1 }
        place += 1
        continue
      }
      showText(to: place, &builder)
      append(found, from: place, to: &builder, depth: depth + 1)
      place = max(found.end, place + 1)
      shownFrom = place
    }
    showText(to: range.upperBound, &builder)
  }

  private func append(
    _ construct: InlineConstruct, from start: Int, to builder: inout BlockBuilder, depth: Int
  ) {
    if let mark = construct.mark { builder.open(mark) }
    if let text = construct.text { builder.append(text, for: start..<construct.end) }
    if let shown = construct.shown {
      if construct.isVerbatim {
        appendVerbatim(shown, to: &builder)
      } else {
        append(shown, to: &builder, depth: depth)
      }
    }
    if let mark = construct.mark { builder.close { $0 == mark } }
  }

  private func appendVerbatim(_ range: Range<Int>, to builder: inout BlockBuilder) {
    builder.append(String(decoding: bytes[range], as: UTF8.self), at: range.lowerBound)
  }

  /// Whether a delimiter may begin at a place.
  private func mayOpen(at place: Int, in range: Range<Int>) -> Bool {
    signs.contains(bytes[place]) && place + 1 < range.upperBound && bytes[place + 1] > 0x20
      && (place == range.lowerBound || Self.isEdge(bytes[place - 1]))
  }

  /// The text between two delimiters.
  private func marked(at place: Int, in range: Range<Int>) -> InlineConstruct? {
    guard mayOpen(at: place, in: range) else { return nil }
    for (sign, mark) in delimiters where bytes[place..<range.upperBound].starts(with: sign) {
      let start = place + sign.count
      guard start < range.upperBound, bytes[start] > 0x20, bytes[start] != sign[0] else { continue }
      let limit = min(range.upperBound, start + Self.maximumLength)
      var end = start + 1
      while end + sign.count <= limit {
        if bytes[end] == sign[0], bytes[end - 1] > 0x20,
          bytes[end..<limit].starts(with: sign),
          end + sign.count == range.upperBound || Self.isEdge(bytes[end + sign.count])
        {
          return InlineConstruct(
            end: end + sign.count, shown: start..<end, mark: mark, isVerbatim: mark == .code)
        }
        end += 1
      }
    }
    return nil
  }

  /// Whether a mark may begin after a byte and end before it: not inside of a word.
  private static func isEdge(_ byte: UInt8) -> Bool {
    // Chinese text has no spaces between words.
    byte <= 0x20 || byte >= 0x80 || "-.,;:!?'\"()[]{}<>/*_=~\\|&".utf8.contains(byte)
  }
}
