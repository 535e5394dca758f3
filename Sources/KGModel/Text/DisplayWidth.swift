/// The number of terminal cells that a text takes: two for wide East Asian characters and for characters that are
/// shown as emoji, zero for combining marks (Unicode Standard Annex 11, Unicode Technical Standard 51).
package func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

/// The beginning of a text that fits into a number of terminal cells, with an ellipsis when something is left out.
package func shortened(_ text: String, toWidth width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var result = ""
  var left = width - 1  // the ellipsis takes a cell
  for character in text {
    left -= displayWidth(String(character))
    if left < 0 { break }
    result.append(character)
  }
  return result + "…"
}
