package import KGText

/// Reads bytes into a document: detects the format and calls its reader.
public enum DocumentReader {
  /// The largest document that is read, in bytes. Profiles are short; a PDF may contain pictures.
  public static let maximumByteCount = 32 << 20
  private static let maximumTextByteCount = 20 << 20
  /// Data in memory takes fifty times the size of its text.
  private static let maximumDataByteCount = 6 << 20

  /// Reads a document; its blocks never contain personal data.
  ///
  /// - Parameters:
  ///   - name: The name of the file, which decides where the content fits several kinds.
  ///   - keepsPersonalData: Whether ``Document/personal`` lists the personal data.
  /// - Throws: ``UnreadableSource`` when the bytes are not text, or too many.
  package static func read(
    _ bytes: [UInt8], name: String? = nil, keepsPersonalData: Bool = false
  ) throws(UnreadableSource) -> Document {
    let document = try readBlocks(bytes, name: name)
    if document.blocks.count >= BlockBuilder.maximumCount {
      throw .tooManyParts(limit: BlockBuilder.maximumCount)
    }
    return withoutPersonalData(document, keepsPersonalData)
  }

  private static func readBlocks(
    _ bytes: [UInt8], name: String?
  ) throws(UnreadableSource) -> Document {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      if bytes.count > maximumByteCount { throw .tooLarge(limit: maximumByteCount) }
      return try readPDF(bytes)
    }
    if bytes.count > maximumTextByteCount { throw .tooLarge(limit: maximumTextByteCount) }
    let text = try checkedText(bytes)
    let kind = DocumentKind.detect(text, name: name)
    // Only plain text has running headers at its page breaks.
    let bytes = kind == .plainText ? text : ControlCharacters.endingLinesAtPageBreaks(text)
    switch kind {
    case .html: return HTMLReader.read(bytes)
    case .markdown: return MarkdownReader.read(bytes)
    case .plainText: return PlainTextReader.read(bytes)
    case .data:
      if bytes.count > maximumDataByteCount { throw .tooLarge(limit: maximumDataByteCount) }
      return Document(kind: .data, blocks: [], data: DataFileReader.read(bytes, name: name))
    case .bibtex, .site: return Document(kind: .bibtex, blocks: [])
    case .pdf: return try readPDF(bytes)
    case .latex: return LaTeXReader.read(bytes)
    case .org: return OrgReader.read(bytes)
    case .reStructuredText: return RSTReader.read(bytes)
    case .jemdoc: return JemdocReader.read(bytes)
    case .typst: return TypstReader.read(bytes)
    }
  }

  /// The bytes as a reader expects them, with places as in the document; `nil` when they are not a text.
  package static func text(of bytes: [UInt8]) -> [UInt8]? { try? checkedText(bytes) }

  private static func checkedText(_ bytes: [UInt8]) throws(UnreadableSource) -> [UInt8] {
    try TextBytes.check(bytes)
    return ControlCharacters.blanked(LineEnds.normalized(bytes))
  }

  private static func readPDF(_ bytes: [UInt8]) throws(UnreadableSource) -> Document {
    do {
      return try PDFReader.read(bytes)
    } catch {
      throw .pdf(error)
    }
  }

  private static func withoutPersonalData(
    _ document: consuming Document, _ keepsPersonalData: Bool
  ) -> Document {
    let labels = PersonalData.Labels.shared
    document.images.removeAll {
      !PersonalData.findings(in: $0.text.folded, labels: labels).isEmpty
    }
    // In place: a long document is never copied.
    for index in document.blocks.indices {
      let text = LetterSpacedHan.joined(document.blocks[index].text)
      let found = PersonalData.findings(in: text.folded, labels: labels)
      document.blocks[index] = Block(
        document.blocks[index].kind, text.blanking(found.map(\.range)))
      if keepsPersonalData {
        // An address after a label is found twice.
        var places: Set<Range<Int>> = []
        document.personal += found.filter { places.insert($0.range).inserted }.map {
          ($0.property, text.whole.slice($0.range).trimmed)
        }
      }
    }
    return document
  }
}
