/// Divides a printed name into its parts; see ``PersonName``.
struct PersonNameParser {
  private let printed: String
  private(set) var readings: [PersonName.Reading] = []
  private(set) var native: String?
  private(set) var nicknames: [String] = []
  private(set) var suffix: String?
  private(set) var homonymNumber: String?

  init(_ printed: String) { self.printed = printed }

  /// A word as it is printed, with its folded parts, which hyphens and full stops separate.
  private struct Word {
    let text: String
    let parts: [String]

    init(_ text: Substring) {
      self.text = String(text)
      parts = text.split { $0 == "-" || $0 == "‐" || $0 == "." }
        .map { foldedKey(String($0)).filter { $0 != " " } }.filter { !$0.isEmpty }
    }

    var key: String { parts.joined() }
    private var letters: [Character] { text.filter(\.isLetter) }
    /// “J.”, “J.-P.”, “C.M.”, “J”
    var isInitials: Bool { !parts.isEmpty && parts.allSatisfy { $0.unicodeScalars.count == 1 } }
    var isSurnameOfOneLetter: Bool { text.count == 1 && RomanizedSurnames.contains(key) }
    var isCapitals: Bool { !isInitials && letters.count > 1 && letters.allSatisfy(\.isUppercase) }
    /// “AB” after or before a family name in small letters: initials without full stops.
    var isGluedInitials: Bool {
      isCapitals && parts.count == 1 && letters.count <= PersonNameParser.mostGluedInitials
        && !RomanizedSurnames.contains(key)
    }

    var given: [PersonName.Given] {
      if isGluedInitials {
        return letters.map { .init(text: foldedKey(String($0))) }
      }
      return parts.map { .init(text: $0) }
    }
  }

  /// Initials that are printed together.
  private static let mostGluedInitials = 3

  mutating func read() {
    var segments = takingNative().split(separator: ",").map { segment in
      segment.split { $0.isWhitespace }.map(Word.init).filter { !$0.parts.isEmpty }
    }
    guard segments.joined().contains(where: { $0.text.contains(where: \.isLetter) }) else { return }
    for index in segments.indices { takeEnd(of: &segments[index]) }
    segments.removeAll(where: \.isEmpty)
    guard let first = segments.first else { return }
    if segments.count > 1 {
      readings = [Self.inverted(family: first, given: segments[1])]
    } else {
      readings = Self.uninverted(first)
    }
  }

  // MARK: Scripts and additions

  /// Takes out the name in East Asian characters, and nicknames; returns the rest.
  private mutating func takingNative() -> String {
    var characters = String.UnicodeScalarView()
    var rest = String.UnicodeScalarView()
    var bracketed = String.UnicodeScalarView()
    var closing: Unicode.Scalar?
    for scalar in printed.unicodeScalars {
      if scalar.isEastAsian || (scalar == "·" && characters.last?.isEastAsian == true) {
        characters.append(scalar)
      } else if let end = closing {
        if scalar == end {
          closing = nil
          addNickname(String(bracketed))
          bracketed = String.UnicodeScalarView()
        } else {
          bracketed.append(scalar)
        }
      } else if let end = Self.closings[scalar] {
        closing = end
        rest.append(" ")
      } else {
        rest.append(scalar)
      }
    }
    // A bracket or a quotation mark that is never closed hides nothing.
    rest.append(contentsOf: bracketed)
    native = characters.isEmpty ? nil : HanVariants.normalized(String(characters))
    let latin = String(rest)
    // “(Chia-Ching Hsu) 許嘉晴”: the name in Latin letters is in the brackets.
    if !latin.contains(where: \.isLetter), let only = nicknames.first, native != nil {
      nicknames = []
      return only
    }
    return latin
  }

