/// What a reader sees of a document with markup.
enum VisibleText {
  /// The text without comments, scripts, style sheets, tags, commands of LaTeX and addresses of
  /// links: their words are English whatever the language of the document.
  static func text(of text: Scalars) -> Scalars {
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
}
