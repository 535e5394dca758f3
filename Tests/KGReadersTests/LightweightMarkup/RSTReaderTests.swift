import KGText
import Testing

@testable import KGReaders

@Suite("reStructuredText")
struct RSTReaderTests {
  static let text = """
    =========
    Ada Quill
    =========

    :Office: Mill 3
    :Field of work: engines that
      think

    Work
    ====

    - **Engineer**, `Acme Labs <https://acme.example>`_, 2019
      to 2021
    - See loom_ and :doc:`the page <page>` [1]_

    Papers
    ------

    2020
      *Wheels*, with B. Foe

    ===== =======
    Year  Paper
    ===== =======
    2020  Wheels
    2021  Looms
    ===== =======

    +------+-------+
    | 2018 | Mill  |
    |      | wheel |
    +------+-------+

    .. image:: me.jpg
       :alt: Ada at the loom

    .. code-block:: python

       print("no")

    .. note::

       Kept text

    .. raw:: html

       <p>Shown &amp; kept</p>

    .. _loom: https://loom.example

    Last
    ====
    """

  @Test("Sections, lists, fields, tables and directives")
  func blocks() throws {
    let document = try DocumentReader.read(Array(Self.text.utf8))
    #expect(document.kind == .reStructuredText)
    #expect(document.images.map(\.string) == ["Ada at the loom"])
    #expect(
      document.blocks.map { $0.span.string } == [
        "Ada Quill", "Office: Mill 3", "Field of work: engines that think", "Work",
        "Engineer, Acme Labs, 2019\nto 2021", "See loom and the page", "Papers",
        "2020\tWheels, with B. Foe", "Year\tPaper", "2020\tWheels", "2021\tLooms",
        "2018\tMill\nwheel", "Kept text", "Shown & kept", "Last",
      ])
    let headings = document.blocks.compactMap { block -> Int? in
      if case .heading(let level) = block.kind { level } else { nil }
    }
    #expect(headings == [1, 2, 3, 2])
    #expect(document.blocks[4].text.marks.map(\.kind) == [.strong, .link("https://acme.example")])
  }

  @Test("A file may be recognized by its name alone")
  func name() {
    let text = Array("Ada Quill\n~~~~~~~~~\n\nEngineer\n".utf8)
    #expect(DocumentKind.detect(text, name: "home/cv.rst") == .reStructuredText)
    #expect(DocumentKind.detect(text) == .plainText)
  }
}
