import KGText
import Testing

@testable import KGReaders

/// Work that grows with the square of the length takes minutes for these documents, and seconds otherwise.
@Suite("Repeated markup", .timeLimit(.minutes(1)))
struct RepeatedMarkupTests {
  /// A document of one form, in which something is repeated up to a length.
  struct Repeated: CustomTestStringConvertible, Sendable {
    let kind: DocumentKind
    var start = ""
    let unit: String
    var byteCount = 200_000
    let end: String

    var testDescription: String { "\(kind): \(unit.debugDescription)" }

    var bytes: [UInt8] {
      Array((start + String(repeating: unit, count: byteCount / unit.utf8.count) + end).utf8)
    }
  }

  private func document(_ repeated: Repeated) throws -> Document {
    let bytes = repeated.bytes
    return switch repeated.kind {
    case .latex: LaTeXReader.read(bytes)
    case .markdown: MarkdownReader.read(bytes)
    case .html: HTMLReader.read(bytes)
    case .typst: TypstReader.read(bytes)
    default: try DocumentReader.read(bytes)
    }
  }

  @Test(
    "What follows is still read",
    arguments: [
      Repeated(kind: .latex, unit: #"\a["#, end: "\n\n\\section{Education}"),
      Repeated(kind: .latex, unit: #"\begin{a}\end{b} x "#, end: "\n\n\\section{Education}"),
      Repeated(
        kind: .latex, start: #"\begin{tabular}{ll}2019 & \textbf{Acme} \\"#, unit: #"& x \\ "#,
        end: "\\end{tabular}\n\\section{Education}"),
      Repeated(kind: .latex, unit: #"(\^{</b>b> "#, end: "\n\n\\section{Education}"),
      Repeated(kind: .latex, unit: #"\title{a}"#, end: "\n\n\\section{Education}"),
      Repeated(kind: .markdown, unit: "&copy; ", end: "\n\n# Education"),
      Repeated(kind: .markdown, unit: "{% comment %} a ", end: "\n\n# Education"),
      Repeated(kind: .typst, unit: #"\ / a "#, end: "\n\n= Education"),
    ])
  func restIsRead(repeated: Repeated) throws {
    let last = try #require(try document(repeated).blocks.last)
    #expect(last.span.string == "Education")
    guard case .heading = last.kind else {
      Issue.record("\(last.kind) is not a heading")
      return
    }
  }

  @Test("Definitions that multiply their arguments, which others leave out, come to an end")
  func multipliedArguments() {
    let many = String(repeating: "#1", count: 1000)
    let call = #"\a{"# + String(repeating: "x", count: 1000) + "}\n"
    let text =
      #"\newcommand{\a}[1]{\phantom{"# + many + "}}\n" + String(repeating: call, count: 300)
    #expect(LaTeXReader.read(Array(text.utf8)).blocks.isEmpty)
  }

  @Test("A line of JSON with a hundred thousand values keeps the place of each")
  func longLine() throws {
    let text = #"{"a": ["# + String(repeating: #""é", "#, count: 100_000) + #""z"]}"#
    let data = try YAMLReader.read(Array(text.utf8))
    let last = try #require(data["a"].items.last?.span)
    #expect(last.byteRange == text.utf8.count - 4..<text.utf8.count - 3)
    #expect(data["a"].items.count == 100_001)
  }

  @Test("Thirty thousand tables of one name are a list")
  func tables() {
    let data = TOMLReader.read(Array(String(repeating: "[[a]]\nb = 1\n", count: 30_000).utf8))
    #expect(data["a"].items.count == 30_000)
  }
}
