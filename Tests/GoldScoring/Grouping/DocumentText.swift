internal import Foundation

/// The words of a document, as far as grouping by form and language needs them.
enum DocumentText {
  /// The beginning of a file is enough to recognize its form and language.
  private static let sampleSize = 40_000  // bytes
  private static let textEndings: Set<String> = [
    "md", "markdown", "qmd", "html", "htm", "txt", "tex", "yml", "yaml", "json", "toml",
  ]

  /// The text of a document without its markup; the words of the gold record when the document is not
  /// there, or is not text, as PDF.
  static func text(of document: GoldDocument) -> String {
    guard let source = document.source, let content = content(of: source),
      !content.hasPrefix("%PDF-")
    else { return words(of: document.record) }
    return withoutMarkup(Scalars(content)).string
  }

  /// The beginning of a file, or of each text file of a folder; `nil` when it is not UTF-8.
  static func content(of source: URL) -> String? {
    guard isFolder(source) else { return sample(of: source.path) }
    let names = FileManager.default.enumerator(atPath: source.path)?.compactMap { $0 as? String }
    return (names ?? []).sorted()
      .filter { textEndings.contains(($0 as NSString).pathExtension.lowercased()) }
      .compactMap { sample(of: source.path + "/" + $0) }.joined(separator: "\n")
  }

  static func isFolder(_ source: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func sample(of path: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }  // it was only read
    guard let data = try? handle.read(upToCount: sampleSize) else { return nil }  // not readable
    let isWholeFile = data.count < sampleSize
    return String(bytes: isWholeFile ? data : withoutCutScalar(data), encoding: .utf8)
  }

  /// The last scalar of a sample may be cut.
  private static func withoutCutScalar(_ data: Data) -> Data {
    data.lastIndex { $0 & 0xC0 != 0x80 }.map { data[..<$0] } ?? data
  }

  /// Without comments, scripts, style sheets, tags, commands of LaTeX and addresses of links: their
  /// words are English whatever the language of the document.
  static func withoutMarkup(_ text: Scalars) -> Scalars {
    var result: Scalars = []
    var index = 0
    while index < text.count {
      if let end = endOfMarkup(in: text, from: index) {
        result.append(" ")
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private static let elements = [("<!--", "-->"), ("<script", "</script"), ("<style", "</style")]
    .map { (start: Scalars($0), end: Scalars($1)) }

  private static func endOfMarkup(in text: Scalars, from start: Int) -> Int? {
    switch text[start] {
    case "<": return endOfElement(in: text, from: start) ?? endOfTag(in: text, from: start)
    case "\\": return text.end(from: start + 1, where: \.isASCIILetter)
    case ":" where text.has([":", "/", "/"], at: start):
      return text.end(from: start) { !$0.isSpace && !")]}>\"'".unicodeScalars.contains($0) }
    default: return nil
    }
  }

  /// The end of a comment or of an element whose content is not text.
  private static func endOfElement(in text: Scalars, from start: Int) -> Int? {
    guard let element = elements.first(where: { text.has($0.start, at: start) }) else { return nil }
    return (start..<text.count).first { text.has(element.end, at: $0) }
  }

  private static func endOfTag(in text: Scalars, from start: Int) -> Int? {
    guard start + 1 < text.count,
      text[start + 1].isASCIILetter || "/!".unicodeScalars.contains(text[start + 1])
    else { return nil }
    return min(text.end(from: start) { $0 != ">" } + 1, text.count)
  }

  /// What the record quotes from the document in the document's own language.
  private static func words(of record: DocumentRecord) -> String {
    let career = record.affiliations.map(\.role)
    let studies = record.education.flatMap { [$0.degree, $0.field] }
    let achievements =
      record.patents.map(\.title) + record.awards.map(\.title) + record.projects.map(\.name)
    return (career + studies + achievements).compactMap { $0 }.joined(separator: "\n")
  }

  /// What the record quotes in a language that need not be the document's own: organizations are
  /// named in the language of their country, and titles of papers are mostly English.
  static func names(in record: DocumentRecord) -> String {
    let organizations =
      record.affiliations.map(\.organization) + record.education.map(\.organization)
    return (organizations + record.papers.map(\.title)).compactMap { $0 }.joined(separator: "\n")
  }
}
