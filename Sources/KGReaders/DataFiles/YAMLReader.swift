package import KGText
internal import Yams

/// Reads YAML, and JSON, which is a subset of it.
package enum YAMLReader {
  /// Why a text is not YAML, and where.
  package struct Problem: Error {
    package let reason: String
    /// The line of the error, counted from 1.
    package let line: Int
  }

  /// The data of the bytes; empty when there are none.
  ///
  /// - Parameter range: The part of the bytes that is YAML; spans count from the start of all bytes.
  package static func read(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(Problem) -> DataNode {
    let bytes = LineEnds.normalized(bytes)
    let range = range ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<bytes.count
    let text = String(decoding: withoutSurrogates(bytes[range]), as: UTF8.self)
    do {
      guard let node = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        return .empty
      }
      let lines = LineIndex(bytes)
      let firstLine = lines.line(of: range.lowerBound)
      var places = NodePlaces(
        placer: DataTextPlacer(bytes: bytes), lines: lines, firstLine: firstLine,
        firstOffset: range.lowerBound)
      return places.value(node, depth: 0)
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw Problem(reason: "\(error)", line: 1)
    }
  }

  private static func problem(_ error: YamlError) -> Problem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Problem(reason: problem, line: mark.line)
    default: Problem(reason: "it is not valid", line: 1)
    }
  }

  /// JSON writes characters outside the Basic Multilingual Plane as two escapes, which YAML does not
  /// have; they are replaced by the characters, with spaces so that places stay.
  private static func withoutSurrogates(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(text)
    var place = 0
    while let start = result[place...].firstIndex(of: UInt8(ascii: "\\")) {
      place = start + 1
      guard let high = surrogate(in: result, at: start), (0xD800...0xDBFF).contains(high),
        let low = surrogate(in: result, at: start + 6), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF))
      else { continue }
      let padding = Array(repeating: UInt8(ascii: " "), count: 8)
      result.replaceSubrange(start..<start + 12, with: Array(String(scalar).utf8) + padding)
      place = start + 12
    }
    return result
  }

  /// The value of an escape `\uD83D` at a place; `nil` when there is none.
  private static func surrogate(in text: [UInt8], at place: Int) -> UInt32? {
    guard place + 6 <= text.count, text[place] == UInt8(ascii: "\\"),
      text[place + 1] == UInt8(ascii: "u"), text[place + 2] | 0x20 == UInt8(ascii: "d")
    else { return nil }
    return UInt32(String(decoding: text[place + 2..<place + 6], as: UTF8.self), radix: 16)
  }
}

/// Converts nodes of the library into values with places.
private struct NodePlaces {
  let placer: DataTextPlacer
  let lines: LineIndex
  let firstLine: Int
  let firstOffset: Int
  /// The number of nodes so far: aliases can expand a small file enormously.
  private var count = 0

  private let maximumCount: Int
  private static let maximumDepth = 40
  private let characters: CharacterPlaces

  init(placer: DataTextPlacer, lines: LineIndex, firstLine: Int, firstOffset: Int) {
    self.placer = placer
    maximumCount = 1000 + placer.bytes.count
    characters = CharacterPlaces(placer.bytes)
    self.lines = lines
    self.firstLine = firstLine
    self.firstOffset = firstOffset
  }

  mutating func value(_ node: Node, depth: Int) -> DataNode {
    count += 1
    guard depth < Self.maximumDepth, count < maximumCount else { return .empty }
    switch node {
    case .scalar(let scalar):
      let text = scalar.string
      if node.null != nil, ["", "~", "null", "Null", "NULL"].contains(text) { return .empty }
      return text.isEmpty ? .empty : .text(placer.span(of: text, from: offset(scalar.mark)))
    case .sequence(let sequence): return .list(sequence.map { value($0, depth: depth + 1) })
    case .mapping(let mapping):
      return map(mapping, depth: depth)
    case .alias: return .empty
    }
  }

  private mutating func map(_ mapping: Node.Mapping, depth: Int) -> DataNode {
    var entries: [(key: String, value: DataNode)] = []
    var keys: [Span] = []
    for (key, inner) in mapping {
      guard let name = key.string else { continue }
      entries.append((name, value(inner, depth: depth + 1)))
      keys.append(placer.span(of: name, from: offset(key.mark)))
    }
    return .map(entries, places: keys)
  }

  private func offset(_ mark: Mark?) -> Int {
    guard let mark else { return firstOffset }
    // The library counts lines from 1 in the text that it was given, and columns in characters.
    let start =
      mark.line <= 1 ? firstOffset : lines.start(ofLine: firstLine + mark.line - 1)
    return characters.byte(after: mark.column - 1, from: start)
  }
}
