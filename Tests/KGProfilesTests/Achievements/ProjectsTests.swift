import KGLexicon
import KGText
import Testing

@testable import KGProfiles

@Suite("Projects")
struct ProjectsTests {
  private func projects(_ latex: String) throws -> [String] {
    let text =
      "\\documentclass{resume}\n\\begin{document}\n\\name{Ada Quill}\n\\section{Projects}\n"
    return try ProfileExtractor.extract(Array("\(text)\(latex)\n\\end{document}\n".utf8)).record
      .projects.map(\.name.value)
  }

  @Test("What is below a row with a bold name describes it")
  func rows() throws {
    #expect(
      try projects(
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
}
