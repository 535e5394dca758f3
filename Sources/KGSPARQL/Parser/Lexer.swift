internal import KGRDF

/// Splits a query into tokens (SPARQL 1.1 Query Language, section 19.8).
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  static func tokens(_ text: String) throws(SPARQLSyntaxError) -> [Token] {
    var lexer = Lexer(try CodepointEscapes.replaced(in: Array(text.unicodeScalars)))
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() throws(SPARQLSyntaxError) -> Token {
    skipBlanks()
    let (startLine, startColumn, start) = (line, index - lineStart + 1, index)
    let kind = try kind()
    let text = String(String.UnicodeScalarView(scalars[start..<index].prefix(40)))
    return Token(
      kind: kind, line: startLine, column: startColumn, start: start, end: index,
      text: kind == .end ? "the end" : text)
  }

  private mutating func kind() throws(SPARQLSyntaxError) -> Token.Kind {
    guard let first = peek() else { return .end }
    switch first {
    case "<": return iri() ?? sign()
    case "?", "$":
      guard let next = peek(1), next.isNameStart else {
        index += 1
        return .sign(String(first))
      }
      index += 1
      return .variable(take { $0.isNameContinuation && $0 != "-" })
    case "\"", "'": return .string(try string(first))
    case "@": return try languageTag()
    case "_" where peek(1) == ":": return try blankNode()
    case "0"..."9": return try number()
    case ".": return peek(1)?.isDigit == true ? try number() : sign()
    case ":": return try prefixedName(prefix: "")
    default: break
    }
    guard first.isNameStart else { return sign() }
    let start = index
    let word = name { $0.isNameContinuation }
    if peek() == ":", first != "_", !word.hasSuffix(".") { return try prefixedName(prefix: word) }
    // A word is not a prefixed name, so it ends before dots and hyphens.
    index = start
    return .word(take { $0.isLetter || $0.isDigit || $0 == "_" })
  }

  /// Punctuation and operators.
  private mutating func sign() -> Token.Kind {
    for sign in ["^^", "&&", "||", "!=", "<=", ">="]
    where scalars[index...].starts(with: sign.unicodeScalars) {
      index += 2
      return .sign(sign)
    }
    defer { index += 1 }
    return .sign(String(scalars[index]))
  }

  /// IRIREF; `nil` when the bracket is a sign.
  private mutating func iri() -> Token.Kind? {
    var end = index + 1
    while end < scalars.count, scalars[end] != ">" {
      guard scalars[end].value > 0x7F || UInt8(scalars[end].value).isIRIByte else { return nil }
      end += 1
    }
    guard end < scalars.count else { return nil }
    let text = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
    index = end + 1
    return .iri(text)
  }

  private mutating func languageTag() throws(SPARQLSyntaxError) -> Token.Kind {
    index += 1
    let tag = take { $0.isLetter || $0.isDigit || $0 == "-" }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }), parts[0].unicodeScalars.allSatisfy(\.isLetter) else {
      throw error("'@\(tag)' is not a language tag")
    }
    return .languageTag(tag)
  }

  private mutating func blankNode() throws(SPARQLSyntaxError) -> Token.Kind {
    index += 2
    guard peek()?.isNameStart == true else { throw error("a blank node needs a label after '_:'") }
    return .blankNode(name { $0.isNameContinuation })
  }

  private mutating func prefixedName(prefix: String) throws(SPARQLSyntaxError) -> Token.Kind {
    index += 1
    var local = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == "\\" {
        guard let next = peek(1), next.isASCII, UInt8(next.value).isEscapableInLocalName else {
          throw error("'\\\(peek(1).map { String($0) } ?? "")' is not an escape in a name")
        }
        local.append(next)
        index += 2
      } else if scalar == "%" {
        guard let high = peek(1), let low = peek(2), high.isHexDigit, low.isHexDigit else {
          throw error("'%' in a name needs two hexadecimal digits")
        }
        local.append(contentsOf: [scalar, high, low])
        index += 3
      } else if scalar == ":"
        || (local.isEmpty ? scalar.isNameStart : scalar.isNameContinuation)
        || (scalar == "." && !local.isEmpty && continuesName(after: index))
      {
        local.append(scalar)
        index += 1
      } else {
        break
      }
    }
    return .prefixedName(prefix: prefix, local: String(local))
  }

  /// Whether a name continues after the dots here, because it cannot end with a dot.
  private func continuesName(after place: Int) -> Bool {
    guard let next = scalars[place...].first(where: { $0 != "." }) else { return false }
    return next.isNameContinuation || next == ":" || next == "%" || next == "\\"
  }

  private mutating func number() throws(SPARQLSyntaxError) -> Token.Kind {
    var text = take(\.isDigit)
    var isDecimal = false
    // A dot belongs to the number when a digit or an exponent follows.
    if peek() == ".", peek(1)?.isDigit == true || (!text.isEmpty && hasExponent(1)) {
      index += 1
      isDecimal = true
      text += "." + take(\.isDigit)
    }
    guard hasExponent(0), let letter = peek() else {
      return isDecimal ? .decimal(text) : .integer(text)
    }
    text.unicodeScalars.append(letter)
    index += 1
    if let sign = peek(), sign == "+" || sign == "-" {
      text.unicodeScalars.append(sign)
      index += 1
    }
    return .double(text + take(\.isDigit))
  }

  private func hasExponent(_ ahead: Int) -> Bool {
    guard let letter = peek(ahead), letter == "e" || letter == "E" else { return false }
    let isSigned = peek(ahead + 1) == "+" || peek(ahead + 1) == "-"
    return peek(ahead + (isSigned ? 2 : 1))?.isDigit == true
  }

  private mutating func string(_ quote: Unicode.Scalar) throws(SPARQLSyntaxError) -> String {
    let isLong = peek(1) == quote && peek(2) == quote
    let open = (line, index - lineStart + 1)
    index += isLong ? 3 : 1
    var text = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == "\\" {
        guard let next = peek(1), let escaped = Self.escapes[next] else {
          throw error("'\\\(peek(1).map { String($0) } ?? "")' is not an escape")
        }
        text.append(escaped)
        index += 2
        continue
      }
      if scalar == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        index += isLong ? 3 : 1
        return String(text)
      }
      if scalar == "\n" || scalar == "\r" {
        guard isLong else { break }
        if scalar == "\n" { beginLine(after: index) }
      }
      text.append(scalar)
      index += 1
    }
    throw SPARQLSyntaxError(line: open.0, column: open.1, message: "this string has no end")
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\"": "\"", "'": "'", "\\": "\\",
  ]

  // MARK: Characters

  private mutating func skipBlanks() {
    while let scalar = peek() {
      switch scalar {
      case "\n":
        beginLine(after: index)
        index += 1
      case " ", "\t", "\r", "\u{FEFF}": index += 1
      case "#": while let next = peek(), next != "\n", next != "\r" { _ = next; index += 1 }
      default: return
      }
    }
  }

  private mutating func beginLine(after place: Int) {
    line += 1
    lineStart = place + 1
  }

  /// Characters and dots between them.
  private mutating func name(_ isPart: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek(), isPart(scalar) || (scalar == "." && continuesName(after: index)) {
      text.append(scalar)
      index += 1
    }
    return String(text)
  }

  private mutating func take(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while let scalar = peek(), isWanted(scalar) { index += 1 }
    return String(String.UnicodeScalarView(scalars[start..<index]))
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func error(_ message: String) -> SPARQLSyntaxError {
    SPARQLSyntaxError(line: line, column: index - lineStart + 1, message: message)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  fileprivate var isHexDigit: Bool { isASCII && UInt8(value).isHexDigit }
}
