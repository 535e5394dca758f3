import KGText
import Testing

@testable import KGReaders

@Suite("Markdown")
struct MarkdownReaderTests {
  private func blocks(_ text: String) throws -> [Block] {
    try DocumentReader.read(Array(text.utf8), name: "cv.md").blocks
  }

  private func texts(_ text: String) throws -> [String] {
    try blocks(text).map { $0.span.string }
  }

  @Test("HTML that Markdown would take for indented code is read as HTML")
  func indentedHTML() throws {
    let text = """
      # Looms

      <div class="two">
          <div>
              {% include figure.liquid file="loom.png" %}
          </div>
          <p>Woven <b>twice</b> &amp; sold.</p>
          <p>In use at <span class="tag">Acme</span></p>
      </div>

      Last
      """
    #expect(try texts(text) == ["Looms", "Woven twice & sold.", "In use at Acme", "Last"])
  }

  @Test("What HTML or Liquid hides is not text, also over blank lines")
  func hidden() throws {
    let text = """
      # Engines

      <div style="display: none">

      Draft with **marks**

      - item

      <div>inner</div>
      ![picture](a.png)

      </div>

      Shown <!-- aside

      of two paragraphs --> here <span hidden>not this</span> too

      {% comment %}
      Intern, Nowhere Inc., 1999
      {% endcomment %}

      <nav>

      [Home](/) | [CV](/cv)

      </nav>

      Last
      """
    let document = try DocumentReader.read(Array(text.utf8), name: "cv.md")
    #expect(document.blocks.map { $0.span.collapsed } == ["Engines", "Shown", "here too", "Last"])
    #expect(document.images.isEmpty)
  }

  @Test(
    "Attributes of pandoc are not text",
    arguments: [
      ("# Work {-}", "Work"), ("## Work {.unnumbered #jobs}", "Work"),
      ("## Work {data-icon=suitcase}", "Work"), ("# Work {#w key=\"a b\"}", "Work"),
      ("An [engine]{.small} here", "An  engine  here"),
      ("[page](https://a.example){target=_blank} x", "page x"),
      ("![Ada](me.png){width=50%} text", "text"), ("a {b} c {x=1} d", "a {b} c {x=1} d"),
      ("The set {-1, 1}", "The set {-1, 1}"),
    ])
  func attributes(source: String, shown: String) throws {
    let text = try texts("# Ada\n\n" + source + "\n").dropFirst().map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(text == [shown.split(separator: " ").joined(separator: " ")])
  }

  @Test("The divs of a layout are the cells of a row; other fences only separate")
  func layouts() throws {
    let text = """
      # Work

      :::: {layout="[10,90]"}

      ::: {#dates}
      <br>
      2019 - 2021
      :::

      ::: {#texts}
      **Engineer**\\
      Acme Labs
      :::
      ::::

      ::: warning
      - An item
      :::

      ::: {.content-hidden when-format="html"}
      Not shown
      :::
      """
    let read = try blocks(text)
    #expect(
      read.map { $0.span.string } == ["Work", "2019 - 2021\tEngineer\nAcme Labs", "An item"])
    #expect(read[1].kind == .tableRow)
    let place = read[1].span.from(read[1].span.upper - 9).byteRange
    #expect(String(decoding: Array(text.utf8)[place], as: UTF8.self) == "Acme Labs")
  }

  @Test("A term of one line and its definition are a row; terms may follow without a blank line")
  func definitionLists() throws {
    let text = """
      Since 2021
      :   **Engineer**, Acme
      Team of looms
      2019
      :   Intern, Wheels

      A ratio
      3 : 4
      """
    let read = try blocks(text)
    #expect(
      read.map { $0.span.string } == [
        "Since 2021\tEngineer, Acme\nTeam of looms", "2019\tIntern, Wheels", "A ratio\n3 : 4",
      ])
    #expect(read.map(\.kind) == [.tableRow, .tableRow, .paragraph])
  }

  @Test("Programs are not text; HTML and LaTeX that pandoc passes on are read")
  func code() throws {
    let text = """
      # Ada

      ```{r setup, include=FALSE}
      library(loom)
      ```

      Until `r Sys.Date()` with `kg`

      ```python
      print("no")
      ```

      ```{=html}
      <p>Shown</p>
      ```

      ```{=latex}
      \\textbf{Set}
      ```

      ```
      plain layout
      ```
      """
    #expect(try texts(text) == ["Ada", "Until  with kg", "Shown", "Set", "plain layout"])
  }

  @Test("Lines between bars are rows, also without a header")
  func rowsWithoutHeader() throws {
    let text =
      "# Ada\n\n| 2019 | Engineer, [Acme](https://acme.example) |\n| 2018 | *Intern* |\n\n| a bar\n"
    let read = try blocks(text)
    #expect(
      read.map { $0.span.collapsed } == ["Ada", "2019 Engineer, Acme", "2018 Intern", "| a bar"])
    #expect(read[1].kind == .tableRow && read[2].kind == .tableRow)
    #expect(read[1].text.marks.map(\.kind) == [.link("https://acme.example")])
  }

  @Test("Data may end with a longer line of hyphens; text between rules stays text")
  func longFence() throws {
    let page = try DocumentReader.read(Array("---\ntitle: Ada Quill\n------\n# Engines\n".utf8))
    #expect(page.metadata["title"]?.string == "Ada Quill")
    #expect(page.blocks.map { $0.span.string } == ["Engines"])
    #expect(try texts("---\nWords only\n------\n# Engines\n").contains("Words only"))
  }
}