  private static let closings: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "（": "）", "[": "]", "\"": "\"", "“": "”", "「": "」",
  ]

  private mutating func addNickname(_ text: String) {
    if text.contains(where: \.isLetter) { nicknames.append(text) }
  }

  /// Takes suffix and number from the end of a part.
  private mutating func takeEnd(of words: inout [Word]) {
    while let last = words.last {
      if last.text.count == 4, last.text.allSatisfy(\.isNumber), words.count > 1 {
        homonymNumber = last.text
      } else if NameSuffix.all.contains(last.key), !last.isInitials {
        suffix = last.key
      } else {
        return
      }
      words.removeLast()
    }
  }

  // MARK: Readings

  /// “Quill, Ada B.”, “Berg, J. van der”
  private static func inverted(family: [Word], given: [Word]) -> PersonName.Reading {
    let names = given.reversed().drop { NameParticle.all.contains($0.key) }.reversed()
    return PersonName.Reading(
      given: names.flatMap(\.given), family: withoutParticles(family), order: .certain)
  }

  private static func withoutParticles(_ family: [Word]) -> [String] {
    let names = family.filter { !NameParticle.all.contains($0.key) }
    return (names.isEmpty ? family : names).flatMap(\.parts)
  }

  private static func uninverted(_ words: [Word]) -> [PersonName.Reading] {
    guard words.count > 1 else {
      return [PersonName.Reading(given: [], family: words[0].parts, order: .familyLast)]
    }
    if let capitals = rangeOfCapitals(words) { return [certain(capitals, words)] }
    // “Quill AB”, “Ouyang S Q”: initials come after the family name.
    let head = words.prefix { !$0.isInitials && !$0.isGluedInitials }
    if !head.isEmpty, head.count < words.count,
      words[head.count...].allSatisfy({ $0.isInitials || $0.isGluedInitials })
    {
      let reading = certain(0..<head.count, words)
      // “Weinan E” has a family name of one letter.
      let last = words.count - 1
      return head.count == last && words[last].isSurnameOfOneLetter
        ? [certain(last..<words.count, words), reading] : [reading]
    }
    return byPosition(words)
  }

  private static func certain(_ family: Range<Int>, _ words: [Word]) -> PersonName.Reading {
    let given = words.indices.filter { !family.contains($0) }.flatMap { words[$0].given }
    return PersonName.Reading(
      given: given, family: withoutParticles(Array(words[family])), order: .certain)
  }

  /// The words in capitals at one end of a name whose other words are not: “CHEUNG Siu Ming”.
  private static func rangeOfCapitals(_ words: [Word]) -> Range<Int>? {
    let isFamily = words.map { $0.isCapitals && !$0.isGluedInitials }
    guard isFamily.contains(true), isFamily.contains(false),
      words.indices.contains(where: { !isFamily[$0] && !words[$0].isInitials })
        || words.allSatisfy({ $0.isInitials || $0.isCapitals })
    else { return nil }
    let head = isFamily.prefix { $0 }.count
    if head > 0 { return isFamily[head...].contains(true) ? nil : 0..<head }
    let tail = isFamily.reversed().prefix { $0 }.count
    let start = words.count - tail
    return tail > 0 && !isFamily[..<start].contains(true) ? start..<words.count : nil
  }

  private static func byPosition(_ words: [Word]) -> [PersonName.Reading] {
    let particles = words.dropLast().reversed().prefix { NameParticle.all.contains($0.key) }.count
    let start = words.count - 1 - particles
    func reading(_ family: Range<Int>, _ order: PersonName.Reading.Order) -> PersonName.Reading {
      let given = words.indices.filter { !family.contains($0) }.flatMap { words[$0].given }
      return PersonName.Reading(
        given: given, family: withoutParticles(Array(words[family])), order: order)
    }
    var readings = [reading(max(start, 1)..<words.count, .familyLast)]
    let isDouble =
      start > 1 && !words[start - 1].isInitials && !NameParticle.all.contains(words[start - 1].key)
      // “Yan Fei Qian” has no second family name.
      && !words.allSatisfy { Pinyin.isGivenName($0.key) }
    if isDouble { readings.append(reading(start - 1..<words.count, .familyLast)) }
    if !words[0].isInitials, !words[0].isGluedInitials, particles == 0 {
      readings.append(reading(0..<1, .familyFirst))
    }
    // “Beth CHAN Tai-Man” without the capitals: a name of another language before a Chinese one.
    if words.count == 3, words[2].parts.count == 2, RomanizedSurnames.contains(words[1].key) {
      readings.append(reading(1..<2, .certain))
    }
    return readings
  }
}
