package import KGText

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
