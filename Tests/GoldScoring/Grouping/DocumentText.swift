internal import Foundation

/// The text of a document, as far as grouping by form and language needs it.
enum DocumentText {
  /// The beginning of a file is enough to recognize its form and language.
  private static let sampleSize = 40_000  // bytes
  private static let textEndings: Set<String> = [
    "md", "markdown", "qmd", "html", "htm", "txt", "tex", "yml", "yaml", "json", "toml",
  ]

  /// The text of a document without its markup; the words of the gold record when the document is
  /// not there, or is not text, as PDF.
  static func text(of document: GoldDocument) -> String {
    guard let source = document.source, let content = content(of: source),
      !content.hasPrefix("%PDF-")
    else { return document.record.ownWords }
    return VisibleText.text(of: Scalars(content)).string
  }

  /// The beginning of a file, or of each text file of a folder; `nil` when it is not UTF-8.
  static func content(of source: URL) -> String? {
    guard FileTree.isFolder(source.path) else { return sample(of: source.path) }
    return FileTree.files(in: source.path, withEndings: textEndings).compactMap(sample)
      .joined(separator: "\n")
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
}
