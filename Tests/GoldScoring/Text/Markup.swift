/// Removes the markup that extracted and gold values may still contain.
enum Markup {
  /// Longer ones are text with two comparison signs.
  private static let longestTag = 200  // scalars between < and >

  /// Replaces each `<…>`.
  static func replacingTags(in text: Scalars, with replacement: Scalars) -> Scalars {
    guard text.contains("<") else { return text }
    var result: Scalars = []
    var index = 0
    while index < text.count {
      if text[index] == "<", let end = endOfTag(in: text, from: index) {
        result += replacement
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static func endOfTag(in text: Scalars, from start: Int) -> Int? {
    let close = text.end(from: start + 1) { $0 != ">" }
    guard close < text.count, (1...longestTag).contains(close - start - 1) else { return nil }
    return close + 1
  }

  /// Replaces commands of LaTeX by spaces and removes the signs `{}$\`.
  static func removingLaTeX(from text: Scalars) -> Scalars {
    guard text.contains(where: isSign) else { return text }
    var result: Scalars = []
    var index = 0
    while index < text.count {
      let scalar = text[index]
      index += 1
      if scalar == "\\", index < text.count, text[index].isASCIILetter {
        result.append(" ")
        index = text.endOfSpaces(from: text.end(from: index, where: \.isASCIILetter))
      } else if !isSign(scalar) {
        result.append(scalar)
      }
    }
    return result
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "{", "}", "$", "\\": true
    default: false
    }
  }

  /// Replaces each piece in round brackets, the brackets included; returns the pieces too.
  static func replacingBrackets(
    in text: Scalars, with replacement: Scalars
  ) -> (text: Scalars, contents: [Scalars]) {
    var result: Scalars = []
    var contents: [Scalars] = []
    var index = 0
    while index < text.count {
      let close = text[index] == "(" ? text.end(from: index + 1) { $0 != ")" } : text.count
      if close < text.count {
        contents.append(Array(text[(index + 1)..<close]))
        result += replacement
        index = close + 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return (result, contents)
  }
}
