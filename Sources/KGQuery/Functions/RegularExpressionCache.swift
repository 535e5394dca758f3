internal import Foundation

/// Regular expressions by their text and flags, because one is usually applied to many rows.
final class RegularExpressionCache {
  private struct Key: Hashable {
    let pattern: String
    let flags: String
  }

  private var expressions: [Key: NSRegularExpression?] = [:]

  private static let maximumCount = 100

  /// - Returns: `nil` when the pattern or the flags are invalid.
  func expression(_ pattern: String, flags: String) -> NSRegularExpression? {
    let key = Key(pattern: pattern, flags: flags)
    if let known = expressions[key] { return known }
    let expression = RegularExpressions.compiled(pattern, flags: flags)
    if expressions.count >= Self.maximumCount { expressions = [:] }
    expressions[key] = .some(expression)
    return expression
  }
}
