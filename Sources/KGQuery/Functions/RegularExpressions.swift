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
    guard let expression = context.patterns.expression(pattern, flags: flags) else { return nil }
    let text = literal.lexicalForm
    if function == .regex {
      return matches(expression, text, onlyFirst: true, context).map { .boolean(!$0.isEmpty) }
    }
    guard let replacement = BuiltIns.simpleText(arguments[2]),
      let template = template(of: replacement, isLiteral: flags.contains("q")),
      // A pattern that matches the empty string is an error.
      expression.firstMatch(in: "", range: NSRange(location: 0, length: 0)) == nil,
      let found = matches(expression, text, onlyFirst: false, context)
    else { return nil }
    var result = ""
    var end = text.startIndex
    for match in found {
      guard let range = Range(match.range, in: text) else { continue }
      result += text[end..<range.lowerBound]
      result += expression.replacementString(for: match, in: text, offset: 0, template: template)
      end = range.upperBound
    }
    return StringFunctions.like(literal, result + text[end...])
  }

  /// - Returns: `nil` when the run was stopped during the search.
  private static func matches(
    _ expression: NSRegularExpression, _ text: String, onlyFirst: Bool, _ context: FunctionContext
  ) -> [NSTextCheckingResult]? {
    var found: [NSTextCheckingResult] = []
    var isDone = true
    expression.enumerateMatches(
      in: text, options: .reportProgress, range: NSRange(text.startIndex..., in: text)
    ) { match, _, stop in
      if let match {
        found.append(match)
        if onlyFirst { stop.pointee = true }
      } else if !context.mayContinue() {
        isDone = false
        stop.pointee = true
      }
    }
    return isDone ? found : nil
  }

  /// - Returns: `nil` when the pattern or the flags are invalid.
  static func compiled(_ pattern: String, flags: String) -> NSRegularExpression? {
    // Only a line feed ends a line.
    var options: NSRegularExpression.Options = [.useUnixLineSeparators]
    for flag in flags {
      switch flag {
      case "i": options.insert(.caseInsensitive)
      case "m": options.insert(.anchorsMatchLines)
      case "q": options.insert(.ignoreMetacharacters)
      case "s", "x": break
      default: return nil
      }
    }
    let isLiteral = flags.contains("q") && !pattern.isEmpty
    if !isLiteral { options.remove(.ignoreMetacharacters) }
    return try? NSRegularExpression(  // nil: an invalid pattern
      pattern: isLiteral ? pattern : XPathPattern.translated(pattern, flags: flags),
      options: options)
  }

  /// The replacement in Foundation's syntax. `$` has to be followed by digits and `\` by `$` or `\` (XPath and
  /// XQuery Functions and Operators, section 5.6.4).
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
