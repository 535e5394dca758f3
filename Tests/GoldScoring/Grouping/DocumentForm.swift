internal import Foundation

/// The kind of a document as its owner would name it.
package enum DocumentForm: String, CaseIterable, Codable, Sendable {
  case markdown = "Markdown"
  case html = "HTML"
  case latex = "LaTeX"
  case pdf = "PDF"
  case plainText = "plain text"
  case bibtex = "BibTeX"
  /// YAML, JSON or TOML.
  case data = "data file"
  /// A folder that holds the sources of a whole site.
  case site = "site folder"
  /// The document itself is not there to look at, and its name states nothing.
  case unknown

  /// Forms by the ending of the file name, in lower case. Other endings, `txt` among them, state
  /// nothing about the content.
  private static let byEnding: [String: DocumentForm] = [
    "md": .markdown, "markdown": .markdown, "qmd": .markdown, "rmd": .markdown, "html": .html,
    "htm": .html, "xhtml": .html, "tex": .latex, "pdf": .pdf, "bib": .bibtex, "yaml": .data,
    "yml": .data, "json": .data, "toml": .data, "jemdoc": .plainText,
  ]

  /// The form that the record states; otherwise by the ending of the file's name, and by its content
  /// when the ending states nothing.
  package init(of document: GoldDocument) {
    self = document.record.family?.form ?? Self(seenIn: document)
  }

  /// The form that name and content of the document show.
  init(seenIn document: GoldDocument) {
    let name = document.source?.path ?? document.record.document
    let byEnding = Self.byEnding[FileTree.ending(of: name)]
    guard let source = document.source else {
      self = byEnding ?? .unknown
      return
    }
    self =
      FileTree.isFolder(source.path)
      ? .site
      : byEnding ?? DocumentText.content(of: source).map { DocumentForm(ofText: $0) } ?? .unknown
  }

  /// The form of a text by what it contains.
  init(ofText text: String) {
    let start = text.prefix(2_000).drop(while: \.isWhitespace).lowercased()
    if start.hasPrefix("%pdf-") {
      self = .pdf
    } else if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      self = .html
    } else if text.contains("\\documentclass") || text.contains("\\begin{document}") {
      self = .latex
    } else if start.hasPrefix("{") || start.hasPrefix("[{") {
      self = .data
    } else if Self.isBibTeX(start) {
      self = .bibtex
    } else {
      self = Self.isMarkdown(text) ? .markdown : .plainText
    }
  }

  private static func isBibTeX(_ start: String) -> Bool {
    start.hasPrefix("@") && start.dropFirst().drop(while: \.isLetter).hasPrefix("{")
  }

  /// Whether several lines have marks that plain text hardly ever has: headings, emphasis, links,
  /// or front matter at the beginning.
  private static func isMarkdown(_ text: String) -> Bool {
    let leastMarkedLines = 2  // one could be a rule or a remark of its author
    let lines = text.split(whereSeparator: \.isNewline)
    let marked = lines.lazy.filter { line in
      line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### ")
        || line.contains("](") || line.contains("**")
    }
    return lines.first == "---" || marked.prefix(leastMarkedLines).count == leastMarkedLines
  }
}
