import KGProfiles
import KGReaders
import KGText

/// Reads whatever it is given as a document of one form. What is read has to lie within the document.
enum DocumentTarget: String {
  case markdown, html, latex, text, org, rst, jemdoc, typst
  /// The XML of `pdftohtml`.
  case pdfXML = "pdf-xml"
  /// YAML and JSON, of which it is a superset.
  case yaml
  case toml
  case bibtex
  /// All of extraction, of a document of any form.
  case extract

  func run(_ bytes: [UInt8]) {
    switch self {
    case .extract: extract(bytes)
    case .pdfXML: check((try? PDFReader.read(xml: bytes))?.blocks ?? [], byteCount: nil)
    default:
      guard let text = DocumentReader.text(of: bytes) else { return }
      read(text)
    }
  }

  private func read(_ text: [UInt8]) {
    switch self {
    case .markdown: check(MarkdownReader.read(text), text)
    case .html: check(HTMLReader.read(text), text)
    case .latex: check(LaTeXReader.read(text), text)
    case .text: check(PlainTextReader.read(text), text)
    case .org: check(OrgReader.read(text), text)
    case .rst: check(RSTReader.read(text), text)
    case .jemdoc: check(JemdocReader.read(text), text)
    case .typst: check(TypstReader.read(text), text)
    case .yaml: check((try? YAMLReader.read(text)) ?? .empty, text)
    case .toml: check(TOMLReader.read(text), text)
    case .bibtex: readBibTeX(text)
    case .pdfXML, .extract: break
    }
  }

  private func readBibTeX(_ text: [UInt8]) {
    let problems = BibTeXReader.forEach(of: text) { entry in
      for span in entry.fields.values { check(span, byteCount: text.count) }
      for name in entry.authors?.names ?? [] { check(name.span, byteCount: text.count) }
    }
    for problem in problems { check(problem.span, byteCount: text.count) }
  }

  /// Reads a document as `kg extract` does. A PDF would start another program.
  private func extract(_ bytes: [UInt8]) {
    guard !bytes.starts(with: "%PDF-".utf8),
      let extraction = try? ProfileExtractor.extract(bytes, includesPersonalData: true)
    else { return }
    _ = extraction.blockText
    ProfileJSON.write(extraction, document: "document") { _ in }
  }

  // MARK: Places

  private func check(_ document: Document, _ text: [UInt8]) {
    check(document.blocks, byteCount: text.count)
    for image in document.images { check(image, byteCount: text.count) }
  }

  /// - Parameter byteCount: The length of the document; `nil` where places are not places in it.
  private func check(_ blocks: [Block], byteCount: Int?) {
    for block in blocks { check(block.text.whole, byteCount: byteCount ?? .max) }
  }

  private func check(_ data: DataNode, _ text: [UInt8]) {
    switch data {
    case .text(let span): check(span, byteCount: text.count)
    case .list(let items): for item in items { check(item, text) }
    case .map(let pairs, let places):
      for pair in pairs { check(pair.value, text) }
      for place in places { check(place, byteCount: text.count) }
    default: break
    }
  }

  private func check(_ span: Span, byteCount: Int) {
    let range = span.byteRange
    // A sign that a reader adds at the end, such as a separator of cells, counts as a byte.
    if range.lowerBound < 0 || range.lowerBound > byteCount || range.upperBound - 1 > byteCount {
      stop("a text of bytes \(range) in a document of \(byteCount)")
    }
  }
}
