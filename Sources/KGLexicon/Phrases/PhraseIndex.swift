internal import KGModel
public import KGText

/// Finds the phrases of some tables in spans, by their numbers: one pass finds those of all tables.
///
/// It does not depend on what the phrases mean, so that all tables share one compiled search: a trie of the
/// folded characters of all phrases.
public final class PhraseIndex: Sendable {
  /// What may follow the characters that lead to a node, and the phrases that end with them.
  // Kept small: the nodes of all tables are read all the time, at places far from one another.
  private struct Node: Sendable {
    let firstEdge: UInt32
    let firstEnd: UInt32
    let edgeCount: UInt16
    let endCount: UInt16

    init(edges: Range<Int>, ends: Range<Int>) {
      (firstEdge, edgeCount) = (UInt32(edges.lowerBound), UInt16(edges.count))
      (firstEnd, endCount) = (UInt32(ends.lowerBound), UInt16(ends.count))
    }

    var edges: Range<Int> { Int(firstEdge)..<Int(firstEdge) + Int(edgeCount) }
    var ends: Range<Int> { Int(firstEnd)..<Int(firstEnd) + Int(endCount) }
  }

  /// A character that may follow, and the node that it leads to.
  private struct Edge: Sendable {
    let character: Unicode.Scalar
    let target: Int32
  }

  /// The node of a first character, and which characters may follow: a bit for all with the same remainder, all bits
  /// where a phrase has one character.
  private struct First: Sendable {
    let node: Int
    let seconds: UInt64

    @inline(__always)
    static func bit(of second: Unicode.Scalar) -> UInt64 { 1 &<< UInt64(second.value % 64) }
  }

  private struct End: Sendable {
    let table: Int32
    let row: Int32
  }

  /// A phrase of a row at a place of a text.
  public struct Match {
    public let row: Int
    public let range: Range<Int>
  }

  private let tableCount: Int
  private let nodes: [Node]
  /// The edges of all nodes, those of one sorted by their characters.
  private let edges: [Edge]
  private let ends: [End]
  private let firsts: [First]
  /// The numbers of first characters in ``firsts``.
  private let roots: FirstCharacterTable

  /// - Parameter rows: The phrases of each row of the only table. Of equal phrases the earlier row wins.
  convenience init(_ rows: [[String]]) { self.init(tables: [rows]) }

  /// - Parameter tables: The phrases of each row of each table; none begins with a space.
  init(tables: [[[String]]]) {
    var builder = PhraseTrieBuilder()
    for (table, rows) in tables.enumerated() {
      for (row, phrases) in rows.enumerated() {
        for phrase in phrases {
          builder.insert(phrase.unicodeScalars.map(TextFold.fold), table: table, row: row)
        }
      }
    }
    var nodes: [Node] = []
    var edges: [Edge] = []
    var ends: [End] = []
    for node in builder.nodes {
      let (firstEdge, firstEnd) = (edges.count, ends.count)
      edges += node.children.sorted { $0.key < $1.key }
        .map { Edge(character: $0.key, target: Int32($0.value)) }
      ends += node.rows.sorted { $0.key < $1.key }
        .map { End(table: Int32($0.key), row: Int32($0.value)) }
      nodes.append(Node(edges: firstEdge..<edges.count, ends: firstEnd..<ends.count))
    }
    tableCount = tables.count
    self.nodes = nodes
    self.edges = edges
    self.ends = ends
    let children = Array(builder.nodes[0].children)
    firsts = children.map { _, node in
      let following = edges[nodes[node].edges].reduce(0) { $0 | First.bit(of: $1.character) }
      return First(node: node, seconds: nodes[node].ends.isEmpty ? following : .max)
    }
    roots = FirstCharacterTable(
      Dictionary(uniqueKeysWithValues: children.enumerated().map { ($1.key, $0) }))
  }

  // MARK: Searching

  /// Every phrase of the first table in the span, from left to right without overlaps; at each place the longest.
  public func matches(in span: Span) -> [Match] {
    var found: [Match] = []
    span.text.scalars.read { scalar in
      var place = span.lower
      while let start = nextStart(from: place, in: span, scalar) {
        let match = longest(from: start, in: span, scalar)
        if let match { found.append(match) }
        place = match?.range.upperBound ?? start + 1
      }
    }
    return found
  }

  /// The first phrase of the first table in the span; `nil` when none occurs.
  public func firstMatch(in span: Span) -> Match? {
    span.text.scalars.read { scalar in
      var place = span.lower
      while let start = nextStart(from: place, in: span, scalar) {
        if let match = longest(from: start, in: span, scalar) { return match }
        place = start + 1
      }
      return nil
    }
  }

