internal import KGModel
package import KGText

extension DocumentKind {
  /// The kind of document that the content looks like. The name of the file decides between kinds whose
  /// content may look the same.
  ///
  /// - Returns: ``plainText`` when no markup is found.
  package static func detect(_ bytes: [UInt8], name: String? = nil) -> DocumentKind {
    if let name {
      if let kind = named(name) { return kind }
      if DataFileReader.isData(bytes, name: name) { return .data }
    }
    // Markup appears early: the first page is enough.
    let head = bytes.prefix(64 << 10)
    let lines = head.byteLines
      .map { line in line.last == UInt8(ascii: "\r") ? line.dropLast() : line }
    let first = lines.lazy.map(withoutLeadingBlanks).first { !$0.isEmpty }
    if let kind = lightweightKind(of: lines) { return kind }
    // A list of works may begin with empty front matter, which makes a site generator process it.
    if BibTeXReader.isBibTeX(head) { return .bibtex }
    if let fence = first, fence.elementsEqual("---".utf8) || fence.elementsEqual("+++".utf8),
      lines.dropFirst().contains(fence)
    {
      return .markdown
    }
    if isLaTeX(lines) { return .latex }
    if isJSON(head) || YAMLShape.isData(bytes, lines) { return .data }
    if lines.prefix(100).contains(where: hasPageTag) { return .html }
    if first?.first == UInt8(ascii: "<"), !lines.contains(where: isMarkdownHeading) {
      return .html
    }
    let isMarkdown =
      lines.contains(where: isMarkdownHeading) || lines.contains(where: hasLink)
      || lines.contains(where: hasStrongRun)
      || lines.contains { isUnderline($0) }
    return isMarkdown ? .markdown : .plainText
  }

  /// The kind that the ending of a name states, for markup languages that others resemble.
  private static func named(_ name: String) -> DocumentKind? {
    let path = PathText(name.lowercased())
    let endings: [(String, DocumentKind)] = [
      (".org", .org), (".rst", .reStructuredText), (".typ", .typst), (".jemdoc", .jemdoc),
      (".rmd", .markdown), (".qmd", .markdown),
    ]
    return endings.first { ending, _ in
      path.ends(with: [ending, ending + ".gz", ending + ".zst"])
    }?.1
  }

  /// org-mode, jemdoc, Typst or reStructuredText, by lines that only one of them has.
  private static func lightweightKind(of lines: [Line]) -> DocumentKind? {
    // Few lines begin with the sign of a heading, a list or a command.
    let signs = "#*=".utf8
    let marked = lines.filter { line in line.first.map(signs.contains) ?? false }
    func count(_ prefixes: [String]) -> Int {
      marked.count { line in prefixes.contains { line.starts(with: $0.utf8) } }
    }
    if count(["# jemdoc:", "# jemdoc ("]) > 0 { return .jemdoc }
    let small = marked.lazy.filter { $0.first == UInt8(ascii: "#") }.map(lowercased)
    let keywords = ["#+title:", "#+author:", "#+options:", "#+startup:", "#+begin_", "#+latex_"]
    if small.contains(where: { line in keywords.contains { line.hasPrefix($0) } }) { return .org }
    if count(["* "]) > 0,
      lines.contains(where: { $0.elementsEqual(":PROPERTIES:".utf8) || hasOrgLink($0) })
    {
      return .org
    }
    if count(["#import \"@", "#show: ", "#set page(", "#set text(", "#set document("]) > 0 {
      return .typst
    }
    if count(["== ", "= "]) > 0, lines.contains(where: hasJemdocLink),
      !lines.contains(where: hasLink)
    {
      return .jemdoc
    }
    let isRST =
      lines.contains { $0.starts(with: ".. ".utf8) && $0.containsText("::") }
      // The single byte is searched for first, since it is found much faster.
      || lines.contains { $0.contains(UInt8(ascii: "`")) && $0.containsText(">`_") }
    return isRST ? .reStructuredText : nil
  }

  private static func hasOrgLink(_ line: Line) -> Bool {
    line.containsText("[[http") && line.containsText("][")
  }

  /// `[https://a.example text]`
  private static func hasJemdocLink(_ line: Line) -> Bool {
    guard let start = line.firstIndex(ofText: "[http"),
      let end = line[start...].firstIndex(of: UInt8(ascii: "]")),
      let blank = line[start...].firstIndex(of: UInt8(ascii: " "))
    else { return false }
    return blank < end
      && (start == line.startIndex || line[start - 1] != UInt8(ascii: "["))
  }

  // Signs of markup are compared as bytes: a `Character` includes a combining mark that follows it.
  private typealias Line = ArraySlice<UInt8>

  /// The line without the white space, of any script, and the byte order mark at its beginning.
  private static func withoutLeadingBlanks(_ line: Line) -> Line {
    guard let first = line.first, first <= 0x20 || first >= 0x80 else { return line }
    let text = String(decoding: line, as: UTF8.self).unicodeScalars
    let rest = text.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    return ArraySlice(String(rest).utf8)
  }

  private static func isBlank(_ line: Line) -> Bool { withoutLeadingBlanks(line).isEmpty }

  private static func lowercased(_ line: Line) -> String {
    String(decoding: line, as: UTF8.self).lowercased()
  }

  private static func hasPageTag(_ line: Line) -> Bool {
    guard line.contains(UInt8(ascii: "<")) else { return false }
    let small = lowercased(line.prefix(4096))
    return small.containsText("<!doctype html") || small.containsText("<html")
      || small.containsText("<body")
  }

  /// An object with keys, or a list of such objects.
  private static func isJSON(_ head: Line) -> Bool {
    // The byte order mark has three bytes.
    let bytes = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let start = bytes.lazy.filter { $0 > 0x20 }.prefix(3)
    guard start.first == UInt8(ascii: "{") || start.elementsEqual("[{\"".utf8) else {
      return false
    }
    return head.containsText("\":") || head.containsText("\" :")
  }

  /// A class, the beginning of a document, or sections of LaTeX, at the beginning of a line.
  private static func isLaTeX(_ lines: [Line]) -> Bool {
    let commands = [
      "\\documentclass", "\\begin{document}", "\\section{", "\\cvsection{", "\\begin{cventries}",
      "\\documentstyle",
    ]
    return lines.contains { line in
      guard line.contains(UInt8(ascii: "\\")) else { return false }
      let start = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return commands.contains { start.starts(with: $0.utf8) }
    }
  }

  private static func isMarkdownHeading(_ line: Line) -> Bool {
    let hashes = line.prefix { $0 == UInt8(ascii: "#") }
    return (1...6).contains(hashes.count)
      && line.dropFirst(hashes.count).first == UInt8(ascii: " ")
  }

  private static func isUnderline(_ line: Line) -> Bool {
    let signs = line.prefix { $0 == UInt8(ascii: "=") }
    return signs.count >= 3 && isBlank(line[signs.endIndex...])
  }

  private static func hasLink(_ line: Line) -> Bool { line.containsText("](") }

  /// `**` twice in a line.
  private static func hasStrongRun(_ line: Line) -> Bool {
    var count = 0
    var last: UInt8 = 0
    for byte in line {
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
