/// The name of a project, prepared for comparison.
struct ProjectName {
  /// Shorter names occur in others by chance.
  private static let shortestContained = 4  // letters
  private static let leastContainedShare = 0.4

  let text: FoldedText
  /// The letters before a colon, a bracket or a dash between spaces.
  private let head: Scalars

  init(_ name: String) {
    text = FoldedText(name)
    head = FoldedText(Self.head(of: Scalars(name))).letters
  }

  /// Whether the names are equal, one is the head of the other, or one contains the other.
  func matches(_ predicted: ProjectName) -> Bool {
    let (mine, theirs) = (text.letters, predicted.text.letters)
    if mine.isEmpty || theirs.isEmpty { return false }
    if mine == theirs || head == theirs || predicted.head == mine { return true }
    let (short, long) = mine.count <= theirs.count ? (mine, theirs) : (theirs, mine)
    return short.count >= Self.shortestContained && long.containsRun(short)
      && Double(short.count) / Double(long.count) >= Self.leastContainedShare
  }

  private static func head(of name: Scalars) -> Scalars {
    let end = name.indices.first { index in
      ":：(（".unicodeScalars.contains(name[index]) || isSpacedDash(name, at: index)
    }
    return Array(name[..<(end ?? name.count)])
  }

  private static func isSpacedDash(_ name: Scalars, at index: Int) -> Bool {
    "-–—".unicodeScalars.contains { name.has([" ", $0, " "], at: index) }
  }
}
