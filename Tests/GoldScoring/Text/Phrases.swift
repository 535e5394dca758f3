/// Words and abbreviations to look for in folded text.
struct Phrases: Sendable {
  private let parts: [Scalars]
  private let wordStarts: [Scalars]
  private let abbreviations: [Scalars]

  /// - Parameters:
  ///   - parts: Found anywhere, also within a word.
  ///   - wordStarts: Found where a word begins.
  ///   - abbreviations: Whole words. A full stop in them may be missing in the text, and a space
  ///     stands for any number of spaces: `m. sc` finds "MSc", "M.Sc" and "M. Sc".
  init(_ parts: [String], wordStarts: [String] = [], abbreviations: [String] = []) {
    self.parts = parts.map { Scalars($0) }
    self.wordStarts = wordStarts.map { Scalars($0) }
    self.abbreviations = abbreviations.map { Scalars($0) }
  }

  func occur(in text: Scalars) -> Bool {
    parts.contains(where: text.containsRun)
      || text.indices.contains { index in
        text[index].isASCIILetter && text.isWordBoundary(at: index) && occur(in: text, at: index)
      }
  }

  private func occur(in text: Scalars, at index: Int) -> Bool {
    wordStarts.contains { text.has($0, at: index) }
      || abbreviations.contains { abbreviation in
        Self.end(of: abbreviation, in: text, from: index).map(text.isWordBoundary) ?? false
      }
  }

  /// The index after the abbreviation; `nil` when the text does not continue with it.
  private static func end(of abbreviation: Scalars, in text: Scalars, from start: Int) -> Int? {
    var index = start
    for scalar in abbreviation {
      switch scalar {
      case " ": index = text.endOfSpaces(from: index)
      case "." where index < text.count && text[index] == ".": index += 1
      case ".": break
      default:
        guard index < text.count, text[index] == scalar else { return nil }
        index += 1
      }
    }
    return index
  }
}
