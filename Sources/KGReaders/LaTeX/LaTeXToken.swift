internal import KGText

/// A token of LaTeX source with its bytes.
struct LaTeXToken {
  enum Kind: Hashable {
    /// A control word or control symbol, without its backslash.
    case command(String)
    case beginGroup
    case endGroup
    case mathShift
    case alignment
    case space
    /// A blank line.
    case paragraphBreak
    case character(Unicode.Scalar)
    /// `#1` in the body of a definition.
    case parameter(Int)
  }

  let kind: Kind
  let range: Range<Int>

  /// The same token at another place: the text of a macro has the place of its call.
  func moved(to range: Range<Int>) -> LaTeXToken { LaTeXToken(kind: kind, range: range) }
}

/// Cuts LaTeX source into tokens; comments are left out.
struct LaTeXTokenizer {
  private let bytes: [UInt8]
  private let end: Int
  private let hasComments: Bool
  private var place = 0
  private var tokens: [LaTeXToken] = []
  /// The number of open groups and conditionals, within which the source is not cut into pieces.
  private var depth = 0

  /// Tokens per piece. Tokens take forty times the memory of their text, so a long document is read in
  /// pieces.
  private static let pieceSize = 1 << 18

  /// - Parameters:
  ///   - range: The part of the bytes to read; places count from the start of all bytes.
  ///   - hasComments: Whether `%` begins a comment, and `#1` is a parameter.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil, hasComments: Bool = true) {
    let range = range ?? 0..<bytes.count
    self.bytes = bytes
    self.hasComments = hasComments
    place = range.lowerBound
    end = range.upperBound
    if place == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = min(3, end) }
  }

  /// The tokens up to the end, or in a long document up to a place between entries where no group is
  /// open; `nil` at the end.
  mutating func nextPiece() -> [LaTeXToken]? {
    guard place < end else { return nil }
    tokens = []
    tokens.reserveCapacity(min(end - place, Self.pieceSize))
    while place < end {
      if tokens.count >= Self.pieceSize, isBetweenEntries,
        // Where braces are unbalanced, the depth never returns to 0.
        depth <= 0 || tokens.count >= 4 * Self.pieceSize
      {
        break
      }
      let start = place
      switch bytes[place] {
      case UInt8(ascii: "\\"): command()
      case UInt8(ascii: "%") where hasComments: comment()
      case UInt8(ascii: "{"):
        depth += 1
        single(.beginGroup)
      case UInt8(ascii: "}"):
        depth -= 1
        single(.endGroup)
      case UInt8(ascii: "$"):
        place += 1
        if place < end, bytes[place] == UInt8(ascii: "$") { place += 1 }
        add(.mathShift, from: start)
      case UInt8(ascii: "&"): single(.alignment)
      case UInt8(ascii: "#") where hasComments: parameter()
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): blanks()
      default: character()
      }
    }
    defer { tokens = [] }
    return tokens
  }

  /// Whether the place is after a blank line, or before a line that begins with a command.
  private var isBetweenEntries: Bool {
    guard let last = tokens.last?.kind else { return false }
    return last == .paragraphBreak
      || last == .space && bytes[place] == UInt8(ascii: "\\") && bytes[place - 1] <= 0x20
  }

  private mutating func add(_ kind: LaTeXToken.Kind, from start: Int) {
    tokens.append(LaTeXToken(kind: kind, range: start..<place))
  }

  /// Adds a token of one byte.
  private mutating func single(_ kind: LaTeXToken.Kind) {
    place += 1
    add(kind, from: place - 1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "@")
  }

  private mutating func command() {
    let start = place
    place += 1
    guard place < end else { return }
    if Self.isLetter(bytes[place]) {
      while place < end, Self.isLetter(bytes[place]) { place += 1 }
      let name = String(decoding: bytes[start + 1..<place], as: UTF8.self)
      // The star of `\section*` changes layout only.
      if place < end, bytes[place] == UInt8(ascii: "*") { place += 1 }
      if LaTeXCommand.conditionals.contains(name) { depth += 1 }
      if name == "fi" { depth -= 1 }
      add(.command(name), from: start)
      skipBlanksOfLine()
    } else {
      let scalar = decoded()
      add(.command(String(scalar)), from: start)
    }
  }

  /// Blanks after a control word only end it; a blank line still ends the paragraph.
  private mutating func skipBlanksOfLine() {
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }

  private mutating func comment() {
    while place < end, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    // The line end and the indentation of the next line belong to the comment; a blank line does not.
    if place < end { place += 1 }
    skipBlanksOfLine()
  }

  private mutating func parameter() {
    let start = place
    place += 1
    if place < end, (0x31...0x39).contains(bytes[place]) {
      let number = Int(bytes[place] - 0x30)
      place += 1
      add(.parameter(number), from: start)
    } else {
      add(.character("#"), from: start)
    }
  }

  private mutating func blanks() {
    let start = place
    var lineEnds = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "\n"): lineEnds += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        add(lineEnds > 1 ? .paragraphBreak : .space, from: start)
        return
      }
      place += 1
    }
    add(.paragraphBreak, from: start)
  }

  private mutating func character() {
    let start = place
    let scalar = decoded()
    add(.character(scalar), from: start)
  }

  /// The scalar at the place, which moves past it; the bytes have been checked to be UTF-8.
  private mutating func decoded() -> Unicode.Scalar {
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes[place...].makeIterator()
    if case .valid(let encoded) = decoder.parseScalar(from: &iterator) {
      place += encoded.count
      return Unicode.UTF8.decode(encoded)
    }
    place += 1
    return "\u{FFFD}"
  }
}
