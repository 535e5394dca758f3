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
  /// - Parameter keepsPersonalData: Whether ``Document/personal`` lists the personal data.
  /// - Throws: ``UnreadableSource`` when the bytes are not text, or too many.
  package static func read(
    _ bytes: [UInt8], keepsPersonalData: Bool = false
  ) throws(UnreadableSource) -> Document {
    let document = try readBlocks(bytes)
    if document.blocks.count >= BlockBuilder.maximumCount {
      throw .tooManyParts(limit: BlockBuilder.maximumCount)
    }
    return withoutPersonalData(document, keepsPersonalData)
  }

  private static func readBlocks(_ bytes: [UInt8]) throws(UnreadableSource) -> Document {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      if bytes.count > maximumByteCount { throw .tooLarge(limit: maximumByteCount) }
      return try readPDF(bytes)
    }
    try checkIsText(bytes)
    let bytes = LineEnds.normalized(bytes)
    switch DocumentKind.detect(bytes) {
    case .html: return HTMLReader.read(bytes)
    case .markdown: return MarkdownReader.read(bytes)
    case .plainText: return PlainTextReader.read(bytes)
    case .data:
      if bytes.count > maximumDataByteCount { throw .tooLarge(limit: maximumDataByteCount) }
      return Document(kind: .data, blocks: [], data: (try? YAMLReader.read(bytes)) ?? .empty)
    case .bibtex, .site: return Document(kind: .bibtex, blocks: [])
    case .pdf: return try readPDF(bytes)
    case .latex: return LaTeXReader.read(bytes)
    }
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

  private static func checkIsText(_ bytes: [UInt8]) throws(UnreadableSource) {
    if bytes.count > maximumTextByteCount { throw .tooLarge(limit: maximumTextByteCount) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .otherEncoding("UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .otherEncoding("UTF-16")
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if bytes.allSatisfy(isSpace) || bytes == [0xEF, 0xBB, 0xBF] { throw .empty }
    if let offset = bytes.firstIndex(where: { $0 == 0 || ($0 < 0x20 && !isSpace($0) && $0 != 0x1B) }
    ) {
      throw .binary(offset: offset)
    }
    if let offset = firstInvalidUTF8(bytes) {
      throw .notUTF8(offset: offset, line: LineIndex(bytes).line(of: offset))
    }
  }

  private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
