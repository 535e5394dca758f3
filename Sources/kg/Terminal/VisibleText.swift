import KnowledgeGraph

extension String {
  /// The text as it can be shown: a character that controls a terminal as its escape in JSON (`\u001B`), which line
  /// ends and tabs are not; bytes that are not UTF-8 as U+FFFD.
  var visible: String {
    let text = hasEscapedBytes ? String(decoding: unescapedBytes, as: UTF8.self) : self
    guard text.unicodeScalars.contains(where: \.mustBeEscaped) else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.mustBeEscaped
        ? "\\u" + hexadecimal(scalar.value, digits: 4).uppercased() : String(scalar)
    }.joined()
  }
}

extension Unicode.Scalar {
  fileprivate var mustBeEscaped: Bool { controlsTerminal && self != "\t" && self != "\n" }
}
