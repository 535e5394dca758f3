import KnowledgeGraph

extension String {
  /// The text as it can be shown: a character that controls a terminal as its escape in JSON (`\u001B`), which line
  /// ends and tabs are not; bytes that are not UTF-8 as U+FFFD.
  var visible: String {
    let text = hasEscapedBytes ? String(decoding: unescapedBytes, as: UTF8.self) : self
    guard text.unicodeScalars.contains(where: \.controlsTerminal) else { return text }
    return text.unicodeScalars.map { scalar in
      scalar.controlsTerminal
        ? "\\u" + hexadecimal(scalar.value, digits: 4).uppercased() : String(scalar)
    }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether the character changes what a terminal does: a control character, or one that changes the direction of
  /// text.
  fileprivate var controlsTerminal: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
