internal import KGText

/// Splits a name into First, von, Last and Jr as BibTeX does (“Designing BibTeX styles”, section 4; “Tame the
/// BeaST”, section 4):
///
/// - First von Last: von are the words from the first to the last that begin with a small letter, never the
///   last word; First are the words before it, Last those after it. Without von, Last is one word.
/// - von Last, First: von ends at the last word with a small letter that is not the last one.
/// - von Last, Jr, First.
struct BibTeXNameParts {
  typealias Words = ArraySlice<BibTeXNameToken>

  private(set) var given: Words = []
  private(set) var particle: Words = []
  private(set) var family: Words = []
  private(set) var suffix: Words = []

  /// - Parameter parts: The words between commas, up to three times.
  init(_ parts: [Words], _ bytes: [UInt8]) {
    guard let words = parts.first, !words.isEmpty else { return }
    let lastSmall = words.dropLast().lastIndex { Self.isSmall($0, bytes) }
    guard parts.count == 1 else {
      particle = lastSmall.map { words[...$0] } ?? []
      family = lastSmall.map { words[($0 + 1)...] } ?? words
      given = parts[parts.count - 1]
      suffix = parts.count > 2 ? parts[1] : []
      return
    }
    guard let lastSmall, let firstSmall = words.firstIndex(where: { Self.isSmall($0, bytes) })
    else {
      given = words.dropLast()
      family = words.suffix(1)
      return
    }
    given = words[..<firstSmall]
    particle = words[firstSmall...lastSmall]
    family = words[(lastSmall + 1)...]
  }

  /// Whether the first letter outside braces is small. A “special character”, a group that begins with a
  /// command (`{\'e}`, `{\o}`), counts as the letter that it prints; a word that has letters in other groups
  /// only is not small.
  static func isSmall(_ word: BibTeXNameToken, _ bytes: [UInt8]) -> Bool {
    var scanner = Scanner(bytes: bytes[word.range])
    return scanner.firstLetterIsSmall
  }

  private struct Scanner {
    let bytes: ArraySlice<UInt8>
    var place: Int

    init(bytes: ArraySlice<UInt8>) {
      self.bytes = bytes
      place = bytes.startIndex
    }

    var firstLetterIsSmall: Bool {
      mutating get {
        while place < bytes.endIndex {
          let byte = bytes[place]
          if byte == UInt8(ascii: "{"), !isSpecialCharacter {
            skipGroup()
          } else if byte == UInt8(ascii: "\\") {
            if let isSmall = caseOfSymbol() { return isSmall }
          } else if BibTeXParser.isLetter(byte) {
            return byte >= UInt8(ascii: "a")
          } else if byte >= 0x80 {
            if let isSmall = caseOfScalar() { return isSmall }
          } else {
            place += 1
          }
        }
        return false
      }
    }

    private var isSpecialCharacter: Bool {
      place + 1 < bytes.endIndex && bytes[place + 1] == UInt8(ascii: "\\")
    }

    private mutating func skipGroup() {
      var depth = 0
      while place < bytes.endIndex {
        if bytes[place] == UInt8(ascii: "{") { depth += 1 }
        if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
        place += 1
        if depth == 0 { return }
      }
    }

    /// Moves past a command; returns the case of the letter that it prints, `nil` for an accent and
    /// the like.
    private mutating func caseOfSymbol() -> Bool? {
      place += 1
      let start = place
      while place < bytes.endIndex, BibTeXParser.isLetter(bytes[place]) { place += 1 }
      guard place > start else {
        place = min(place + 1, bytes.endIndex)
        return nil
      }
      let name = String(decoding: bytes[start..<place], as: UTF8.self)
      return LaTeXCommand.symbol(name)?.unicodeScalars.first.flatMap(Self.isSmall)
    }

    private mutating func caseOfScalar() -> Bool? {
      var decoder = Unicode.UTF8.ForwardParser()
      var iterator = bytes[place...].makeIterator()
      guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else {
        place += 1
        return nil
      }
      place += encoded.count
      return Self.isSmall(Unicode.UTF8.decode(encoded))
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool? {
      scalar.isLetter ? scalar.properties.isLowercase : nil
    }
  }
}
