/// Words and separators of a list of names outside braces.
struct BibTeXNameToken {
  enum Kind {
    case word
    case comma
    /// `;`, and the enumeration comma of Chinese: no name contains either.
    case separator
    /// The word `and` in any case.
    case and
    /// `&`, which names of firms contain, too.
    case ampersand
  }

  let kind: Kind
  let range: Range<Int>
}

/// Cuts the value of a field into tokens. Groups in braces belong to the word they are in.
struct BibTeXNameTokenizer {
  private let bytes: [UInt8]
  private let end: Int
  private var place: Int
  private var tokens: [BibTeXNameToken] = []

  static func tokens(_ bytes: [UInt8], in range: Range<Int>) -> [BibTeXNameToken] {
    var tokenizer = BibTeXNameTokenizer(
      bytes: bytes, end: range.upperBound, place: range.lowerBound)
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8], end: Int, place: Int) {
    self.bytes = bytes
    self.end = end
    self.place = place
  }

  private mutating func run() {
    while place < end {
      if let count = blank(at: place) {
        place += count
      } else if let (kind, count) = sign(at: place) {
        tokens.append(BibTeXNameToken(kind: kind, range: place..<place + count))
        place += count
      } else {
        word()
      }
    }
  }

  private mutating func word() {
    let start = place
    var depth = 0
    while place < end {
      switch bytes[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case _ where depth > 0: break
      case UInt8(ascii: ";") where isEntity(start..<place): break
      default:
        if blank(at: place) != nil || sign(at: place) != nil { return append(start..<place) }
      }
      place += 1
    }
    append(start..<place)
  }

  private mutating func append(_ range: Range<Int>) {
    tokens.append(BibTeXNameToken(kind: kind(of: bytes[range]), range: range))
  }

  private func kind(of word: ArraySlice<UInt8>) -> BibTeXNameToken.Kind {
    switch word.count {
    case 3 where word.elementsEqual("and".utf8, by: { $0 | 0x20 == $1 }): .and
    case 1...4
    where word.contains(UInt8(ascii: "&")) && word.allSatisfy { $0.isOne(of: "&\\{}") }:
      .ampersand
    default: .word
    }
  }

  /// Whether a word begins an entity of HTML that the next `;` ends: `M&uuml`.
  private func isEntity(_ word: Range<Int>) -> Bool {
    guard let start = bytes[word].lastIndex(of: UInt8(ascii: "&")), start + 1 < word.upperBound
    else { return false }
    return bytes[(start + 1)..<word.upperBound].allSatisfy {
      BibTeXParser.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "#")
    }
  }

  /// The length of white space, of a tie (`~`) or of an ideographic space; `nil` for others.
  private func blank(at place: Int) -> Int? {
    if bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: "~") { return 1 }
    if isAt(place, [0xC2, 0xA0]) { return 2 }
    return isAt(place, [0xE3, 0x80, 0x80]) ? 3 : nil
  }

  private func sign(at place: Int) -> (BibTeXNameToken.Kind, Int)? {
    switch bytes[place] {
    case UInt8(ascii: ","): (.comma, 1)
    case UInt8(ascii: ";"): (.separator, 1)
    case 0xEF where isAt(place, [0xEF, 0xBC, 0x8C]): (.comma, 3)  // ，
    case 0xEF where isAt(place, [0xEF, 0xBC, 0x9B]): (.separator, 3)  // ；
    case 0xE3 where isAt(place, [0xE3, 0x80, 0x81]): (.separator, 3)  // 、
    default: nil
    }
  }

  private func isAt(_ place: Int, _ wanted: [UInt8]) -> Bool {
    bytes[place] == wanted[0] && place + wanted.count <= end
      && bytes[place..<place + wanted.count].elementsEqual(wanted)
  }
}
