internal import KGModel
internal import KGText

/// Words that a PDF prints with a space after each letter, as some do in headings: `R e s e a r c h`.
enum LetterSpacing {
  /// The fewest letters of such a word; fewer may be initials or variables.
  private static let minimumLength = 4

  /// The same characters without the spaces within such words; several spaces separate two of them.
  static func joined(_ characters: [PlacedLine.Character]) -> [PlacedLine.Character] {
    var result: [PlacedLine.Character] = []
    var place = 0
    while place < characters.count {
      let word = word(in: characters, at: place)
      if isWord(word.map { characters[$0].scalar }), let last = word.last {
        result += word.map { characters[$0] }
        place = last + 1
        // One space is left of those between two words.
        while place + 1 < characters.count, characters[place].scalar == " ",
          characters[place + 1].scalar == " "
        {
          place += 1
        }
      } else {
        result.append(characters[place])
        place += 1
      }
    }
    return result
  }

  /// The places of single letters from a place on, each one space after the one before.
  private static func word(in characters: [PlacedLine.Character], at start: Int) -> [Int] {
    guard isLetter(characters, start), !isLetter(characters, start - 1) else { return [] }
    var places = [start]
    var place = start
    while place + 2 < characters.count, characters[place + 1].scalar == " ",
      isLetter(characters, place + 2), !isLetter(characters, place + 3)
    {
      place += 2
      places.append(place)
    }
    return places
  }

  private static func isLetter(_ characters: [PlacedLine.Character], _ place: Int) -> Bool {
    guard characters.indices.contains(place) else { return false }
    let scalar = characters[place].scalar
    return scalar.isLetter && !scalar.isHan
  }

  /// Whether letters are a word in small letters or in capitals, and not an enumeration: A B C D.
  private static func isWord(_ letters: [Unicode.Scalar]) -> Bool {
    guard letters.count >= minimumLength else { return false }
    let rest = letters.dropFirst()
    let isEnumeration = zip(letters, rest).allSatisfy { $1.value == $0.value + 1 }
    return !isEnumeration
      && (rest.allSatisfy { !$0.isUpper } || letters.allSatisfy(\.isUpper))
  }
}
