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

  /// A value of BibTeX as plain text, with its white space as it is. A `%` is a sign there and begins
  /// no comment.
  static func text(_ bytes: [UInt8], in range: Range<Int>) -> SourceText {
    guard hasMarkup(bytes, in: range) else { return withoutBraces(bytes, in: range) }
    var interpreter = LaTeXInterpreter()
    interpreter.run(LaTeXTokenizer(bytes, in: range, hasComments: false))
    let blocks = interpreter.document.blocks
    guard blocks.count != 1 else { return blocks[0].span.text }
    // A blank line does not end a value.
    var builder = SourceTextBuilder()
    for block in blocks {
      if !builder.isEmpty {
        let start = block.span.byteRange.lowerBound
        builder.append(" ", for: start..<start)
      }
      builder.append(block.span.text)
    }
    return builder.isEmpty ? .empty(at: range.lowerBound) : builder.build()
  }

  /// Whether anything in a value needs to be interpreted except braces, which only group.
  private static func hasMarkup(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    var last: UInt8 = 0
    return bytes[range].contains { byte in
      defer { last = byte }
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "`"): return true
      case UInt8(ascii: "-"), UInt8(ascii: "'"): return last == byte
      default: return false
      }
    }
  }

  private static func withoutBraces(_ bytes: [UInt8], in range: Range<Int>) -> SourceText {
    var builder = SourceTextBuilder()
    var start = range.lowerBound
    func append(upTo end: Int) {
      if start < end {
        builder.append(String(decoding: bytes[start..<end], as: UTF8.self), at: start)
      }
      start = end + 1
    }
    for place in range where bytes[place] == UInt8(ascii: "{") || bytes[place] == UInt8(ascii: "}")
    {
      append(upTo: place)
    }
    append(upTo: range.upperBound)
    return builder.isEmpty ? .empty(at: range.lowerBound) : builder.build()
  }
}
