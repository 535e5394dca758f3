import KGText
import TestSupport
import Testing

@testable import KGReaders

/// A combining mark, a joiner or a variation selector is one `Character` with the sign before it, and
/// so is `\r\n`: signs of markup have to be found in spite of them.
@Suite("Signs of markup beside characters that join")
struct DocumentReaderTests {
  /// A small document with the signs that its markup is made of and the words to be read from it.
  struct Form: CustomTestStringConvertible, Sendable {
    let kind: DocumentKind
    let signs: String
    let words: [String]
    let text: String

    var testDescription: String { kind.rawValue }
  }

  static let forms = [
    Form(
      kind: .markdown, signs: "#*->|`[]():<=\"_~!{}",
      words: [
        "Quill", "Engines", "think", "Looms", "paper", "code", "Quote", "Title", "Wheels",
        "indented", "layout", "Term", "Meaning", "Bold", "Last",
      ],
      text: """
        # Ada Quill

        * Engines *that* __think__
        - **Looms** [paper](http://loom.example/a "x") `code` ![picture](a.png)
        > Quote

        | Year | Title |
        |------|-------|
        | 2020 | Wheels |

            indented lines
            of layout

        Term
        : Meaning

        <b title="x">Bold</b> {% include a %} {: .b} Bo Foe$^{1,*}$

        ~~~
        Last
        ~~~

        """),
    Form(
      kind: .html, signs: "<>\"=&;/-!{}",
      words: ["Quill", "Engines", "Looms", "paper", "Wheels", "Year", "Title", "Last"],
      text: """
        <!DOCTYPE html><html><head><title>Page</title></head><body>
        <h1>Ada Quill</h1> <p class="x">Engines &amp; Looms <a href="http://loom.example">paper</a></p>
        <ul><li> Wheels </li></ul><table><tr><td rowspan="2"> Year </td><td> Title </td></tr></table>
        <!-- note --> <p> Last </p></body></html>

        """),
    Form(
      kind: .plainText, signs: "•-.:\t (),",
      words: ["Quill", "Acme", "Engineer", "Engines", "Looms", "Wheels", "value", "Last"],
      text: """
        Ada Quill

        2020-2023    Acme University    Engineer
        • Engines (that) think
        - Looms, which answer
        1. Wheels
        name:\tvalue
        -----------
        \u{0C}Page 1 of 2
        Last

        """),
    Form(
      kind: .latex, signs: "\\{}[]$%&-`'|~#^",
      words: [
        "Education", "Ada", "Quill", "Engines", "Looms", "Wheels", "Year", "Title", "code", "Last",
      ],
      text: """
        \\documentclass{article}
        \\newcommand{\\entry}[2]{#1 -- #2}
        \\begin{document}
        \\section*{Education}
        \\textbf{Ada} \\emph{Quill} ``Engines'' \\href{http://loom.example}{Looms} $x^2$ caf\\'e % note
        \\begin{itemize}
        \\item[a] Wheels
        \\end{itemize}
        \\begin{tabular*}{1cm}{ll}
        Year & Title \\\\
        \\end{tabular*}
        \\verb|code| \\entry{Shown}{ one} Last
        \\end{document}

        """),
  ]

  /// Documents whose syntax is lost when something is put between its signs.
  static let structured = [
    "---\ntitle: \"Ada Quill\"\nlist: [a, 'b']\n---\n# Engines\n",
    "+++\ntitle = \"Ada \\u0051uill\"\nlist = [\"a\", 'b']\nwork = {name = \"x\"}\n[params]\na.b = 1\n+++\n# Engines\n",
    "{\"basics\": {\"name\": \"Ada \\ud83d\\ude00 Quill\"}, \"work\": [{\"name\": \"Acme\"}]}",
    "cv:\n  name: Ada Quill\n  sections:\n    - title: \"Engines\"\n",
    "@article{quill, title = {Engines {that} think}, author = \"Quill, Ada and Foe, Bo\", year = 2020 # x}\n",
  ]

  static let marks = ["\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{338}"]

  private func words(_ text: String) throws -> Set<String> {
    let document = try DocumentReader.read(Array(text.utf8))
    let spans = document.blocks.map(\.span) + document.data.texts
    return Set(
      spans.flatMap { span in
        span.scalars.split { !$0.isASCII || !$0.isLetter }.map { String($0) }
      })
  }

