import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("What shows the headings of a document") struct OutlineHeadingsTests {
  private func document(_ kind: DocumentKind, _ blocks: (Block.Kind, String)...) -> Document {
    Document(kind: kind, blocks: blocks.map { Block($0, SourceText(plain: $1)) })
  }

  private func headings(_ document: Document) -> [String] {
    let headings = OutlineHeadings(document)
    return headings.blocks.compactMap { headings.heading($0) }.map {
      "\($0.level) \($0.span.string)"
    }
  }

  @Test("a marked heading is one whatever its words are, and keeps its level")
  func marked() {
    let found = headings(
      document(.markdown, (.heading(level: 3), "Looms"), (.paragraph, "Bo weaves.")))
    #expect(found == ["3 Looms"])
  }

  @Test("without markup a line with the words of a section title is a heading, in any script")
  func words() {
    let found = headings(
      document(
        .plainText, (.paragraph, "Education:"), (.paragraph, "二、获奖情况"), (.paragraph, "Bo weaves.")))
    #expect(found == ["2 Education", "2 获奖情况"])
  }

  @Test("a line with signs of a sentence or a list, a long one or an item is none")
  func others() {
    #expect(
      headings(
        document(
          .plainText, (.paragraph, "Education, awards"), (.paragraph, "Education. Awards"),
          (.paragraph, "Education of the weavers of the old mill in town"),
          (.listItem(depth: 1, ordered: false), "Education"), (.paragraph, ""))
      ).isEmpty)
  }

  @Test("between marked headings that name no section, lines of their words are above them")
  func levels() {
    let below = headings(
      document(.markdown, (.heading(level: 2), "Education"), (.paragraph, "Awards")))
    #expect(below == ["2 Education", "7 Awards"])
    let above = headings(
      document(.markdown, (.heading(level: 2), "Quillon Labs"), (.paragraph, "Awards")))
    #expect(above == ["2 Quillon Labs", "1 Awards"])
  }

  @Test("an item of a list is a heading where it is in bold type")
  func boldItems() {
    let plain = SourceText(plain: "Awards")
    let strong = SourceText(
      scalars: plain.scalars, offsets: plain.offsets, marks: [.init(kind: .strong, range: 0..<6)])
    let top = Block(.heading(level: 1), SourceText(plain: "Ada Quill"))
    let item = { Block(.listItem(depth: 1, ordered: false), $0) }
    #expect(headings(Document(kind: .markdown, blocks: [top, item(plain)])) == ["1 Ada Quill"])
    #expect(
      headings(Document(kind: .markdown, blocks: [top, item(strong)]))
        == ["1 Ada Quill", "1 Awards"])
  }

  @Test("the level of three known sections opens sections, the title of the page does not")
  func sectionLevel() {
    let title = Block(.heading(level: 1), SourceText(plain: "Ada Quill"))
    let blocks =
      [title]
      + ["Education", "Awards", "Publications"].map {
        Block(.heading(level: 2), SourceText(plain: $0))
      }
    let headings = OutlineHeadings(Document(kind: .markdown, blocks: blocks))
    #expect([1, 2, 3].map(headings.opensSection) == [false, true, false])
    let fewer = OutlineHeadings(Document(kind: .markdown, blocks: Array(blocks.dropLast())))
    #expect(!fewer.opensSection(2))
  }

  @Test("a document without blocks has no headings")
  func empty() {
    #expect(OutlineHeadings(document(.plainText)).blocks.isEmpty)
  }
}
