import Foundation
import KGModel
import KGText
import Testing

@testable import KGReaders

@Suite("LaTeX")
struct LaTeXReaderTests {
  private func blocks(_ source: String) -> [String] {
    LaTeXReader.read(Array(source.utf8)).blocks.map { $0.span.string }
  }

  @Test(
    "Accents, signs and dashes become the characters that they print",
    arguments: [
      (#"M\"uller, Ko\c{c}, Ji\v{r}\'i, \O{}stergaard"#, "Müller, Koç, Jiří, Østergaard"),
      (#"2019--2021, ``quoted'' --- A~B \& C, 5\,\%"#, "2019–2021, “quoted” — A\u{A0}B & C, 5 %"),
      (#"Jane Doe$^{*}$ and $k$-means, $\alpha$"#, "Jane Doe* and k-means, α"),
      (#"a \"quotation\" mark"#, #"a "quotation" mark"#),
    ])
  func text(source: String, printed: String) {
    #expect(blocks(source) == [printed])
  }

  @Test("A picture that is drawn beside a title, as a badge, is no text")
  func badge() {
    let source = #"""
      \newcommand{\badge}[1]{\tikz[scale=2]{\node[draw, circle] (n) {#1};}}
      \begin{document}
      Slow boats \badge{lakes}, 2020
      \end{document}
      """#
    #expect(blocks(source) == ["Slow boats , 2020"])
  }

  @Test("A line of details belongs to its entry; a town alone is not shown")
  func details() {
    let source = #"""
      \begin{document}
      \section{Education}
      \runsubsection{Norvale University}
      \descript{| MEng in Lanterns}
      \location{May 2014 | Estor}
      \runsubsection{Lake College}
      \location{Estor}
      \end{document}
      """#
    #expect(
      blocks(source) == [
        "Education", "Norvale University", "| MEng in Lanterns \nMay 2014 | Estor", "Lake College",
      ])
  }

  @Test("Entries of moderncv are rows; towns and comments are left out")
  func moderncv() {
    let source = #"""
      \documentclass{moderncv}
      \name{Ada}{Quill} \title{Researcher} \email{ada@example.org}
      \begin{document}
      \makecvtitle
      \section{Experience}
      \cventry{2019--2021}{Engineer}{Acme Labs}{Paris}{}{Built \emph{things}.}
      % \cventry{1999}{Hidden}{}{}{}{}
      \end{document}
      """#
    #expect(blocks(source) == ["Experience", "2019–2021\tEngineer\tAcme Labs", "Built things."])
    let document = LaTeXReader.read(Array(source.utf8))
    #expect(document.metadata["name"]?.string == "Ada Quill")
    #expect(document.blocks[0].kind == .heading(level: 2))
    #expect(document.blocks[1].kind == .tableRow)
  }

  @Test("A table within a cell has the lines of that cell")
  func tablesInCells() {
    let source = #"""
      \section{Experience}
      \begin{tabular}{ll}
      2019--2021 & \begin{tabular}[t]{@{}l@{}}Acme Labs \\ Engineer\end{tabular} \\
      \begin{tabular}{@{}p{3cm}@{}}Orrin \& Falk \\ Tarnwijk\end{tabular} & Intern, 2018 \\
      2017 & \begin{tabular}{lr} Mill & Delft \\ Weaver & Leiden \end{tabular} \\
      2016 & Clerk \\
      \end{tabular}
      """#
    #expect(
      blocks(source) == [
        "Experience", "2019–2021 \tAcme Labs \nEngineer", "Orrin & Falk \nTarnwijk \tIntern, 2018",
        "2017 \tMill \nDelft \nWeaver \nLeiden", "2016 \tClerk",
      ])
  }

  @Test(
    "Tables of a layout keep their rows: a letterhead, one of columns, one beside a section's title"
  )
  func layoutTables() {
    let source = #"""
      \begin{tabular}{lr}
      \begin{tabular}{l}Ada Quill \\ Mill Lane\end{tabular} & \begin{tabular}{r}Delft\end{tabular}
      \end{tabular}
      \section{CV}
      \begin{tabular}{ll}
      Education & \begin{tabular}{l}2012 PhD, Delft \\ 2008 BSc, Leiden\end{tabular} \\
      \begin{tabular}{ll}2019 & Acme \\ 2018 & Orrin\end{tabular} \\
      \end{tabular}
      """#
    #expect(
      blocks(source) == [
        "Ada Quill", "Mill Lane", "Delft", "CV", "Education", "2012 PhD, Delft", "2008 BSc, Leiden",
        "2019 \tAcme", "2018 \tOrrin",
      ])
  }

  @Test(
    "Commands and environments that a document defines are expanded with their arguments and options"
  )
  func definitions() {
    let source = #"""
      \newcommand{\me}{\textbf{A. Quill}}
      \newcommand{\job}[3][now]{#2 \hfill #3--#1 \\}
      \newenvironment{papers}{\begin{itemize}}{\end{itemize}}
      \begin{document}
      \job{Acme}{2019}
      \begin{papers}\item \me{} and B. Qian. A Title.\end{papers}
      \end{document}
      """#
    #expect(blocks(source) == ["Acme \t2019–now", "A. Quill and B. Qian. A Title."])
  }

  @Test(
    "Definitions that call each other endlessly and groups without an end do not stop the reader")
  func hostile() {
    #expect(blocks(#"\def\a{\b\b}\def\b{\a\a} \a text"#).last?.contains("text") ?? true)
    #expect(blocks(String(repeating: "{", count: 100_000) + "text") == ["text"])
    #expect(blocks(#"\begin{itemize} \item one \textbf{two"#) == ["one two"])
  }

  @Test("A character's place is where it is in the source")
  func places() throws {
    let source = #"\section{Educ\'ation} \textbf{Bold} text"#
    let document = LaTeXReader.read(Array(source.utf8))
    let bold = try #require(document.blocks.last?.span.strongRuns.first)
    let bytes = Array(source.utf8)[bold.byteRange]
    #expect(String(decoding: bytes, as: UTF8.self) == "Bold")
  }

  @Test("A document's own command overrides a sign or a class's command of that name")
  func ownCommands() {
    let source = #"""
      \documentclass{article}
      \newcommand{\degree}[3]{\textbf{#2} #3\hfill #1\\}
      \newcommand{\position}[2]{\textbf{#1} \hfill #2\\}
      \begin{document}
      \degree{2004--2008}{PhD}{Acme University}

      \position{Lecturer}{2009}

      \textcolor{red}{Bold} \resizebox{1cm}{2cm}{engines}
      \end{document}
      """#
    #expect(
      blocks(source).map { $0.trimmingCharacters(in: .whitespaces) }
        == ["PhD Acme University\t2004–2008", "Lecturer \t2009", "Bold engines"])
  }

  @Test("Rows without a first cell continue the entry of a row with a bold title")
  func continuedRows() {
    let source = #"""
      \begin{document}
      \begin{tabular}{ll}
      \years{2019--2021} & \textbf{Acme Labs} \\
      & Engineer \\
      & Team of looms \\
      2018 & \textbf{Mill} \\
      & \textbf{Wheels} \\
      2017 & A. Quill. Looms. \\
      & B. Foe. Wheels. \\
      & x & y \\
      \end{tabular}
      \cvitem{2016}{\textbf{A Title}}
      \cvitem{}{with B. Foe}
      \cvitem{}{\textbf{Another}}
      \end{document}
      """#
    #expect(
      blocks(source) == [
        "2019–2021 \tAcme Labs \nEngineer \nTeam of looms", "2018 \tMill", "Wheels",
        "2017 \tA. Quill. Looms.", "B. Foe. Wheels.", "x \ty", "2016\tA Title\nwith B. Foe",
        "Another",
      ])
    let read = LaTeXReader.read(Array(source.utf8)).blocks
    #expect(read[2].lacksFirstCell && read[4].lacksFirstCell && !read[0].lacksFirstCell)
  }

  @Test("A line break within a group or by newline is within its cell")
  func linesOfCells() {
    let source = #"""
      \begin{tabular}{ll}
      2019 & \makecell{Acme \\ Labs} \\
      2020 & Looms \newline Wheels \\
      \end{tabular}
      """#
    #expect(blocks(source) == ["2019 \tAcme \nLabs", "2020 \tLooms \nWheels"])
  }

  @Test(
    "Arguments of unknown commands stay apart and in order",
    arguments: [
      (#"\employer{Acme}\dates{2019}"#, "Acme\t2019"),
      ("\\employer{Acme}\n\\dates{2019}", "Acme\n2019"),
      (#"\cventry{2019}{\when{Jan}{Feb}}{Acme}{}{}{}"#, "2019\tJan Feb\tAcme"),
      (#"\begin{itemize}\item \lang{Swift}\lang{C}\end{itemize}"#, "Swift C"),
      (#"a \highlight{b}c"#, "a bc"),
    ])
  func unknownCommands(source: String, shown: String) {
    #expect(blocks(source) == [shown])
  }

  @Test("Below a section, a title belongs to an entry")
  func titleOfEntry() {
    let source = #"""
      \documentclass{res} \title{Researcher}
      \begin{document}
      \section{Work}
      \employer{Acme}
      \title{Engineer}
      \end{document}
      """#
    #expect(blocks(source) == ["Work", "Acme Engineer"])
    #expect(LaTeXReader.read(Array(source.utf8)).metadata["position"]?.string == "Researcher")
  }

  @Test("Entries of europecv and twentysecondcv are rows; personal fields are left out")
  func otherClasses() {
    let source = #"""
      \begin{document}
      \ecvsection{Work} \ecvemail{ada@loom.example}
      \ecvtitle{2019--2021}{Engineer}
      \twentyitem{2018}{Intern}{Acme}{}
      \end{document}
      """#
    #expect(blocks(source) == ["Work", "2019–2021\tEngineer", "2018\tIntern\tAcme"])
  }

  @Test("Values assigned to parameters of TeX are not text; notes in the margin are columns")
  func parameters() {
    let source = #"""
      \newcommand{\entry}[2]{\noindent\hangindent=0em\hangafter=0 \marginpar{#1}#2}
      \begin{document}
      \parskip=2pt plain
      \entry{2019}{Engineer, Acme}

      \baselineskip = \bigskipamount
      Last \marginpar{2020}
      \end{document}
      """#
    #expect(blocks(source) == ["plain \t2019\tEngineer, Acme", "Last \t2020"])
  }
}
