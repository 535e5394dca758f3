/// `\uXXXX` and `\UXXXXXXXX`, which are allowed anywhere in a query and are replaced before it is split into tokens
/// (SPARQL 1.1 Query Language, section 19.2).
enum CodepointEscapes {
  static func replaced(
    in text: [Unicode.Scalar]
  ) throws(SPARQLSyntaxError) -> [Unicode.Scalar] {
    guard text.contains("\\") else { return text }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let next = place + 1 < text.count ? text[place + 1] : " "
      let length = next == "u" ? 4 : next == "U" ? 8 : 0
      guard text[place] == "\\", length > 0 else {
        // The second character of another escape does not begin one.
        let count = text[place] == "\\" && place + 1 < text.count ? 2 : 1
        result += text[place..<(place + count)]
        place += count
        continue
      }
      let digits = String(String.UnicodeScalarView(text[(place + 2)...].prefix(length)))
      guard digits.count == length, digits.allSatisfy(\.isHexDigit),
        let scalar = UInt32(digits, radix: 16).flatMap({ Unicode.Scalar($0) })
      else {
        let before = text[..<place]
        throw SPARQLSyntaxError(
          line: before.count { $0 == "\n" } + 1,
          column: place - (before.lastIndex(of: "\n") ?? -1),
          message: "'\\\(next)\(digits)' is not a character")
      }
      result.append(scalar)
      place += 2 + length
    }
    return result
  }
}
