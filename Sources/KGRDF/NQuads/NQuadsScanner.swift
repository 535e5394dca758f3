/// Scans the statements of N-Triples and N-Quads (RDF 1.1) in a buffer of whole lines.
///
/// This is the hot path of every load: terms point at their bytes in the document and are copied only where
/// an escape makes them differ from the canonical form. The bytes must be UTF-8; see `ValidUTF8Prefix`.
package struct NQuadsScanner {
  /// The terms of the last statement, in canonical form; empty before the first.
  package private(set) var subject = TermText.empty
  package private(set) var predicate = TermText.empty
  package private(set) var object = TermText.empty
  /// Empty in the default graph.
  package private(set) var graph = TermText.empty
  /// The line of the last statement, counted from 1.
  package private(set) var line: Int

  private let start: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var position: UnsafePointer<UInt8>
  private var nextLine: Int
  private let hasGraphs: Bool
  private let classes = ByteClass.table
  private let arena: ByteArena

  /// - Parameters:
  ///   - line: The number of the first line.
  ///   - arena: Receives the terms that have escapes. The arena and the bytes must outlive the terms.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, hasGraphs: Bool, line: Int, arena: ByteArena
  ) {
    start = bytes.baseAddress ?? TermText.empty.start
    end = start + bytes.count
    position = start
    nextLine = line
    self.line = line
    self.hasGraphs = hasGraphs
    self.arena = arena
  }

  /// The number of the line after the last one read.
  package var nextLineNumber: Int { nextLine }

  /// Reads the next statement.
  ///
  /// - Returns: `false` at the end.
  package mutating func next() throws(RDFSyntaxError) -> Bool {
    guard try skipToStatement() else { return false }
    line = nextLine
    subject = try node("a subject is an IRI in angle brackets or a blank node")
    skipBlanks()
    guard peek == UInt8(ascii: "<") else {
      throw error("a predicate is an IRI in angle brackets")
    }
    predicate = try iri()
    skipBlanks()
    object =
      peek == UInt8(ascii: "\"")
      ? try literal() : try node("an object is an IRI, a blank node or a quoted literal")
    skipBlanks()
    graph = .empty
    if hasGraphs, peek != UInt8(ascii: ".") {
      graph = try node("a graph is an IRI or a blank node; a statement ends with '.'")
      skipBlanks()
    }
    guard peek == UInt8(ascii: ".") else {
      throw error(
        hasGraphs || (peek != UInt8(ascii: "<") && peek != UInt8(ascii: "_"))
          ? "a statement ends with '.'"
          : "a fourth term: N-Triples has no graphs; use N-Quads (file ending .nq)")
    }
    position += 1
    try finishLine()
    return true
  }

  // MARK: Between statements

  private var peek: UInt8 { position < end ? position.pointee : 0 }

  @inline(__always)
  private mutating func skipBlanks() {
    while position < end, position.pointee == 0x20 || position.pointee == 0x09 { position += 1 }
  }

  private mutating func skipToStatement() throws(RDFSyntaxError) -> Bool {
    while true {
      skipBlanks()
      guard position < end else { return false }
      switch position.pointee {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): skipLineEnd()
      case UInt8(ascii: "#"): skipComment()
      default: return true
      }
    }
  }

  private mutating func skipLineEnd() {
    let isReturn = position.pointee == UInt8(ascii: "\r")
    position += 1
    if isReturn, peek == UInt8(ascii: "\n") { position += 1 }
    nextLine += 1
  }

  private mutating func skipComment() {
    while position < end, position.pointee != UInt8(ascii: "\n"),
      position.pointee != UInt8(ascii: "\r")
    { position += 1 }
  }

  private mutating func finishLine() throws(RDFSyntaxError) {
    skipBlanks()
    if peek == UInt8(ascii: "#"), position < end { skipComment() }
    guard position < end else { return }
    guard position.pointee == UInt8(ascii: "\n") || position.pointee == UInt8(ascii: "\r") else {
      throw error("one statement a line; after '.' only a comment may follow")
    }
    skipLineEnd()
  }

  // MARK: Terms

  private mutating func node(_ expected: String) throws(RDFSyntaxError) -> TermText {
    switch peek {
    case UInt8(ascii: "<"): return try iri()
    case UInt8(ascii: "_"): return try blankNode()
    default: throw error(expected)
    }
  }

  @inline(__always)
  private mutating func iri() throws(RDFSyntaxError) -> TermText {
    let first = position
    var current = position + 1
    while current < end, classes[Int(current.pointee)] & ByteClass.iri != 0 { current += 1 }
    guard current < end, current.pointee == UInt8(ascii: ">") else {
      return try escapedIRI(from: first, stoppedAt: current)
    }
    position = current + 1
    let text = TermText(start: first, count: position - first)
    guard hasScheme(text) else { throw relativeIRIError(first) }
    return text
  }

  private mutating func escapedIRI(
    from first: UnsafePointer<UInt8>, stoppedAt stop: UnsafePointer<UInt8>
  ) throws(RDFSyntaxError) -> TermText {
    position = stop
    guard peek == UInt8(ascii: "\\"), position < end else {
      throw error(
        position < end && position.pointee > 0x20
          ? "this character is not allowed in an IRI" : "an IRI ends with '>' and has no spaces")
    }
    var bytes = Array(UnsafeBufferPointer(start: first, count: stop - first))
    while position < end, position.pointee != UInt8(ascii: ">") {
      let place = position
      if position.pointee == UInt8(ascii: "\\") {
        let scalar = try escape(inIRI: true)
        guard scalar.value > 0x20, !"<>\"{}|^`\\".unicodeScalars.contains(scalar) else {
          position = place
          throw error("this character is not allowed in an IRI, not even escaped")
        }
        bytes += Array(String(scalar).utf8)
      } else if classes[Int(position.pointee)] & ByteClass.iri != 0 {
        bytes.append(position.pointee)
        position += 1
      } else {
        throw error("this character is not allowed in an IRI")
      }
    }
    guard position < end else { throw error("an IRI ends with '>'") }
    position += 1
    bytes.append(UInt8(ascii: ">"))
    let text = copyToArena(bytes)
    guard hasScheme(text) else { throw relativeIRIError(first) }
    return text
  }

  private mutating func relativeIRIError(_ first: UnsafePointer<UInt8>) -> RDFSyntaxError {
    position = first
    return error("a relative IRI; in this format every IRI begins with a scheme, such as https:")
  }

  /// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":"` after the bracket (RFC 3986, section 3.1).
  @inline(__always)
  private func hasScheme(_ text: TermText) -> Bool {
    guard text.count > 3, classes[Int(text.start[1])] & ByteClass.letter != 0 else { return false }
    var index = 2
    while index < text.count {
      let byte = text.start[index]
      if byte == UInt8(ascii: ":") { return true }
      guard classes[Int(byte)] & ByteClass.scheme != 0 else { return false }
      index += 1
    }
    return false
  }

  private mutating func blankNode() throws(RDFSyntaxError) -> TermText {
    let start = position
    guard end - position > 2, position[1] == UInt8(ascii: ":") else {
      throw error("a blank node is written _:label")
    }
    position += 2
    guard let first = scalar, first.isNameStart else {
      throw error("the label of a blank node begins with a letter, a digit or '_'")
    }
    var last = position
    while let scalar, scalar.isNameContinuation || scalar == "." {
      position += UTF8.width(scalar)
      // A dot belongs to the label only when another label character follows.
      if scalar != "." { last = position }
    }
    position = last
    return TermText(start: start, count: last - start)
  }

  /// The character at the current position; `nil` at the end.
  private var scalar: Unicode.Scalar? {
    UnsafeBufferPointer(start: position, count: end - position).firstScalar
  }

  @inline(__always)
  private mutating func literal() throws(RDFSyntaxError) -> TermText {
    let first = position
    var current = position + 1
    while current < end, classes[Int(current.pointee)] & ByteClass.literal != 0 { current += 1 }
    guard current < end, current.pointee == UInt8(ascii: "\"") else {
      return try escapedLiteral(from: first, stoppedAt: current)
    }
    position = current + 1
    let quoted = TermText(start: first, count: position - first)
    let suffix = try suffix()
    if suffix.count == 0 { return quoted }
    if suffix.start == quoted.start + quoted.count {
      return TermText(start: first, count: quoted.count + suffix.count)
    }
    return copyToArena(Array(quoted.bytes) + suffix.bytes)
  }

  /// `@tag` or `^^<datatype>`; empty where the canonical form has neither, as for `xsd:string`.
  @inline(__always)
  private mutating func suffix() throws(RDFSyntaxError) -> TermText {
    guard position < end else { return .empty }
    let first = position
    if first.pointee == UInt8(ascii: "@") {
      try skipLanguageTag()
      return TermText(start: first, count: position - first)
    }
    guard first.pointee == UInt8(ascii: "^") else { return .empty }
    guard end - first > 2, first[1] == UInt8(ascii: "^"), first[2] == UInt8(ascii: "<") else {
      throw error("a datatype is written ^^<IRI>")
    }
    position += 2
    let datatype = try iri()
    if datatype.isSame(as: .xsdString) { return .empty }
    if datatype.isSame(as: .langString) {
      position = first
      throw error("rdf:langString needs a language tag: \"…\"@en")
    }
    return datatype.start == first + 2
      ? TermText(start: first, count: datatype.count + 2)
      : copyToArena(Array("^^".utf8) + datatype.bytes)
  }

  private mutating func skipLanguageTag() throws(RDFSyntaxError) {
    let place = position
    position += 1
    var partStart = position
    while position < end {
      let isFirstPart = partStart == place + 1
      let wanted = isFirstPart ? ByteClass.letter : ByteClass.letter | ByteClass.digit
      if classes[Int(position.pointee)] & wanted != 0 {
        position += 1
      } else if position.pointee == UInt8(ascii: "-"), position > partStart {
        position += 1
        partStart = position
      } else {
        break
      }
    }
    guard position > partStart else {
      position = place
      throw error("a language tag is letters, then parts after '-', such as @zh-Hans")
    }
  }

  private mutating func escapedLiteral(
    from first: UnsafePointer<UInt8>, stoppedAt stop: UnsafePointer<UInt8>
  ) throws(RDFSyntaxError) -> TermText {
    position = stop
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stop - first + 64)
    bytes += UnsafeBufferPointer(start: first, count: stop - first)
    while position < end, position.pointee != UInt8(ascii: "\"") {
      if position.pointee == UInt8(ascii: "\\") {
        NTriplesWriter.appendEscaped(try escape(inIRI: false), to: &bytes)
      } else if classes[Int(position.pointee)] & ByteClass.literal != 0 {
        let runStart = position
        while position < end, classes[Int(position.pointee)] & ByteClass.literal != 0 {
          position += 1
        }
        bytes += UnsafeBufferPointer(start: runStart, count: position - runStart)
      } else {
        throw error("a literal ends on its line; write a line break as \\n")
      }
    }
    guard position < end else { throw error("a literal ends with '\"'") }
    position += 1
    bytes.append(UInt8(ascii: "\""))
    bytes += try suffix().bytes
    return copyToArena(bytes)
  }

  /// `\t \b \n \r \f \" \' \\ \uXXXX \UXXXXXXXX`
  private mutating func escape(inIRI: Bool) throws(RDFSyntaxError) -> Unicode.Scalar {
    let place = position
    position += 1
    let letter = peek
    position += position < end ? 1 : 0
    switch letter {
    case UInt8(ascii: "u"): return try hexadecimal(4, place)
    case UInt8(ascii: "U"): return try hexadecimal(8, place)
    default: if !inIRI, let scalar = Unicode.Scalar(escapedBy: letter) { return scalar }
    }
    position = place
    throw error("unknown escape; write a backslash as \\\\")
  }

  private mutating func hexadecimal(
    _ digits: Int, _ place: UnsafePointer<UInt8>
  ) throws(RDFSyntaxError) -> Unicode.Scalar {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard position < end, position.pointee.isHexDigit, value < 0x1000_0000,
        let digit = Character(Unicode.Scalar(position.pointee)).hexDigitValue
      else {
        position = place
        throw error("\\u needs 4 hexadecimal digits, \\U 8")
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      position = place
      throw error("this escape is not a character: a surrogate, or above 10FFFF")
    }
    return scalar
  }

  private func copyToArena(_ bytes: [UInt8]) -> TermText {
    let copy = arena.allocate(bytes.count)
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { copy.update(from: base, count: source.count) }
    }
    return TermText(start: UnsafePointer(copy), count: bytes.count)
  }

  // MARK: Errors

  private func error(_ message: String) -> RDFSyntaxError {
    RDFSyntaxError(
      message, in: UnsafeBufferPointer(start: start, count: end - start), at: position - start,
      line: nextLine)
  }
}

