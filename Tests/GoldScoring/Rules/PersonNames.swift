/// The printed forms of a person's name in gold.
struct PersonNames {
  private let names: [String]

  init(_ names: [String]) {
    self.names = names.filter { !$0.isEmpty }
  }

  /// Whether the predicted name is one of the forms, its words in any order and without titles.
  ///
  /// A bilingual name ("王小明 (Xiaoming Wang)") matches when each part does; a part in a script that
  /// gold has no form in is not judged.
  func matches(_ predicted: String) -> Bool {
    let keys = Set(names.map(Self.key).filter { !$0.isEmpty })
    if keys.contains(Self.key(of: predicted)) { return true }
    if names.contains(where: { Self.glued($0) == Self.glued(predicted) }) { return true }
    let parts = Self.scriptParts(of: Scalars(predicted)).filter { !Self.key(of: $0.string).isEmpty }
    let knownScripts = Set(names.map { Scalars($0).containsCJK })
    let judged = parts.filter { knownScripts.contains($0.containsCJK) }
    return parts.count > 1 && !judged.isEmpty
      && judged.allSatisfy { keys.contains(Self.key(of: $0.string)) }
  }

  /// The words of a name without titles, sorted; empty for a text without a name.
  static func key(of name: String) -> [String] {
    FoldedText(AuthorNames.clean(name)).words.filter { !NameWords.titles.contains($0) }.sorted()
  }

  private static func glued(_ name: String) -> String {
    FoldedText(AuthorNames.clean(name)).words.joined()
  }

  /// The pieces between brackets, slashes and commas, each divided where the script changes.
  private static func scriptParts(of name: Scalars) -> [Scalars] {
    let separators = Set("()[]（）/|,，".unicodeScalars)
    return name.split { separators.contains($0) }.flatMap { scriptRuns(of: Array($0)) }
  }

  private static func scriptRuns(of text: Scalars) -> [Scalars] {
    var runs: [Scalars] = []
    var index = 0
    while index < text.count {
      let end =
        isCJKOrDot(text[index])
        ? endOfCJK(in: text, from: index) : text.end(from: index) { !$0.isCJK }
      runs.append(Array(text[index..<end]))
      index = end
    }
    return runs
  }

  /// Parts of a name that only spaces separate belong together.
  private static func endOfCJK(in text: Scalars, from start: Int) -> Int {
    var end = text.end(from: start, where: isCJKOrDot)
    while true {
      let next = text.endOfSpaces(from: end)
      guard next > end, next < text.count, isCJKOrDot(text[next]) else { return end }
      end = text.end(from: next, where: isCJKOrDot)
    }
  }

  private static func isCJKOrDot(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isCJK || scalar == "·"
  }
}
