internal import KGModel

/// A token of SPARQL and where it begins.
struct Token: Hashable {
  enum Kind: Hashable {
    case iri(String)
    case prefixedName(prefix: String, local: String)
    case blankNode(String)
    case variable(String)
    case string(String)
    case languageTag(String)
    case integer(String)
    case decimal(String)
    case double(String)
    /// A keyword or a name of a function, as typed.
    case word(String)
    /// Punctuation and operators, such as `{`, `^^`, `&&`.
    case sign(String)
    case end
  }

  let kind: Kind
  let line: Int
  let column: Int
  /// As typed, for messages.
  let text: String
}

/// Cuts a query into tokens (SPARQL 1.1 Query Language, section 19.8).
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  static func tokens(_ text: String) throws(SPARQLSyntaxError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    while true {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  // MARK: Tokens

  private mutating func next() throws(SPARQLSyntaxError) -> Token {
    skipBlanks()
    let (startLine, startColumn, start) = (line, index - lineStart + 1, index)
    let kind = try kind()
    let text = String(String.UnicodeScalarView(scalars[start..<index].prefix(40)))
    return Token(
      kind: kind, line: startLine, column: startColumn, text: kind == .end ? "the end" : text)
  }

  private mutating func kind() throws(SPARQLSyntaxError) -> Token.Kind {
    guard let first = peek() else { return .end }
    switch first {
    case "<": return try iriOrLess()
    case "?", "$":
      if let next = peek(1), Self.isNameStart(next) || next.isASCIIDigit {
        index += 1
        return .variable(take { Self.isNameStart($0) || $0.isASCIIDigit || $0.value == 0xB7 })
      }
      index += 1
      return .sign("?")
    case "\"", "'": return .string(try string(first))
    case "@":
      index += 1
      return .languageTag(take { $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" })
    case "_" where peek(1) == ":":
      index += 2
      return .blankNode(name())
    case "0"..."9": return number()
    case "." where peek(1)?.isASCIIDigit == true: return number()
    case ":": return try prefixedName(prefix: "")
    default: break
    }
    if Self.isNameStart(first) {
      let start = index
      let word = name()
      if peek() == ":" { return try prefixedName(prefix: word) }
      // A word is no prefixed name: it holds no dots and hyphens.
      index = start
      return .word(take { $0.isASCIILetter || $0.isASCIIDigit || $0 == "_" })
    }
    for sign in ["^^", "&&", "||", "!=", "<=", ">="] where matches(sign) {
      index += 2
      return .sign(sign)
    }
    if "{}()[],;.=<>+-*/!|^".unicodeScalars.contains(first) {
      index += 1
      return .sign(String(first))
    }
    throw error("unexpected character '\(first)'")
  }

  private mutating func iriOrLess() throws(SPARQLSyntaxError) -> Token.Kind {
    var end = index + 1
    while end < scalars.count, scalars[end] != ">" {
      if scalars[end].value <= 0x20 || "<\"{}|^`".unicodeScalars.contains(scalars[end]) {
        if matches("<=") {
          index += 2
          return .sign("<=")
        }
        index += 1
        return .sign("<")
      }
      end += 1
    }
    guard end < scalars.count else {
      index += matches("<=") ? 2 : 1
      return .sign(scalars[index - 1] == "=" ? "<=" : "<")
    }
    let raw = Array(scalars[(index + 1)..<end])
    index = end + 1
    return .iri(try unescaped(raw, allowsCharacters: false))
  }

  private mutating func prefixedName(prefix: String) throws(SPARQLSyntaxError) -> Token.Kind {
    index += 1
    var local = String.UnicodeScalarView()
    while let scalar = peek() {
      if scalar == "\\", let next = peek(1), "_~.-!$&'()*+,;=/?#@%".unicodeScalars.contains(next) {
        local.append(next)
        index += 2
      } else if Self.isNameStart(scalar) || scalar.isASCIIDigit || scalar == "-" || scalar == ":"
        || scalar == "%"
        || scalar.value == 0xB7
        || (scalar == "."
          && peek(1).map {
            Self.isNameStart($0) || $0.isASCIIDigit || $0 == "-" || $0 == ":" || $0 == "%"
          } ?? false)
      {
        local.append(scalar)
        index += 1
      } else {
        break
      }
    }
    return .prefixedName(prefix: prefix, local: String(local))
  }

  private mutating func number() -> Token.Kind {
    var text = take(\.isASCIIDigit)
    var isDecimal = false
    if peek() == ".",
      peek(1)?.isASCIIDigit == true || (peek(1) == "e" || peek(1) == "E") && !text.isEmpty
    {
      index += 1
      isDecimal = true
      text += "." + take(\.isASCIIDigit)
    }
    if let exponent = peek(), exponent == "e" || exponent == "E" {
      let sign = peek(1).map { $0 == "+" || $0 == "-" } ?? false
      if peek(sign ? 2 : 1)?.isASCIIDigit == true {
        text.unicodeScalars.append(exponent)
        index += 1
        if sign, let scalar = peek() {
          text.unicodeScalars.append(scalar)
          index += 1
        }
        return .double(text + take(\.isASCIIDigit))
      }
    }
    return isDecimal ? .decimal(text) : .integer(text)
  }

  private mutating func string(_ quote: Unicode.Scalar) throws(SPARQLSyntaxError) -> String {
    let isLong = peek(1) == quote && peek(2) == quote
    let open = (line, index - lineStart + 1)
    index += isLong ? 3 : 1
    let start = index
    while let scalar = peek() {
      if scalar == "\\" {
        index += 2
      } else if scalar == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
        let raw = Array(scalars[start..<min(index, scalars.count)])
        index += isLong ? 3 : 1
        return try unescaped(raw, allowsCharacters: true)
      } else if scalar == "\n" {
        guard isLong else { break }
        index += 1
        line += 1
        lineStart = index
      } else {
        index += 1
      }
    }
    throw SPARQLSyntaxError(line: open.0, column: open.1, message: "this string has no end")
  }

  private func unescaped(
    _ raw: [Unicode.Scalar], allowsCharacters: Bool
  ) throws(SPARQLSyntaxError) -> String {
    guard raw.contains("\\") else { return String(String.UnicodeScalarView(raw)) }
    var result = String.UnicodeScalarView()
    var place = 0
    while place < raw.count {
      guard raw[place] == "\\", place + 1 < raw.count else {
        result.append(raw[place])
        place += 1
        continue
      }
      let escape = raw[place + 1]
      let length = escape == "u" ? 4 : escape == "U" ? 8 : 0
      if length > 0 {
        let digits = String(String.UnicodeScalarView(raw.dropFirst(place + 2).prefix(length)))
        guard digits.count == length, let value = UInt32(digits, radix: 16),
          let scalar = Unicode.Scalar(value)
        else { throw error("'\\\(escape)\(digits)' is no character") }
        result.append(scalar)
        place += 2 + length
      } else {
        guard allowsCharacters, let scalar = Self.escapes[escape] else {
          throw error("'\\\(escape)' is no escape")
        }
        result.append(scalar)
        place += 2
      }
    }
    return String(result)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "t": "\t", "b": "\u{8}", "n": "\n", "r": "\r", "f": "\u{C}", "\"": "\"", "'": "'", "\\": "\\",
  ]

  // MARK: Characters

  private mutating func skipBlanks() {
    while let scalar = peek() {
      if scalar == "\n" {
        index += 1
        line += 1
        lineStart = index
      } else if scalar == " " || scalar == "\t" || scalar == "\r" || scalar.value == 0xFEFF {
        index += 1
      } else if scalar == "#" {
        while let next = peek(), next != "\n" { _ = next; index += 1 }
      } else {
        return
      }
    }
  }

  private mutating func name() -> String {
    var text = take {
      Self.isNameStart($0) || $0.isASCIIDigit || $0 == "-" || $0 == "." || $0.value == 0xB7
    }
    while text.hasSuffix(".") {
      text.removeLast()
      index -= 1
    }
    return text
  }

  private mutating func take(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = peek(), isWanted(scalar) {
      text.append(scalar)
      index += 1
    }
    return String(text)
  }

  private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private func matches(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private func error(_ message: String) -> SPARQLSyntaxError {
    SPARQLSyntaxError(line: line, column: index - lineStart + 1, message: message)
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
