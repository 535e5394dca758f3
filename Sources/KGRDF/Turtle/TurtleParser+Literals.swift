internal import KGModel

// Strings with their escapes, language tags and datatypes; numbers.
extension TurtleParser {
  /// An RDFLiteral at its quote.
  mutating func literal() throws -> Literal {
    let lexicalForm = try string()
    try input.skipBlanks()
    switch try input.byte() {
    case UInt8(ascii: "@"): return Literal(lexicalForm, languageTag: try languageTag())
    case UInt8(ascii: "^"):
      let datatype = try datatype()
      guard datatype != RDF.langString else {
        throw input.error("rdf:langString needs a language tag: \"…\"@en")
      }
      return Literal(lexicalForm, datatype: datatype)
    default: return Literal(lexicalForm)
    }
  }

  private mutating func languageTag() throws -> String {
    var end = try input.run(from: 1, while: \.isASCIILetter)
    guard end > 1 else { throw input.error("expected a language tag such as @en") }
    while try input.byte(end) == UInt8(ascii: "-") {
      let next = try input.run(from: end + 1) { $0.isASCIILetter || $0.isASCIIDigit }
      guard next > end + 1 else {
        throw input.error("expected letters or digits after '-' in the language tag", at: end)
      }
      end = next
    }
    let tag = input.text(1..<end)
    input.consume(end)
    return tag
  }

  private mutating func datatype() throws -> IRI {
    guard try input.byte(1) == UInt8(ascii: "^") else {
      throw input.error("expected '^^' and a datatype")
    }
    input.consume(2)
    try input.skipBlanks()
    if try input.byte() == UInt8(ascii: "<") { return try iriReference() }
    guard let iri = try prefixedName() else { throw try unexpected("a datatype: an IRI") }
    return iri
  }

  // MARK: Strings

  /// A string in any of the four kinds of quotes, with its escapes resolved.
  private mutating func string() throws -> String {
    let quote = try input.byte() ?? 0
    let isDoubled = try input.byte(1) == quote
    let isLong = try isDoubled && input.byte(2) == quote
    if isDoubled && !isLong {
      input.consume(2)
      return ""
    }
    return try isLong ? longString(quote) : shortString(quote)
  }

  private mutating func shortString(_ quote: UInt8) throws -> String {
    var (start, end) = (1, 1)
    unescaped.removeAll(keepingCapacity: true)
    while true {
      end = try input.run(from: end) {
        $0 != quote && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\n")
          && $0 != UInt8(ascii: "\r")
      }
      switch try input.byte(end) {
      case quote:
        let text = string(start..<end)
        input.consume(end + 1)
        return text
      case UInt8(ascii: "\\"): (start, end) = try escape(start..<end)
      default:
        let quotes = String(repeating: Character(Unicode.Scalar(quote)), count: 3)
        throw input.error(
          "this string does not end on its line; close it, write \\n for a line break, or use \(quotes)"
            + " as quotes")
      }
    }
  }

  private mutating func longString(_ quote: UInt8) throws -> String {
    var (start, end) = (3, 3)
    unescaped.removeAll(keepingCapacity: true)
    while true {
      end = try input.run(from: end) { $0 != quote && $0 != UInt8(ascii: "\\") }
      switch try input.byte(end) {
      case quote:
        guard try input.byte(end + 1) == quote, try input.byte(end + 2) == quote else {
          end += 1
          continue
        }
        let text = string(start..<end)
        input.consumeLines(end + 3)
        return text
      case UInt8(ascii: "\\"): (start, end) = try escape(start..<end)
      default:
        throw input.error("this string is not closed; close it with three quotation marks")
      }
    }
  }

  /// The bytes unescaped so far, followed by a rest without escapes.
  private mutating func string(_ rest: Range<Int>) -> String {
    if unescaped.isEmpty { return input.text(rest) }
    unescaped += input.slice(rest)
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Appends the bytes before a backslash and the escaped character to `unescaped`.
  ///
  /// - Returns: Where the text after the escape begins, as both ends of an empty range.
  private mutating func escape(_ before: Range<Int>) throws -> (start: Int, end: Int) {
    unescaped += input.slice(before)
    let backslash = before.upperBound
    let letter = try input.byte(backslash + 1) ?? 0
    if letter == UInt8(ascii: "u") || letter == UInt8(ascii: "U") {
      let (scalar, length) = try numericEscape(backslash)
      unescaped += scalar.utf8
      return (backslash + length, backslash + length)
    }
    guard let scalar = Unicode.Scalar(escapedBy: letter) else {
      throw input.error("unknown escape; write '\\\\' for a backslash", at: backslash)
    }
    unescaped += scalar.utf8
    return (backslash + 2, backslash + 2)
  }

  /// A UCHAR, `\u` and four or `\U` and eight hexadecimal digits, and its length in bytes.
  mutating func numericEscape(_ backslash: Int) throws -> (Unicode.Scalar, length: Int) {
    let digits =
      switch try input.byte(backslash + 1) {
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    let start = backslash + 2
    var end = start
    while end < start + digits, try input.byte(end)?.isHexDigit == true { end += 1 }
    guard digits > 0, end == start + digits, let value = UInt32(input.text(start..<end), radix: 16)
    else {
      throw input.error(
        "expected \\u and four, or \\U and eight, hexadecimal digits", at: backslash)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw input.error(
        "this escape is not a character: a surrogate, or above 10FFFF; write the character itself",
        at: backslash)
    }
    return (scalar, digits + 2)
  }

  // MARK: Numbers

  /// The longest integer, decimal or double that begins here.
  mutating func number() throws -> Literal {
    let hasSign = try [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(input.byte() ?? 0)
    let start = hasSign ? 1 : 0
    var end = try input.run(from: start, while: \.isASCIIDigit)
    var datatype = XSD.integer
    var hasDigits = end > start
    if try input.byte(end) == UInt8(ascii: ".") {
      let fraction = try input.run(from: end + 1, while: \.isASCIIDigit)
      let isExponentNext = try (hasDigits || fraction > end + 1) && exponentEnd(fraction) != nil
      if fraction > end + 1 || isExponentNext {
        (datatype, end, hasDigits) = (XSD.decimal, fraction, true)
      }
    }
    guard hasDigits else { throw input.error("expected digits after the sign") }
    if let exponent = try exponentEnd(end) { (datatype, end) = (XSD.double, exponent) }
    let lexicalForm = input.text(0..<end)
    input.consume(end)
    return Literal(lexicalForm, datatype: datatype)
  }

  private mutating func exponentEnd(_ start: Int) throws -> Int? {
    guard let letter = try input.byte(start), letter | 0x20 == UInt8(ascii: "e") else { return nil }
    let sign = try input.byte(start + 1)
    let digits = start + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
    let end = try input.run(from: digits, while: \.isASCIIDigit)
    return end > digits ? end : nil
  }
}