extension RDFSyntaxError {
  /// A fault at an offset of some bytes, on a line whose number is known.
  package init(
    _ message: String, in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, line: Int
  ) {
    let isLineEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let lineStart = bytes[..<offset].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    let column = 1 + UnsafeBufferPointer(rebasing: bytes[lineStart..<offset]).characterCount
    let rest = bytes[offset...].prefix(160).prefix { !isLineEnd($0) }
    let text = String(decoding: rest, as: UTF8.self)
    self.init(
      message, line: line, column: column,
      text: text.count > 40 ? text.prefix(40) + "…" : text)
  }
}

extension TermText {
  /// The absence of a term: empty bytes.
  package static let empty = TermText("")
  fileprivate static let xsdString = TermText("<http://www.w3.org/2001/XMLSchema#string>")
  fileprivate static let langString = TermText(
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>")

  /// A constant, which lives as long as the program.
  private init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Whether the bytes are the same.
  @inline(__always)
  package func isSame(as other: TermText) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    while index &+ 8 <= count {
      let left = UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
      let right = UnsafeRawPointer(other.start + index).loadUnaligned(as: UInt64.self)
      if left != right { return false }
      index &+= 8
    }
    while index < count {
      if start[index] != other.start[index] { return false }
      index &+= 1
    }
    return true
  }
}

// Safe: the pointer is only read through, and the owner of the bytes must not change them; see the type.
extension TermText: @unchecked Sendable {}
