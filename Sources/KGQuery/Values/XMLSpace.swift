/// A text without XML white space at its ends, which XSD ignores for all types except strings.
func trimmedXMLSpace(_ text: String) -> String {
  let isSpace = { (scalar: Unicode.Scalar) in
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
  let head = text.unicodeScalars.drop(while: isSpace)
  let tail = head.reversed().prefix(while: isSpace).count
  return String(String.UnicodeScalarView(head.dropLast(tail)))
}
