/// The place in a source from which a statement was read: the bytes, the quoted words, and the rule that
/// read them.
public struct Receipt: Hashable, Sendable {
  /// The part of the source in which lines and bytes are counted: a file of a site, or a page of a PDF
  /// (`page 3`). `nil` where the source is a single text.
  public let part: String?
  /// Bytes of the source or its part, or of the text of a PDF page, counted from 0; `nil` when only the
  /// line is known.
  public let byteRange: Range<Int>?
  /// The line on which the range begins, counted from 1.
  public let line: Int
  /// The text at this place, cut to a readable length and free of personal data.
  public let words: String
  /// The name of the rule, such as `publication.line`.
  public let rule: String

  /// Makes a receipt; `line` counts from 1.
  public init(
    part: String? = nil, byteRange: Range<Int>?, line: Int, words: String, rule: String
  ) {
    self.part = part
    self.byteRange = byteRange
    self.line = line
    self.words = words
    self.rule = rule
  }

  /// The place within the source, for people: `17`, `_pages/about.md:17`, `page 3:17`.
  public var place: String { (part.map { $0 + ":" } ?? "") + String(line) }
}
