/// A regular expression of XPath in the syntax of ICU, which differs in what dots, ends and some classes mean (XPath
/// and XQuery Functions and Operators, section 5.6.1, and XML Schema Part 2, appendix G).
struct XPathPattern {
  /// - Parameter flags: `s`, `m` and `x` change what is written; the others are left to the library.
  static func translated(_ pattern: String, flags: String) -> String {
    var translation = XPathPattern(
      flags.contains("x") ? withoutSpace(pattern) : pattern, flags: flags)
    translation.translate()
    // What fits everywhere is written so that the library takes it for a pattern.
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
    // The library's dot takes a line feed after a carriage return with it.
    dot = flags.contains("s") ? "[\\s\\S]" : "."
    // Its `$` is also before a line feed at the end.
    end = flags.contains("m") ? "$" : "\\z"
  }

  /// White space counts within classes only.
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
      // A class taken away from a class.
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
      // Blocks are called otherwise.
      if scalars[place...].starts(with: "{Is".unicodeScalars) {
        place += 3
        result += "{block="
      }
    case let escaped?:
      result += "\\"
      result.unicodeScalars.append(escaped)
    // Nothing follows: the library refuses it.
    case nil: result += "\\"
    }
  }
}