  /// For each table every phrase in the span, as ``matches(in:)`` finds those of one.
  func matchesByTable(in span: Span) -> [[Match]] {
    var found: [[Match]] = Array(repeating: [], count: tableCount)
    span.text.scalars.read { scalar in
      var place = span.lower
      while let start = nextStart(from: place, in: span, scalar) {
        eachEnd(from: start, in: span, scalar) { end, place in
          let table = Int(end.table)
          let last = found[table].last?.range
          if let last, last.lowerBound == start {
            found[table].removeLast()
          } else if let last, last.upperBound > start {
            return
          }
          found[table].append(Match(row: Int(end.row), range: start..<place))
        }
        place = start + 1
      }
    }
    return found
  }

  /// The longest phrase of the first table that begins at a place; `nil` when none does.
  public func match(in span: Span, at start: Int) -> Match? {
    guard start < span.upper else { return nil }
    return span.text.scalars.read { scalar in
      Self.isBreak(before: start, in: span, scalar) ? longest(from: start, in: span, scalar) : nil
    }
  }

  /// The longest phrase of the first table that begins at a place between words.
  @inline(__always)
  private func longest(
    from start: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar
  ) -> Match? {
    var longest: Match?
    eachEnd(from: start, in: span, scalar) { end, place in
      if end.table == 0 { longest = Match(row: Int(end.row), range: start..<place) }
    }
    return longest
  }

  /// The next place at which a word begins that may begin a phrase.
  // Most words begin none.
  @inline(__always)
  private func nextStart(
    from place: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar
  ) -> Int? {
    var place = place
    while place < span.upper {
      // Most characters are within a word.
      if place > span.lower {
        place = span.text.wordStarts.first(from: place, to: span.upper)
        guard place < span.upper else { return nil }
      }
      if let first = roots[TextFold.fold(scalar(place))],
        mayGoOn(firsts[first], after: place, in: span, scalar),
        Self.isBreak(before: place, in: span, scalar)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private func mayGoOn(
    _ first: First, after place: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar
  ) -> Bool {
    first.seconds == .max
      || place + 1 < span.upper
        && first.seconds & First.bit(of: TextFold.fold(scalar(place + 1))) != 0
  }

  /// Visits the phrases that begin at a place and end between words, with the places after them, shorter phrases
  /// first.
  @inline(__always)
  private func eachEnd(
    from start: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar, visit: (End, Int) -> Void
  ) {
    guard let root = roots[TextFold.fold(scalar(start))] else { return }
    var node = nodes[firsts[root].node]
    var place = start + 1
    while true {
      if node.endCount > 0, Self.isBreak(before: place, in: span, scalar) {
        for end in node.ends { visit(ends[end], place) }
      }
      guard place < span.upper,
        let target = target(of: node, with: TextFold.fold(scalar(place)))
      else { return }
      node = nodes[target]
      place += 1
    }
  }

  /// The node that a character leads to; `nil` when it leads to none.
  @inline(__always)
  private func target(of node: Node, with character: Unicode.Scalar) -> Int? {
    for edge in node.edges {
      let own = edges[edge].character
      if own == character { return Int(edges[edge].target) }
      if own > character { return nil }
    }
    return nil
  }

  /// Whether one of two words ends before a place and the other begins there; every place beside an East Asian character
  /// and both ends of the span are such places.
  @inline(__always)
  private static func isBreak(
    before place: Int, in span: Span, _ scalar: (Int) -> Unicode.Scalar
  ) -> Bool {
    guard place > span.lower, place < span.upper else { return true }
    let (left, right) = (scalar(place - 1), scalar(place))
    guard left.isLetter || left.isDigit, right.isLetter || right.isDigit else { return true }
    return left.isEastAsian || right.isEastAsian
  }
}

/// Collects the phrases of some tables in a trie.
private struct PhraseTrieBuilder {
  struct Node {
    var children: [Unicode.Scalar: Int] = [:]
    /// The row of the phrase that ends here, by the table.
    var rows: [Int: Int] = [:]
  }

  /// The first node is the root.
  private(set) var nodes = [Node()]

  mutating func insert(_ phrase: [Unicode.Scalar], table: Int, row: Int) {
    guard !phrase.isEmpty else { return }
    var place = 0
    for character in phrase {
      if let next = nodes[place].children[character] {
        place = next
      } else {
        nodes[place].children[character] = nodes.count
        place = nodes.count
        nodes.append(Node())
      }
    }
    if nodes[place].rows[table] == nil { nodes[place].rows[table] = row }
  }
}
