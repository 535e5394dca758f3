/// Translates a regular expression of XPath to the syntax of ICU, in which `.`, `$` and some classes have other
/// meanings (XPath and XQuery Functions and Operators, section 5.6.1, and XML Schema Part 2, appendix G).
struct XPathPattern {
  /// - Parameter flags: `s`, `m` and `x` change the translation; ICU implements the others.
  static func translated(_ pattern: String, flags: String) -> String {
    var translation = XPathPattern(
      flags.contains("x") ? withoutSpace(pattern) : pattern, flags: flags)
    translation.translate()
    // ICU rejects an empty pattern.
    return translation.result.isEmpty ? "(?:)" : translation.result
  }

  private let scalars: [Unicode.Scalar]
  private let dot: String
  private let end: String
  private var place = 0
  private var classDepth = 0
  private var result = ""

  private init(_ pattern: String, flags: String) {
    scalars = Array(pattern.unicodeScalars)
    // A dot of ICU matches a carriage return and a line feed together.
    dot = flags.contains("s") ? "[\\s\\S]" : "."
    // `$` of ICU also matches before a line feed at the end.
    end = flags.contains("m") ? "$" : "\\z"
  }

  /// Without the white space outside of classes.
  private static func withoutSpace(_ pattern: String) -> String {
    var result = String.UnicodeScalarView()
    var depth = 0
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
      if isSpace, depth == 0 { continue }
      result.append(scalar)
      if !isEscaped, scalar == "[" { depth += 1 }
      if !isEscaped, scalar == "]" { depth = max(0, depth - 1) }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return String(result)
  }

  private mutating func translate() {
    while place < scalars.count {
      let scalar = scalars[place]
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      place += 1
      switch (scalar, classDepth > 0) {
      case ("\\", _):
        place += 1
        translateEscape(next)
      case (".", false): result += dot
      case ("$", false): result += end
      case ("#", false): result += "\\#"
      case ("[", _):
        classDepth += 1
        result += "["
      case ("]", true):
        classDepth -= 1
        result += "]"
      // Subtraction of a class.
      case ("-", true) where next == "[": result += "--"
      case ("&", true): result += "\\&"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private mutating func translateEscape(_ escaped: Unicode.Scalar?) {
    switch escaped {
    case "i": result += "[_:\\p{L}]"
    case "I": result += "[^_:\\p{L}]"
    case "c": result += "[\\-._:\\p{L}\\p{N}\\p{M}]"
    case "C": result += "[^\\-._:\\p{L}\\p{N}\\p{M}]"
    case "s": result += "[ \\t\\n\\r]"
    case "S": result += "[^ \\t\\n\\r]"
    case "w": result += "[\\p{L}\\p{M}\\p{N}\\p{S}]"
    case "W": result += "[\\p{P}\\p{Z}\\p{C}]"
    case "p", "P":
      result += escaped == "p" ? "\\p" : "\\P"
      // ICU has another syntax for blocks.
      if scalars[place...].starts(with: "{Is".unicodeScalars) {
        place += 3
        result += "{block="
      }
    case let escaped?:
      result += "\\"
      result.unicodeScalars.append(escaped)
    // Nothing follows: ICU rejects the pattern.
    case nil: result += "\\"
    }
  }
}
