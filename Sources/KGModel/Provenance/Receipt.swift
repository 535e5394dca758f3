/// Where a source says something: the bytes, the words, and the rule that read them.
public struct Receipt: Hashable, Sendable {
  /// The part of the source in which line and bytes count: a file of a site, or a page of a PDF (`page 3`); `nil` where
  /// the source is one text.
  public let part: String?
  /// Bytes of the source or its part, of the text of a PDF's page, counted from 0; `nil` when only the line is known.
  public let byteRange: Range<Int>?
  /// The line on which the range begins, counted from 1.
  public let line: Int
  /// What stands there, cut to a readable length; personal data is never part of it.
  public let words: String
  /// The name of the rule, such as `publication.line`.
  public let rule: String

  public init(
    part: String? = nil, byteRange: Range<Int>?, line: Int, words: String, rule: String
  ) {
    self.part = part
    self.byteRange = byteRange
    self.line = line
    self.words = words
    self.rule = rule
  }

  /// Where it is in its source, for people: `17`, `_pages/about.md:17`, `page 3:17`.
  public var place: String { (part.map { $0 + ":" } ?? "") + String(line) }
}