  @Test("Each form is read as what it is", arguments: forms)
  func plain(form: Form) throws {
    #expect(DocumentKind.detect(Array(form.text.utf8)) == form.kind)
    #expect(try words(form.text).isSuperset(of: form.words))
  }

  @Test("A mark after every occurrence of a sign hides no word", arguments: forms, marks)
  func afterEachSign(form: Form, mark: String) throws {
    for sign in form.signs.unicodeScalars {
      let marked = form.text.unicodeScalars.reduce(into: "") { text, scalar in
        text.unicodeScalars.append(scalar)
        if scalar == sign { text += mark }
      }
      let missing = Set(form.words).subtracting(try words(marked))
      #expect(
        missing.isEmpty,
        "\(sign) followed by U+\(String(mark.unicodeScalars.first!.value, radix: 16))")
    }
  }

  @Test("Lines may end with CRLF or with a lone CR", arguments: forms, ["\r\n", "\r"])
  func lineEnds(form: Form, end: String) throws {
    func blocks(_ text: String) throws -> [String] {
      try DocumentReader.read(Array(text.utf8)).blocks.map(\.span.string)
    }
    let other = form.text.unicodeScalars.map { $0 == "\n" ? end : String($0) }.joined()
    #expect(DocumentKind.detect(Array(other.utf8)) == form.kind)
    #expect(try blocks(other) == blocks(form.text))
  }

  @Test("Indented lines of Markdown that end with CRLF are lines")
  func indentedLines() throws {
    let blocks = try DocumentReader.read(Array("# A\r\n\r\n    one\r\n    two\r\n".utf8)).blocks
    #expect(blocks.map(\.span.string) == ["A", "one\ntwo"])
    #expect(blocks.last?.span.byteRange == 11..<23)
  }

  @Test("Front matter may end its lines with a lone CR")
  func frontMatter() throws {
    let document = try DocumentReader.read(Array("---\rtitle: Ada Quill\r---\r# Engines\r".utf8))
    #expect(document.metadata["title"]?.string == "Ada Quill")
    #expect(document.blocks.map(\.span.string) == ["Engines"])
  }

  @Test(
    "A link to a mailbox is personal also with a mark after its colon", arguments: marks)
  func personalLinks(mark: String) throws {
    for text in [
      "# A\n\n[mail](<mailto:\(mark)ada@loom.example>)",
      "# A\n\n[mail](<javascript:open('ada' + '@' + 'loom.example')>)",
      "# A\n\n[mail](https://loom.example/cdn-cgi/l/email-protection#6e)",
      "<html><body><p><a href='mailto:\(mark)ada@loom.example'>mail</a></p></body></html>",
      "\\documentclass{a}\\begin{document}Ada \\href{mailto:\(mark)ada@loom.example}{mail}\\end{document}",
    ] {
      let document = try DocumentReader.read(Array(text.utf8))
      #expect(!document.blocks.isEmpty)
      let links = document.blocks.flatMap(\.span.links)
      #expect(links.isEmpty, "\(text)")
    }
  }

  @Test("Characters put anywhere neither end the program nor keep it busy")
  func anywhere() throws {
    var random = SeededRandom(18)
    let inserted =
      Self.marks + [
        "\r", "\r\n", "\n", "\u{2028}", "\u{1F1E8}\u{1F1F3}", "\u{FEFF}", "<", "{", "\\", "\"", "[",
        "`", "$", "&", "=", "*",
      ]
    let light = [
      OrgReaderTests.text, JemdocReaderTests.text, RSTReaderTests.text, TypstReaderTests.text,
    ]
    for text in Self.forms.map(\.text) + Self.structured + light {
      for _ in 0..<150 {
        var scalars = Array(text.unicodeScalars)
        for piece in random.some(inserted, upTo: 12) {
          scalars.insert(
            contentsOf: piece.unicodeScalars,
            at: Int.random(in: 0...scalars.count, using: &random))
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        let bytes = Array(String(view).utf8)
        let document = try DocumentReader.read(bytes, keepsPersonalData: true)
        // Every place lies in the source.
        #expect(document.blocks.allSatisfy { $0.span.byteRange.upperBound <= bytes.count })
        BibTeXReader.forEach(of: bytes) { entry in
          #expect(entry.fields.values.allSatisfy { $0.byteRange.upperBound <= bytes.count })
        }
      }
    }
  }
}
