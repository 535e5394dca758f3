package import KGText

/// Reads a CV in LaTeX into blocks: the standard commands, those of the classes that CVs are written in, and those that
/// the document defines itself.
///
/// Nothing is typeset. Commands are told what they mean by a table (``LaTeXCommand``); one that is not in it and has
/// several arguments is an entry with columns, one with a single argument shows it.
package enum LaTeXReader {
  package static func read(_ bytes: [UInt8]) -> Document {
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes))
    return interpreter.document
  }

  /// A short text in LaTeX, such as a field of BibTeX, made plain.
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
