import KGText

@testable import KGProfiles

/// A list of entries whose fields are marked in its text: `⟦organization:Quillon Labs⟧`.
struct MarkedList {
  let list: EntryList
  /// The marked fields, from top to bottom.
  let marks: [(field: EntryField, text: String)]

  /// - Parameter text: Markdown whose last part is the list.
  init(_ text: String) throws {
    var (plain, rest) = ("", text[...])
    var marks: [(EntryField, String)] = []
    while let start = rest.firstIndex(of: "⟦"), let end = rest[start...].firstIndex(of: "⟧") {
      plain += rest[..<start]
      let parts = rest[rest.index(after: start)..<end].split(separator: ":", maxSplits: 1)
      if let field = EntryField(rawValue: String(parts[0])) {
        marks.append((field, String(parts[1])))
      }
      plain += parts[1]
      rest = rest[rest.index(after: end)...]
    }
    plain += rest
    self.marks = marks
    let document = try ProfileExtractor.extract(Array(plain.utf8)).document
    let lists = Outline(document).partsByContent().compactMap(EntryList.init)
    guard let list = lists.last else { throw Missing.list }
    self.list = list
  }

  enum Missing: Error { case list }

  /// The fields as they are marked, and not as the weights find them.
  var reading: FieldReading {
    let context = EntryTokens(list)
    var labels = context.tokens.map { _ in FieldLabel.none }
    var next = 0
    for mark in marks {
      guard
        let start = context.ranges.indices.lazy.compactMap({ line -> Range<Int>? in
          guard let range = list.lines[line].span.first(of: mark.text.lowercased()) else {
            return nil
          }
          let tokens = context.ranges[line].filter {
            $0 >= next && range.overlaps(context.tokens[$0].range)
          }
          return tokens.first.map { $0..<(tokens.last ?? $0) + 1 }
        }).first
      else { continue }
      for token in start {
        labels[token] = FieldLabel(field: mark.field, isFirst: token == start.lowerBound)
      }
      next = start.upperBound
    }
    return FieldReading(context, labels: labels)
  }

  /// The fields that the weights find, in the form of the marks.
  var found: [String] {
    FieldReading(EntryTokens(list)).lines.flatMap { $0 }.map {
      "\($0.field.rawValue):\($0.span.collapsed)"
    }
  }

  var marked: [String] { marks.map { "\($0.field.rawValue):\($0.text)" } }
}
