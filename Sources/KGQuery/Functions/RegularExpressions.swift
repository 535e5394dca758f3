internal import Foundation
internal import KGModel
internal import KGSPARQL

/// REGEX and REPLACE (SPARQL 1.1 Query Language, sections 17.4.3.14 and 17.4.3.15).
enum RegularExpressions {
  static func call(
    _ function: BuiltInFunction, _ arguments: [Term], _ context: FunctionContext
  ) -> Term? {
    guard let literal = StringFunctions.stringLiteral(arguments[0]),
      let pattern = BuiltIns.simpleText(arguments[1])
    else { return nil }
    let flagPlace = function == .regex ? 2 : 3
    var flags = ""
    if arguments.count > flagPlace {
      guard let text = BuiltIns.simpleText(arguments[flagPlace]) else { return nil }
      flags = text
    }
    guard let expression = context.regularExpression(pattern, flags: flags) else { return nil }
    let text = literal.lexicalForm
    let whole = NSRange(text.startIndex..., in: text)
    if function == .regex {
      return .boolean(expression.firstMatch(in: text, range: whole) != nil)
    }
    guard let replacement = BuiltIns.simpleText(arguments[2]),
      let template = template(of: replacement, isLiteral: flags.contains("q")),
      // A pattern that fits the empty text would be found everywhere.
      expression.firstMatch(in: "", range: NSRange(location: 0, length: 0)) == nil
    else { return nil }
    return StringFunctions.like(
      literal,
      expression.stringByReplacingMatches(in: text, range: whole, withTemplate: template))
  }

  /// - Returns: `nil` for a pattern or flags that are none.
  static func compiled(_ pattern: String, flags: String) -> NSRegularExpression? {
    var options: NSRegularExpression.Options = []
    for flag in flags {
      switch flag {
      case "i": options.insert(.caseInsensitive)
      case "s": options.insert(.dotMatchesLineSeparators)
      case "m": options.insert(.anchorsMatchLines)
      case "x": options.insert(.allowCommentsAndWhitespace)
      case "q": options.insert(.ignoreMetacharacters)
      default: return nil
      }
    }
    return try? NSRegularExpression(pattern: pattern, options: options)  // nil: no pattern
  }

  /// The replacement in the library's syntax: `$` with digits is a group, `\$` and `\\` are themselves, and
  /// nothing else may follow either (XPath and XQuery Functions and Operators, section 5.6.4).
  private static func template(of replacement: String, isLiteral: Bool) -> String? {
    if isLiteral { return NSRegularExpression.escapedTemplate(for: replacement) }
    let scalars = Array(replacement.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      switch scalars[place] {
      case "\\":
        guard next == "\\" || next == "$" else { return nil }
        place += 2
      case "$":
        guard let next, ("0"..."9").contains(next) else { return nil }
        place += 2
      default: place += 1
      }
    }
    return replacement
  }
}
