internal import KGLexicon

/// How many of the lines around a line have something: what a list is about shows in all its lines.
struct LineShares {
  private struct Property: Sendable {
    /// Names of the features about the lines nearby and about the whole part.
    let near: StaticString
    let part: StaticString
    let holds: @Sendable (LineAnnotations) -> Bool
  }

  private static let properties: [Property] = [
    Property(near: "near names", part: "part names") { $0.nameCount > 1 },
    Property(near: "near venues", part: "part venues") { $0.venue != .none },
    Property(near: "near periods", part: "part periods") { $0.isPeriod },
    Property(near: "near years", part: "part years") { $0.years > 0 },
    Property(near: "near roles", part: "part roles") { !$0.roles.isEmpty },
    Property(near: "near degrees", part: "part degrees") { !$0.degrees.isEmpty },
    Property(near: "near organizations", part: "part organizations") {
      $0.organization != nil
    },
    Property(near: "near awards", part: "part awards") { $0.cues.contains(.award) },
    Property(near: "near service", part: "part service") {
      $0.cues.contains(.service) || $0.cues.contains(.teaching)
    },
    Property(near: "near patents", part: "part patents") {
      $0.hasPatentNumber || $0.cues.contains(.patent)
    },
    Property(near: "near projects", part: "part projects") { $0.cues.contains(.project) },
  ]
  /// Lines on each side that are near.
  private static let reach = 6
  /// Percentages above which a share counts as higher.
  private static let bounds = [0, 15, 30, 50, 75]

  /// For each property, how many of the first lines have it.
  private var sums: [[Int32]]
  /// The lines of each part that has some.
  private var parts: [Range<Int>] = []
  /// The index of each line's part in ``parts``.
  private var partOfLine: [Int] = []

  init(_ lines: [AnnotatedLine]) {
    let found = lines.map(\.found)
    sums = Self.properties.map { property in
      var sum: Int32 = 0
      return [0]
        + found.map { line in
          sum += property.holds(line) ? 1 : 0
          return sum
        }
    }
    for (index, line) in lines.enumerated() {
      if index == 0 || line.place.part != lines[index - 1].place.part {
        parts.append(index..<index)
      }
      parts[parts.count - 1] = parts[parts.count - 1].lowerBound..<index + 1
      partOfLine.append(parts.count - 1)
    }
  }

  /// Adds the shares of the lines near a line.
  func addNear(_ index: Int, to features: inout SequenceFeatures) {
    let whole = parts[partOfLine[index]]
    let near =
      max(index - Self.reach, whole.lowerBound)..<min(index + Self.reach + 1, whole.upperBound)
    for (property, sums) in zip(Self.properties, sums) {
      features.add(property.near, .number(Self.share(sums, of: near)))
    }
  }

  /// Gives all lines of each part the shares of the part.
  func addParts(to features: inout SequenceFeatures) {
    for lines in parts {
      for (property, sums) in zip(Self.properties, sums) {
        features.add(property.part, .number(Self.share(sums, of: lines)))
      }
      features.close(over: lines)
    }
  }

  /// The number of bounds that the share of lines with a property exceeds.
  private static func share(_ sums: [Int32], of lines: Range<Int>) -> Int {
    let percent = Int(sums[lines.upperBound] - sums[lines.lowerBound]) * 100 / lines.count
    return bounds.prefix { percent > $0 }.count
  }
}
