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

  /// For each property after the other, how many of the first lines have it: from none of the lines to all.
  private var sums: [Int32]
  private let lineCount: Int
  /// The lines of each part that has some.
  private var parts: [Range<Int>] = []
  /// The index of each line's part in ``parts``.
  private var partOfLine: [Int] = []

  init(_ lines: [AnnotatedLine]) {
    lineCount = lines.count
    sums = []
    sums.reserveCapacity(Self.properties.count * (lineCount + 1))
    for property in Self.properties {
      var sum: Int32 = 0
      sums.append(sum)
      for line in lines {
        sum += property.holds(line.found) ? 1 : 0
        sums.append(sum)
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
    for (number, property) in Self.properties.enumerated() {
      features.add(property.near, .number(share(number, of: near)))
    }
  }

  /// Gives all lines of each part the shares of the part.
  func addParts(to features: inout SequenceFeatures) {
    for lines in parts {
      for (number, property) in Self.properties.enumerated() {
        features.add(property.part, .number(share(number, of: lines)))
      }
      features.close(over: lines)
    }
  }

  /// The number of bounds that the share of lines with a property exceeds.
  ///
  /// - Parameter property: Its index in the list of properties.
  private func share(_ property: Int, of lines: Range<Int>) -> Int {
    let start = property * (lineCount + 1)
    let count = sums[start + lines.upperBound] - sums[start + lines.lowerBound]
    let percent = Int(count) * 100 / lines.count
    return Self.bounds.prefix { percent > $0 }.count
  }
}
