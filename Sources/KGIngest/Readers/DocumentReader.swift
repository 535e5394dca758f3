internal import KGModel

/// Why a source cannot be read as a document.
public enum UnreadableSource: Error, Hashable, Sendable {
  case empty
  /// A NUL or control byte that no text has, at this byte.
  case binary(offset: Int)
  /// Another Unicode form, such as `UTF-16`.
  case otherEncoding(String)
  case notUTF8(offset: Int, line: Int)
  case tooLarge(limit: Int)
  case tooManyParts(limit: Int)
  case pdf(UnreadablePDF)
  /// No name, no paper, no post: this is no profile.
  case nothingFound
}

extension UnreadableSource: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the document is empty"
    case .binary(let offset):
      "this is no text: byte \(offset) is a control character; "
        + "give a Markdown, HTML or plain-text document"
    case .otherEncoding(let name):
      "the text is \(name), not UTF-8; convert it: iconv -f \(name) -t UTF-8"
    case .notUTF8(let offset, let line):
      "line \(line) is not UTF-8 (byte \(offset)); "
        + "if it is Chinese from Windows, convert it: iconv -f GB18030 -t UTF-8"
    case .tooLarge(let limit): "larger than \(limit >> 20) MB, which no profile is"
    case .tooManyParts(let limit):
      "more than \(limit) headings, paragraphs and items, which no profile has"
    case .pdf(let problem): problem.description
    case .nothingFound:
      "nothing here tells of a researcher; name the owner with --owner, "
        + "or the RDF syntax with --format nt, nq, ttl or trig"
    }
  }
}

/// Bytes to blocks: finds out what a document is and reads it as that.
public enum DocumentReader {
  /// Profiles are pages; what is larger is something else. A PDF may hold pictures.
  public static let maximumByteCount = 32 << 20
  private static let maximumTextByteCount = 20 << 20
  /// A tree of data takes fifty times its text.
  private static let maximumDataByteCount = 6 << 20

  /// - Parameter keepsPersonalData: Whether the document tells what personal data it holds. Its blocks never show them.
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
      return try PDFReader.read(bytes)
    }
    try checkIsText(bytes)
    switch DocumentKind.detect(bytes) {
    case .html: return HTMLReader.read(bytes)
    case .markdown: return MarkdownReader.read(bytes)
    case .plainText: return PlainTextReader.read(bytes)
    case .data:
      if bytes.count > maximumDataByteCount { throw .tooLarge(limit: maximumDataByteCount) }
      return Document(kind: .data, blocks: [], data: (try? YAMLReader.read(bytes)) ?? .empty)
    case .bibtex, .site: return Document(kind: .bibtex, blocks: [])
    case .pdf: return try PDFReader.read(bytes)
    case .latex: return LaTeXReader.read(bytes)
    }
  }

  private static func withoutPersonalData(
    _ document: consuming Document, _ keepsPersonalData: Bool
  ) -> Document {
    let labels = Lexicon.shared.personalLabels
    document.images.removeAll {
      !PersonalData.findings(in: $0.text.folded, labels: labels).isEmpty
    }
    // In place: of a long document there is never a second one.
    for index in document.blocks.indices {
      let text = SpacedHan.joined(document.blocks[index].text)
      let found = PersonalData.findings(in: text.folded, labels: labels)
      document.blocks[index] = Block(
        document.blocks[index].kind, text.blanking(found.map(\.range)))
      if keepsPersonalData {
        // An address behind a label is found twice.
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

extension DocumentKind {
  /// What the content looks like; the name of the file plays no part.
  package static func detect(_ bytes: [UInt8]) -> DocumentKind {
    // Markup shows early; a page of it is enough.
    let head = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    let lines = head.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line) }
    let first = lines.first { !$0.allSatisfy(\.isWhitespace) }?.drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    // A list of works may have the empty front matter that makes a site generator read it.
    if BibTeXReader.isBibTeX(head) { return .bibtex }
    if first == "---" || first == "+++", let fence = first,
      lines.dropFirst().contains(where: { $0 == fence })
    {
      return .markdown
    }
    if isLaTeX(lines) { return .latex }
    if isData(head, lines) { return .data }
    let tags = ["<!doctype html", "<html", "<body"]
    if lines.prefix(100).contains(where: { line in
      line.utf8.contains(UInt8(ascii: "<"))
        && tags.contains { line.prefix(4096).lowercased().contains($0) }
    }) {
      return .html
    }
    if first?.hasPrefix("<") == true, !lines.contains(where: isMarkdownHeading) { return .html }
    let isMarkdown =
      lines.contains(where: isMarkdownHeading) || lines.contains(where: hasLink)
      || lines.contains(where: hasStrongRun)
      || lines.contains { isUnderline($0) }
    return isMarkdown ? .markdown : .plainText
  }

  /// JSON, or YAML with a key that such files begin with.
  private static func isData(_ head: String, _ lines: [Substring]) -> Bool {
    if let first = head.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }), first == "{" {
      return head.contains("\":") || head.contains("\" :")
    }
    let keys = ["cv:", "basics:", "sections:", "- title:"]
    return lines.contains { line in keys.contains { line.hasPrefix($0) } }
      && lines.filter {
        $0.contains(": ") || $0.hasSuffix(":") || $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace)
          || $0.contains("- ")
      }.count * 10
        >= lines.count * 6
  }

  /// A class, or a document's beginning, or sections of LaTeX in lines of their own.
  private static func isLaTeX(_ lines: [Substring]) -> Bool {
    let starts = lines.lazy.filter { $0.utf8.contains(UInt8(ascii: "\\")) }.map {
      $0.drop { $0 == " " || $0 == "\t" }
    }
    return starts.contains {
      $0.hasPrefix("\\documentclass") || $0.hasPrefix("\\begin{document}")
        || $0.hasPrefix("\\section{") || $0.hasPrefix("\\cvsection{")
        || $0.hasPrefix("\\begin{cventries}") || $0.hasPrefix("\\documentstyle")
    }
  }

  private static func isMarkdownHeading(_ line: Substring) -> Bool {
    let hashes = line.prefix { $0 == "#" }
    return (1...6).contains(hashes.count) && line.dropFirst(hashes.count).first == " "
  }

  private static func isUnderline(_ line: Substring) -> Bool {
    let signs = line.prefix { $0 == "=" }
    return signs.count >= 3 && line[signs.endIndex...].allSatisfy(\.isWhitespace)
  }

  /// `](` in a line.
  private static func hasLink(_ line: Substring) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains {
      $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: "(")
    }
  }

  /// `**` twice in a line.
  private static func hasStrongRun(_ line: Substring) -> Bool {
    var count = 0
    var last: UInt8 = 0
    for byte in line.utf8 {
      if byte == UInt8(ascii: "*"), last == byte {
        count += 1
        last = 0
        if count == 2 { return true }
      } else {
        last = byte
      }
    }
    return false
  }
}
