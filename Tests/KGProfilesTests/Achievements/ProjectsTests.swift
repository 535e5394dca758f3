import KGLexicon
import KGReaders
import KGText
import Testing

@testable import KGProfiles

@Suite("Entries of sections about projects") struct ProjectsTests {
  private static func projects(_ section: String) throws -> [ProjectRecord] {
    var projects = Projects()
    let outline = Outline(try DocumentReader.read(Array("## Projects\n\n\(section)\n".utf8)))
    for part in outline.parts where !part.blocks.isEmpty || part.entryHeading != nil {
      projects.read(part)
    }
    return projects.projects
  }

  private static func names(_ section: String) throws -> [String] {
    try projects(section).map(\.name.value)
  }

  @Test(
    "the name is what is bold or linked at the beginning, or what a colon follows",
    arguments: [
      "- **Sirocco**: a benchmark of dust", "- [Sirocco](https://sirocco.example) counts dust",
      "- Sirocco: a benchmark of dust", "**Sirocco** – a benchmark of dust",
      "Project name: Sirocco",
    ])
  func names(section: String) throws {
    #expect(try Self.names(section) == ["Sirocco"])
  }

  @Test("the address is that of the first link to the web")
  func links() throws {
    let found = try Self.projects(
      "- **Sirocco** ([code](https://sirocco.example/code), [top](#top))")
    #expect(found.map(\.url?.value) == ["https://sirocco.example/code"])
    #expect(try Self.projects("- **Sirocco** ([top](#top))").map(\.url?.value) == [nil])
  }

  @Test("indented items describe the item above")
  func details() throws {
    #expect(
      try Self.names("- **Sirocco**\n  - **Fast**: counts dust\n- **Fog**") == ["Sirocco", "Fog"])
  }

  @Test("a heading is the name of a project, unless it names an organization")
  func headings() throws {
    #expect(try Self.names("### Sirocco\n\nA benchmark of dust.") == ["Sirocco"])
    #expect(try Self.names("### Google\n\n- **Fog**: a lamp") == ["Fog"])
  }

  @Test("lines of a paragraph with names and colons are projects, labelled fields are not")
  func lines() throws {
    #expect(
      try Self.names("Sirocco: a benchmark of dust\nFog: a lamp for boats") == ["Sirocco", "Fog"])
    #expect(try Self.names("项目名称：湖上慢船\n起止时间：2020–2021") == ["湖上慢船"])
  }

  @Test("the title of a Chinese grant is the longest part that is no fund, date, number or role")
  func grants() throws {
    #expect(
      try Self.names("- 国家自然科学基金面上项目，湖上慢船的航线规划研究，2020.01-2023.12，主持")
        == ["湖上慢船的航线规划研究"])
  }

  @Test("long sentences are no names")
  func sentences() throws {
    let sentence =
      "We built a lamp which is lit by the fog itself, and which boats can see from far away"
    #expect(try Self.names("- " + sentence).isEmpty)
  }

  private func projectsOfLaTeX(_ latex: String) throws -> [String] {
    let text =
      "\\documentclass{resume}\n\\begin{document}\n\\name{Ada Quill}\n\\section{Projects}\n"
    return try ProfileExtractor.extract(Array("\(text)\(latex)\n\\end{document}\n".utf8)).record
      .projects.map(\.name.value)
  }

  @Test("What is below a row with a bold name describes it")
  func rows() throws {
    #expect(
      try projectsOfLaTeX(
        #"""
        \datedsubsection{\textbf{LoomView}}{\url{https://code.example.org/loomview}}
        \textbf{Draws looms as maps}
        \begin{itemize}
          \item Wrote the drawing part
          \item Sorted the test data
        \end{itemize}
        \datedsubsection{\textbf{LoomBase}}{\url{https://code.example.org/loombase}}
        A small database of looms
        """#) == ["LoomView", "LoomBase"])
  }

  @Test("where each title stands alone above a list, the items describe it")
  func titlesAboveLists() throws {
    let section = """
      Counting boats at night

      - Built the counter.
      - Won a prize: the silver oar

      Lanterns for small lakes (Norvale 2020.1-2021.6)

      - Designed the lantern
      """
    #expect(try Self.names(section) == ["Counting boats at night", "Lanterns for small lakes"])
    // A sentence above a list is no title.
    let prose = "I build:\n\n- Sirocco: a benchmark\n\nAnd also:\n\n- Zonda: another one\n"
    #expect(try Self.names(prose) == ["Sirocco", "Zonda"])
  }

  @Test("a line that ends with its period in brackets is the title of a project")
  func datedTitles() throws {
    let section = """
      灯塔计数系统 (某湖研究院 2022.2-2023.3)

      实现计数。

      1. 训练模型
      """
    #expect(try Self.names(section).first == "灯塔计数系统")
  }
}
