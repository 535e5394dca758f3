package import KGText

/// Reads a CV in LaTeX into blocks: standard commands, those of the document classes of CVs, and those
/// that the document defines.
///
/// Nothing is typeset. A table (``LaTeXCommand``) gives the meaning of commands; an unknown command with
/// several arguments is an entry with columns, one with a single argument shows its argument.
package enum LaTeXReader {
  /// The blocks of a document, and the owner's name and title as metadata.
  package static func read(_ bytes: [UInt8]) -> Document {
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes))
    return interpreter.document
  }

  /// The blocks of LaTeX within another document; their places count from the start of all bytes.
  static func blocks(_ bytes: [UInt8], in range: Range<Int>) -> [Block] {
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes, in: range))
    return interpreter.document.blocks
  }

  /// A short text in LaTeX, such as a field of BibTeX, as plain text; empty when nothing is shown.
  static func text(_ bytes: [UInt8], in range: Range<Int>) -> Span {
    guard bytes[range].contains(where: { "\\{}$~%`-'".utf8.contains($0) }) else {
      var builder = SourceTextBuilder()
      builder.append(String(decoding: bytes[range], as: UTF8.self), at: range.lowerBound)
      return builder.build().whole.trimmed
    }
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes, in: range))
    return interpreter.document.blocks.first?.span
      ?? SourceText.empty(at: range.lowerBound).whole
  }
}
