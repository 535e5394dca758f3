internal import Foundation
internal import KGModel
internal import KGText

/// A line with the places of its characters in the text of the document.
struct PlacedLine {
  struct Character {
    let scalar: Unicode.Scalar
    let offset: Int
    let isBold: Bool
    let isItalic: Bool
    let link: String?
  }

  /// Lines that are read one after the other.
  struct Flow {
    let page: Int
    let side: PDFColumns.Flow.Side
    let lines: [PlacedLine]
  }

  let line: PDFLine
  let page: Int
  var characters: [Character]
  let bytes: [UInt8]

  init(_ line: PDFLine, page: Int, offset: Int) {
    self.line = line
    self.page = page
    var characters: [Character] = []
    var bytes: [UInt8] = []
    func add(_ scalar: Unicode.Scalar, _ piece: PDFPage.Piece) {
      characters.append(
        Character(
          scalar: scalar, offset: offset + bytes.count, isBold: piece.isBold,
          isItalic: piece.isItalic, link: piece.link))
      bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    for (index, piece) in line.pieces.enumerated() {
      if index > 0 {
        switch line.gap(before: index) {
        case .tab where characters.last?.scalar != "\t": add("\t", piece)
        case .space where characters.last?.scalar != " ": add(" ", piece)
        default: break
        }
      }
      for scalar in piece.text.precomposedStringWithCanonicalMapping.unicodeScalars {
        // Ligatures and other forms of presentation as the letters that they are.
        for plain in Self.plain(scalar) { add(plain, piece) }
      }
    }
    (characters, self.bytes) = Self.withJoinedAccents(characters, bytes, offset)
    self.characters = LetterSpacing.joined(characters)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0xFB00...0xFB06:
      Array(String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars)
    case 0xAD, 0x200B, 0xFEFF: []
    default: [scalar]
    }
  }

  /// Joins spacing accents with their letters, `Universit´` `e`, also over one space.
  private static func withJoinedAccents(
    _ characters: [Character], _ bytes: [UInt8], _ offset: Int
  ) -> ([Character], [UInt8]) {
    guard characters.contains(where: { SpacingAccent.mark($0.scalar) != nil }) else {
      return (characters, bytes)
    }
    var joined: [Character] = []
    var index = 0
    while index < characters.count {
      let character = characters[index]
      var next = index + 1
      while next < characters.count, characters[next].scalar == " ", next - index < 2 { next += 1 }
      if SpacingAccent.mark(character.scalar) != nil, next < characters.count,
        let letter = SpacingAccent.joined(character.scalar, characters[next].scalar)
      {
        let other = characters[next]
        joined.append(
          Character(
            scalar: letter, offset: 0, isBold: other.isBold, isItalic: other.isItalic,
            link: other.link))
        index = next + 1
      } else {
        joined.append(character)
        index += 1
      }
    }
    var text: [UInt8] = []
    let placed = joined.map { character in
      defer { text += Array(UTF8.encode(character.scalar) ?? UTF8.encodedReplacementCharacter) }
      return Character(
        scalar: character.scalar, offset: offset + text.count, isBold: character.isBold,
        isItalic: character.isItalic, link: character.link)
    }
    return (placed, text)
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters.map(\.scalar))
    return String(view)
  }

  /// The last character that is not blank; `nil` when there is none.
  var last: Unicode.Scalar? { characters.last { !$0.scalar.isBlank }?.scalar }
  /// The first character that is not blank; `nil` when there is none.
  var first: Unicode.Scalar? { characters.first { !$0.scalar.isBlank }?.scalar }

  /// The approximate width of the first word; in Chinese text, of the first character.
  var firstWordWidth: Double {
    let width = line.right - line.left
    guard !characters.isEmpty else { return 0 }
    let average = width / Double(characters.count)
    if first?.isHan == true { return line.size * 0.8 }
    let word = characters.prefix { !$0.scalar.isBlank }.count
    return average * Double(word)
  }
}
