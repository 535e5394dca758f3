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
  /// The lines of each line's part.
  private var ranges: [Int: Range<Int>] = [:]

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
      let start = ranges[line.place.part]?.lowerBound ?? index
      ranges[line.place.part] = start..<index + 1
    }
  }

  /// Adds the shares of the lines near a line, and of its part.
  func add(at index: Int, part: Int, to features: inout TokenFeatures) {
    guard let whole = ranges[part] else { return }
    let near =
      max(index - Self.reach, whole.lowerBound)..<min(index + Self.reach + 1, whole.upperBound)
    for property in sums.indices {
      features.add(Self.properties[property].near, share(property, of: near))
      features.add(Self.properties[property].part, share(property, of: whole))
    }
  }

  /// The number of bounds that the share of lines with a property exceeds.
  private func share(_ property: Int, of range: Range<Int>) -> Int {
    let count = sums[property][range.upperBound] - sums[property][range.lowerBound]
    let percent = Int(count) * 100 / range.count
    return Self.bounds.prefix { percent > $0 }.count
  }
}
