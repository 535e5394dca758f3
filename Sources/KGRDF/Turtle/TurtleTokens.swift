internal import KGModel

/// The words of Turtle and TriG: names, literals, directives.
struct TurtleTokens {
  private var window: ByteWindow
  private var base: IRIReference?
  private var prefixes: [String: String] = [:]

  init(_ window: ByteWindow, base: IRI?) {
    self.window = window
    self.base = base.map { IRIReference($0.value) }
  }

  var line: Int { window.line }

  mutating func error(_ message: String) -> RDFSyntaxError { window.error(message) }

  mutating func peek() throws -> UInt8? { try window.peek() }

  mutating func advance() { window.advance() }

  /// Takes one character when it is here.
  mutating func take(_ character: Unicode.Scalar) throws -> Bool {
    guard try window.peek() == UInt8(ascii: character) else { return false }
    window.advance()
    return true
  }

  /// Goes over white space and comments.
  ///
  /// - Returns: `false` at the end of the document.
  mutating func skipSpace() throws -> Bool {
    while let byte = try window.peek() {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: window.advance()
      case UInt8(ascii: "#"):
        while let byte = try window.peek(), byte != 0x0A, byte != 0x0D { window.advance() }
      default: return true
      }
    }
    return false
  }

  /// `[]` with nothing but white space in it.
  mutating func takeEmptyBrackets() throws -> Bool {
    var offset = 1
    while let byte = try window.peek(offset), [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      offset += 1
    }
    guard try window.peek(offset) == UInt8(ascii: "]") else { return false }
    window.advance(by: offset + 1)
    return true
  }

  /// A word in small letters that is no part of a name, whatever its case here.
  mutating func takeKeyword(_ word: String, caseMatters: Bool = false) throws -> Bool {
    for (offset, letter) in word.utf8.enumerated() {
      guard let byte = try window.peek(offset),
        caseMatters ? byte == letter : byte | 0x20 == letter
      else { return false }
    }
    let end = word.utf8.count
    if let next = try window.peekScalar(end) {
      guard !NameCharacters.isName(next), next != ":" else { return false }
    }
    window.advance(by: end)
    return true
  }

  // MARK: Directives

  /// `@prefix` and `@base`.
  mutating func directive() throws {
    window.advance()
    if try takeKeyword("prefix", caseMatters: true) {
      try prefix()
    } else if try takeKeyword("base", caseMatters: true) {
      try setBase()
    } else {
      throw window.error("a directive is @prefix or @base, in small letters")
    }
    _ = try skipSpace()
    guard try take(".") else { throw window.error("a directive ends with '.'") }
  }

  /// `PREFIX` and `BASE`, which end without a dot.
  mutating func takeSPARQLDirective() throws -> Bool {
    if try takeKeyword("prefix") {
      try prefix()
      return true
    }
    if try takeKeyword("base") {
      try setBase()
      return true
    }
    return false
  }

  private mutating func prefix() throws {
    _ = try skipSpace()
    guard let length = try prefixLength() else {
      throw window.error("a prefix is a name and a colon")
    }
    let name = try takeText(length)
    window.advance()
    _ = try skipSpace()
    prefixes[name] = try iri().value
  }

  private mutating func setBase() throws {
    _ = try skipSpace()
    base = IRIReference(try iri().value)
  }

  // MARK: Names

  mutating func iri() throws -> IRI {
    guard try window.peek() == UInt8(ascii: "<") else {
      throw window.error("an IRI in angle brackets is expected here")
    }
    var start = window
    window.advance()
    var bytes: [UInt8] = []
    while let byte = try window.peek(), byte != UInt8(ascii: ">") {
      if byte == UInt8(ascii: "\\") {
        var place = window
        let scalar = try escape(inIRI: true)
        guard scalar.value > 0x20, !"<>\"{}|^`\\".unicodeScalars.contains(scalar) else {
          throw place.error("this character cannot stand in an IRI, not even escaped")
        }
        bytes += String(scalar).utf8
      } else {
        guard ByteClass.table[Int(byte)] & ByteClass.iri != 0 else {
          throw window.error(
            byte > 0x20
              ? "this character cannot stand in an IRI" : "an IRI ends with '>' and has no spaces")
        }
        bytes.append(byte)
        window.advance()
      }
    }
    guard try take(">") else { throw window.error("an IRI ends with '>'") }
    let text = String(decoding: bytes, as: UTF8.self)
    let reference = IRIReference(text)
    if reference.isAbsolute { return IRI(text) }
    guard let base else {
      throw start.error("a relative IRI, and nothing says to what; begin with @base <https://…> .")
    }
    return IRI(reference.resolved(against: base))
  }

  mutating func blankNode() throws -> BlankNode {
    guard try window.peek(1) == UInt8(ascii: ":") else {
      throw window.error("a blank node is written _:label")
    }
    guard let first = try window.peekScalar(2),
      NameCharacters.beginsBlankNodeLabel(first)
    else { throw window.error("the label of a blank node begins with a letter, a digit or '_'") }
    window.advance(by: 2)
    let label = try takeText(try nameLength { NameCharacters.isName($0) })
    // `b1` is what a node without a label is called.
    let digits = label.utf8.drop { $0 == UInt8(ascii: "b") }
    let isLikeOurs =
      label.utf8.first == UInt8(ascii: "b") && !digits.isEmpty
      && digits.allSatisfy { (0x30...0x39).contains($0) }
    return BlankNode(isLikeOurs ? "b" + label : label)
  }

  /// The IRI that a prefixed name stands for; `nil` when there is none here.
  mutating func prefixedName() throws -> IRI? {
    guard let length = try prefixLength() else { return nil }
    var start = window
    let prefix = try takeText(length)
    window.advance()
    guard let namespace = prefixes[prefix] else {
      throw start.error("the prefix '\(prefix):' is not declared; add @prefix \(prefix): <…> .")
    }
    return IRI(namespace + (try localName()))
  }

  /// The length of a prefix whose colon follows, in bytes.
  private mutating func prefixLength() throws -> Int? {
    if let first = try window.peekScalar(), first != ":", !NameCharacters.isBase(first) {
      return nil
    }
    let length = try nameLength { NameCharacters.isName($0) }
    return try window.peek(length) == UInt8(ascii: ":") ? length : nil
  }

  /// The length of a run of name characters and dots that does not end with a dot, in bytes.
  private mutating func nameLength(_ isName: (Unicode.Scalar) -> Bool) throws -> Int {
    var offset = 0
    var length = 0
    while let scalar = try window.peekScalar(offset), isName(scalar) || scalar == "." {
      offset += UTF8.width(scalar)
      if scalar != "." { length = offset }
    }
    return length
  }

  private mutating func takeText(_ length: Int) throws -> String {
    var bytes: [UInt8] = []
    for _ in 0..<length {
      guard let byte = try window.peek() else { break }
      bytes.append(byte)
      window.advance()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `PN_LOCAL`, which may be empty.
  private mutating func localName() throws -> String {
    var name = String.UnicodeScalarView()
    while let scalar = try window.peekScalar() {
      switch scalar {
      case "%":
        guard let first = try window.peek(1), let second = try window.peek(2),
          Self.isHexadecimal(first), Self.isHexadecimal(second)
        else { throw window.error("'%' in a name is followed by two hexadecimal digits") }
        name += [scalar, Unicode.Scalar(first), Unicode.Scalar(second)]
        window.advance(by: 3)
      case "\\":
        guard let next = try window.peekScalar(1),
          "_~.-!$&'()*+,;=/?#@%".unicodeScalars.contains(next)
        else { throw window.error("this character cannot be escaped in a name") }
        name.append(next)
        window.advance(by: 2)
      case ".":
        // Dots belong to the name only when more of it follows.
        var offset = 1
        while try window.peek(offset) == UInt8(ascii: ".") { offset += 1 }
        guard let next = try window.peekScalar(offset),
          NameCharacters.isName(next) || ":%\\".unicodeScalars.contains(next)
        else { return String(name) }
        name += repeatElement(".", count: offset)
        window.advance(by: offset)
      default:
        guard
          NameCharacters.isName(scalar) && !(name.isEmpty && Self.cannotBegin(scalar))
            || scalar == ":"
        else { return String(name) }
        name.append(scalar)
        window.advance(by: UTF8.width(scalar))
      }
    }
    return String(name)
  }

  /// What is a name's character but not its first.
  private static func cannotBegin(_ scalar: Unicode.Scalar) -> Bool {
    !NameCharacters.beginsBlankNodeLabel(scalar)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte < 0x80 && Character(Unicode.Scalar(byte)).isHexDigit
  }

  // MARK: Verbs and objects

  mutating func verb() throws -> IRI {
    if try window.peek() == UInt8(ascii: "<") { return try iri() }
    if let name = try prefixedName() { return name }
    guard try takeKeyword("a", caseMatters: true) else {
      throw window.error("a predicate is an IRI, a prefixed name or 'a'")
    }
    return RDF.type
  }

  mutating func object() throws -> Term {
    guard let byte = try window.peek() else { throw window.error("an object is missing") }
    switch byte {
    case UInt8(ascii: "<"): return .iri(try iri())
    case UInt8(ascii: "_"): return .blankNode(try blankNode())
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .literal(try literal())
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .literal(try number())
    default:
      if let name = try prefixedName() { return .iri(name) }
      for word in ["true", "false"] where try takeKeyword(word, caseMatters: true) {
        return .literal(Literal(word, datatype: XSD.boolean))
      }
      throw window.error(
        "an object is an IRI, a prefixed name, a blank node, a collection or a literal")
    }
  }

  private mutating func literal() throws -> Literal {
    let form = try quotedString()
    if try take("@") { return Literal(form, languageTag: try languageTag()) }
    guard try window.peek() == UInt8(ascii: "^") else { return Literal(form) }
    guard try window.peek(1) == UInt8(ascii: "^") else {
      throw window.error("a datatype is written ^^<IRI> or ^^prefix:name")
    }
    window.advance(by: 2)
    var place = window
    let datatype: IRI
    if try window.peek() == UInt8(ascii: "<") {
      datatype = try iri()
    } else if let name = try prefixedName() {
      datatype = name
    } else {
      throw window.error("a datatype is written ^^<IRI> or ^^prefix:name")
    }
    guard datatype != RDF.langString else {
      throw place.error("rdf:langString needs a language tag: \"…\"@en")
    }
    return Literal(form, datatype: datatype)
  }

  private mutating func languageTag() throws -> String {
    var tag: [UInt8] = []
    var partLength = 0
    var isFirst = true
    while let byte = try window.peek() {
      let isDigit = (0x30...0x39).contains(byte)
      if ByteClass.table[Int(byte)] & ByteClass.letter != 0 || (isDigit && !isFirst) {
        partLength += 1
      } else if byte == UInt8(ascii: "-"), partLength > 0 {
        (partLength, isFirst) = (0, false)
      } else {
        break
      }
      tag.append(byte)
      window.advance()
    }
    guard partLength > 0 else {
      throw window.error("a language tag is letters, then parts after '-', such as @zh-Hans")
    }
    return String(decoding: tag, as: UTF8.self)
  }

  /// The four kinds of strings, without their quotes.
  private mutating func quotedString() throws -> String {
    var start = window
    let quote = try window.peek() ?? 0
    let isLong = try window.peek(1) == quote && window.peek(2) == quote
    window.advance(by: isLong ? 3 : 1)
    var bytes: [UInt8] = []
    while let byte = try window.peek() {
      if byte == quote {
        if !isLong {
          window.advance()
          return String(decoding: bytes, as: UTF8.self)
        }
        if try window.peek(1) == quote, try window.peek(2) == quote {
          window.advance(by: 3)
          return String(decoding: bytes, as: UTF8.self)
        }
      } else if byte == UInt8(ascii: "\\") {
        bytes += String(try escape(inIRI: false)).utf8
        continue
      } else if !isLong, byte == 0x0A || byte == 0x0D {
        throw window.error("a string ends on its line; put it in three quotes, or write \\n")
      }
      bytes.append(byte)
      window.advance()
    }
    throw start.error("a string that does not end")
  }

  private mutating func escape(inIRI: Bool) throws -> Unicode.Scalar {
    let letter = try window.peek(1)
    switch letter {
    case UInt8(ascii: "u"): return try hexadecimal(4)
    case UInt8(ascii: "U"): return try hexadecimal(8)
    default: break
    }
    guard !inIRI, let letter, let scalar = Self.escapes[letter] else {
      throw window.error("no such escape; a backslash is written \\\\")
    }
    window.advance(by: 2)
    return scalar
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "t"): "\t", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "f"): "\u{0C}", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "'"): "'", UInt8(ascii: "\\"): "\\",
  ]

  private mutating func hexadecimal(_ count: Int) throws -> Unicode.Scalar {
    var value: UInt32 = 0
    for offset in 2..<(2 + count) {
      guard let byte = try window.peek(offset), Self.isHexadecimal(byte), value < 0x1000_0000,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw window.error("\\u needs 4 hexadecimal digits, \\U 8") }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw window.error("no character has this number")
    }
    window.advance(by: 2 + count)
    return scalar
  }

  /// `INTEGER`, `DECIMAL` or `DOUBLE`, whichever is longest; the form stays as it is written.
  private mutating func number() throws -> Literal {
    var length = 0
    if let sign = try window.peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      length = 1
    }
    let whole = try digits(from: length)
    length += whole
    var datatype = XSD.integer
    if try window.peek(length) == UInt8(ascii: ".") {
      let fraction = try digits(from: length + 1)
      let exponent = try exponentLength(from: length + 1 + fraction)
      if exponent > 0, whole + fraction > 0 {
        (length, datatype) = (length + 1 + fraction + exponent, XSD.double)
      } else if fraction > 0 {
        (length, datatype) = (length + 1 + fraction, XSD.decimal)
      } else if whole == 0 {
        throw window.error("a number needs digits")
      }
    } else {
      guard whole > 0 else { throw window.error("a number needs digits") }
      let exponent = try exponentLength(from: length)
      if exponent > 0 { (length, datatype) = (length + exponent, XSD.double) }
    }
    return Literal(try takeText(length), datatype: datatype)
  }

  private mutating func digits(from offset: Int) throws -> Int {
    var count = 0
    while let byte = try window.peek(offset + count), (0x30...0x39).contains(byte) { count += 1 }
    return count
  }

  private mutating func exponentLength(from offset: Int) throws -> Int {
    guard let letter = try window.peek(offset), letter | 0x20 == UInt8(ascii: "e") else { return 0 }
    var length = 1
    if let sign = try window.peek(offset + 1),
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    {
      length = 2
    }
    let count = try digits(from: offset + length)
    return count > 0 ? length + count : 0
  }
}
