/// Names of persons without what surrounds them in author lists.
enum AuthorNames {
  /// The folded words of a name, separated by spaces; empty for a text without a name.
  static func key(of name: String) -> String {
    FoldedText(clean(name)).words.joined(separator: " ")
  }

  /// The keys of a printed list, without "et al." and similar marks.
  static func keys(of names: [String]) -> [String] {
    names.map(key).filter { !$0.isEmpty && !NameWords.othersMarks.contains($0) }
  }

  /// A name without tags, footnote marks and remarks, "Last, First" turned into "First Last".
  static func clean(_ name: String) -> Scalars {
    let composed = Normalization.compatibilityComposed(name)
    let plain = removingFootnoteMarks(from: Markup.replacingTags(in: composed, with: []))
    return givenNameFirst(removingRemarks(from: plain))
  }

  /// Removes signs, `\textsuperscript{…}`, and digits after a letter (`Wang1,2`).
  private static func removingFootnoteMarks(from text: Scalars) -> Scalars {
    let superscript = Scalars("\\textsuperscript{")
    var result: Scalars = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      if NameWords.footnoteSigns.contains(scalar) {
        index += 1
      } else if scalar == "\\", text.has(superscript, at: index),
        let close = text[(index + superscript.count)...].firstIndex(of: "}")
      {
        index = close + 1
      } else if scalar.decimalDigit != nil, index > 0, isLetter(text[index - 1]) {
        index = endOfNumberList(in: text, from: index)
      } else {
        result.append(scalar)
        index += 1
      }
    }
    return result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isAlphanumeric && scalar.decimalDigit == nil
  }

  /// The end of numbers that are separated by commas.
  private static func endOfNumberList(in text: Scalars, from start: Int) -> Int {
    var end = text.endOfDigits(from: start)
    while true {
      let comma = text.endOfSpaces(from: end)
      guard comma < text.count, text[comma] == "," else { return end }
      let next = text.endOfSpaces(from: comma + 1)
      let nextEnd = text.endOfDigits(from: next)
      guard nextEnd > next else { return end }
      end = nextEnd
    }
  }

  private static func removingRemarks(from text: Scalars) -> Scalars {
    var result: Scalars = []
    var index = 0
    while index < text.count {
      if text[index] == "(", isRemark(text, at: index + 1),
        let close = text[(index + 1)...].firstIndex(of: ")")
      {
        index = close + 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func isRemark(_ text: Scalars, at index: Int) -> Bool {
    let longest = NameWords.remarks.map(\.count).max() ?? 0
    let start = Normalization.caseFolded(Array(text[index...].prefix(longest)))
    return NameWords.remarks.contains { start.has($0, at: 0) }
  }

  private static func givenNameFirst(_ text: Scalars) -> Scalars {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return text }
    let family = Array(parts[0]).trimmed
    let given = Array(parts[1]).trimmed
    let word = Normalization.caseFolded(given.last == "." ? Array(given.dropLast()) : given).string
    return given.isEmpty || NameWords.generations.contains(word) ? text : given + [" "] + family
  }
}
