import KGText
import Testing

@testable import KGReaders

@Suite("Long documents")
struct LongDocumentTests {
  @Test("Markdown is split between its blocks, and link definitions apply in every piece")
  func markdown() throws {
    let entry = "- [A study of things][home]. **Ada Quill**, Bo Foe. ICML 2020.\n\n  more of it\n\n"
    let code = "```\n# no heading\n\n- no item\n```\n\n"
    let text =
      "# Ada Quill\n\n## Publications\n\n" + String(repeating: entry + code, count: 20_000)
      + "[home]: https://example.org\n"
    let bytes = Array(text.utf8)
    let pieces = MarkdownPieces.cut(bytes, from: 0)
    #expect(pieces.count > 1)
    #expect(pieces.first?.lowerBound == 0 && pieces.last?.upperBound == bytes.count)
    #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    let blocks = MarkdownReader.read(bytes).blocks
    #expect(blocks.count { $0.isListItem } == 20_000)
    #expect(blocks.count { if case .heading = $0.kind { true } else { false } } == 2)
    let last = try #require(blocks.last { $0.isListItem })
    #expect(last.span.links.map(\.target) == ["https://example.org"])
    #expect(String(decoding: bytes[last.span.byteRange], as: UTF8.self).hasPrefix("A study"))
  }

  @Test("LaTeX is read to its end, with the definitions of its preamble")
  func latex() throws {
    let text =
      "\\newcommand{\\me}{\\textbf{Ada Quill}}\n\\begin{document}\n\\section{Publications}\n\\begin{itemize}\n"
      + String(repeating: "\\item \\me, Bo Foe. \\emph{A study}. ICML 2020.\n", count: 20_000)
      + "\\end{itemize}\n\\end{document}\n"
    let blocks = LaTeXReader.read(Array(text.utf8)).blocks
    let items = blocks.filter(\.isListItem)
    #expect(items.count == 20_000)
    #expect(items.last?.span.string.hasPrefix("Ada Quill, Bo Foe. A study") == true)
  }

  @Test("A document with more parts than any profile is refused")
  func tooManyParts() {
    let text = String(repeating: "a\n\n", count: BlockBuilder.maximumCount + 1)
    #expect(throws: UnreadableSource.tooManyParts(limit: BlockBuilder.maximumCount)) {
      try DocumentReader.read(Array(text.utf8))
    }
  }
}
