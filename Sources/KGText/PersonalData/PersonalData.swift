internal import KGModel

/// A kind of personal data.
package enum PersonalProperty: String, CaseIterable, Sendable {
  case email, telephone, gender, age, birthDate
  /// Accounts, place of origin, marital status and the like.
  case other
}

/// Finds e-mail addresses, telephone numbers, age, gender and the like in a text.
///
/// Readers blank them before any rule sees the text, so that they reach neither values nor quotes.
package struct PersonalData {
  private let text: FoldedText
  private let labels: Labels
  private let occurring: OccurringCharacters

  /// The labels of personal data; the table is `Data/personal-labels.tsv`.
  package struct Labels: Sendable {
    package static let shared = Labels(
      TabSeparatedTable(PackageResources.personal_labels_tsv).rows.compactMap { row in
        let property: PersonalProperty??
        property =
          row.cell(0) == "telephoneNumber" ? .some(nil) : PersonalProperty(rawValue: row.cell(0))
        return property.map { ($0, TabSeparatedTable.values(row.cell(2))) }
      })

    let numbers: [[Unicode.Scalar]]
    let values: [(property: PersonalProperty, label: [Unicode.Scalar])]

    /// - Parameter rows: Kinds of data, `nil` for numbers of telephones and accounts, with their labels.
    init(_ rows: [(PersonalProperty?, [String])]) {
      let labels = rows.flatMap { property, labels in
        labels.map { (property, Array($0.unicodeScalars)) }
      }
      numbers = labels.filter { $0.0 == nil }.map(\.1)
      values = labels.compactMap { property, label in property.map { ($0, label) } }
    }
  }

  /// Personal data at a place of the text, in characters.
  package struct Finding {
    package let property: PersonalProperty
    package let range: Range<Int>
  }

  /// All personal data in a text; ranges may overlap.
  package static func findings(in folded: FoldedText, labels: Labels) -> [Finding] {
    let data = PersonalData(
      text: folded, labels: labels, occurring: OccurringCharacters(in: folded))
    let found =
      Self.findings(.email, data.addresses()) + Self.findings(.telephone, data.telephoneNumbers())
      + data.labelledValues() + Self.findings(.age, data.ages())
    // Without other personal data in the text, “Male” may be a word of a title.
    return found + Self.findings(.gender, data.genders(inEnglish: !found.isEmpty))
  }

  private static func findings(_ property: PersonalProperty, _ ranges: [Range<Int>]) -> [Finding] {
    ranges.map { Finding(property: property, range: $0) }
  }

  // MARK: E-mail

  /// `a@b.example`, `{a,b}@c.example`, `a [at] b [dot] example`.
  private func addresses() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (sign, spaces) in [("@", 0), ("(at)", 2), ("[at]", 2), ("<at>", 2)] {
      for place in places(of: sign) {
        var start = skip(backFrom: place, atMost: spaces)
        if start > 0, text[start - 1] == "}" {
          start = text[..<start].lastIndex(of: "{") ?? start
        } else {
          while start > 0, isAddressPart(text[start - 1]) { start -= 1 }
        }
        let afterSign = place + sign.unicodeScalars.count
        let end = endOfDomain(from: skip(from: afterSign, atMost: spaces))
        if start < place, end > afterSign + 3 { found.append(start..<end) }
      }
    }
    return found
  }

  /// Where a domain name ends; `start` when none begins there.
  private func endOfDomain(from start: Int) -> Int {
    var end = start
    var hasDot = false
    while end < text.count {
      if isAddressPart(text[end]) {
        hasDot = hasDot || text[end] == "."
        end += 1
        continue
      }
      guard
        let dot = ["(dot)", "[dot]"].first(where: { occurs($0, at: skip(from: end, atMost: 1)) })
      else { break }
      hasDot = true
      end = skip(from: skip(from: end, atMost: 1) + dot.count, atMost: 1)
    }
    return hasDot ? end : start
  }

  private func isAddressPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.isLetter || scalar.isDigit || scalar.isOne(of: "._%+-"))
  }

  // MARK: Numbers

  private func telephoneNumbers() -> [Range<Int>] {
    guard occurring.hasDigits else { return [] }
    var found: [Range<Int>] = []
    text.walk(text.indices) { place, first in
      guard first.isDigit || first.isOne(of: "+("), let range = numberRun(at: place) else {
        return place + 1
      }
      if isTelephoneNumber(range) { found.append(range) }
      return range.upperBound
    }
    return found
  }

  /// Digits with single separators between them, beginning with a digit, `+` or `(`; `nil` when the
  /// place is inside a word or a number.
  private func numberRun(at start: Int) -> Range<Int>? {
    if start > 0, text[start - 1].isDigit || text[start - 1].isLetter || text[start - 1] == "." {
      // A letter before digits belongs to the number of a patent or a grant.
      guard text[start - 1].isHan else { return nil }
    }
    var end = start
    var lastDigit = start
    while end < text.count {
      if text[end].isDigit {
        lastDigit = end + 1
      } else if !text[end].isOne(of: " -.()+") || end - lastDigit > 1 {
        break
      }
      end += 1
    }
    return lastDigit > start ? start..<lastDigit : nil
  }

  private func isTelephoneNumber(_ range: Range<Int>) -> Bool {
    let digits = text[range].filter(\.isDigit)
    if range.upperBound < text.count, text[range.upperBound].isLetter,
      !text[range.upperBound].isHan
    {
      return false
    }
    if text[range.lowerBound] == "+" { return (8...15).contains(digits.count) }
    if digits.count >= 6, isLabelled(range.lowerBound) { return true }
    let groups = text[range].split { !$0.isDigit }.map(\.count)
    switch groups {
    // Mobile numbers of China; landlines of China with an area code; numbers of North America.
    case [11], [3, 4, 4]: return digits[0] == "1" && digits[1].isOne(of: "3456789")
    case [3, 8], [3, 7], [4, 7], [4, 8]: return digits[0] == "0"
    case [3, 3, 4], [1, 3, 3, 4]: return true
    default: return false
    }
  }

  private func isLabelled(_ start: Int) -> Bool {
    let before = text[max(0, start - 24)..<start]
    let bare = before.reversed().drop { $0.isOne(of: " :.()（号码") }.reversed()
    return labels.numbers.contains { label in
      bare.count >= label.count && bare.suffix(label.count).elementsEqual(label)
        && (label[0].isHan || bare.dropLast(label.count).last?.isLetter != true)
    }
  }

  // MARK: Values after labels

  /// `性别：男`, `Age: 29`, `微信: abc` up to the next separator.
  private func labelledValues() -> [Finding] {
    guard occurring.mayContain(":") else { return [] }
    // There are fewer colons than labels.
    return text.indices.filter { text[$0] == ":" }.flatMap { colon -> [Finding] in
      let end = skip(backFrom: colon, atMost: 2)
      return labels.values.compactMap { property, label in
        let place = end - label.count
        guard place >= 0, text[place] == label[0], text[place..<end].elementsEqual(label),
          beginsPart(place, isHan: label[0].isHan)
        else { return nil }
        let start = skip(from: colon + 1, atMost: 3)
        var end = start
        while end < text.count, end - start < 60, !isSeparator(end) { end += 1 }
        return end > start ? Finding(property: property, range: start..<end) : nil
      }
    }
  }

  /// Whether a label may begin here: “Age:” at the beginning of a part is one, in “The Golden Age: …” it is not.
  private func beginsPart(_ place: Int, isHan: Bool) -> Bool {
    let before = skip(backFrom: place, atMost: 4)
    return before == 0 || text[before - 1].isOne(of: "|,;\n\t·/*•-")
      || (before < place && (isHan || place - before > 1))
  }

  private func isSeparator(_ place: Int) -> Bool {
    if text[place].isOne(of: "|,;\n\t·/") { return true }
    // Two spaces separate columns; one separates a value from the next label in Chinese.
    return text[place] == " "
      && (place + 1 == text.count || text[place + 1] == " " || text[place + 1].isHan)
  }

  /// `28岁`, `29 years old`.
  private func ages() -> [Range<Int>] {
    guard occurring.hasDigits else { return [] }
    var found: [Range<Int>] = []
    for word in ["岁", "周岁", "years old", "year old", "years of age"] {
      for place in places(of: word) {
        let end = skip(backFrom: place, atMost: 1)
        var start = end
        while start > 0, text[start - 1].isDigit { start -= 1 }
        if (1...2).contains(end - start) { found.append(start..<place + word.unicodeScalars.count) }
      }
    }
    return found
  }

  /// A gender that is alone between separators.
  private func genders(inEnglish: Bool) -> [Range<Int>] {
    (["男", "女"] + (inEnglish ? ["male", "female"] : [])).flatMap { word in
      places(of: word).compactMap { place in
        let end = place + word.unicodeScalars.count
        let isApart =
          isEdge(skip(backFrom: place, atMost: 2) - 1, isHan: word.count == 1)
          && isEdge(skip(from: end, atMost: 2), isHan: word.count == 1)
        return isApart ? place..<end : nil
      }
    }
  }

  /// Whether a place is outside the text or holds a separator.
  private func isEdge(_ place: Int, isHan: Bool) -> Bool {
    guard text.indices.contains(place) else { return true }
    if text[place].isOne(of: "|,;\n\t·/()") { return true }
    return isHan && (text[max(0, place - 1)] == " " || text[place] == " ")
  }

  // MARK: Places

  private func places(of word: String) -> [Int] {
    let pattern = word.unicodeScalars
    guard let first = pattern.first, occurring.mayContain(first) else { return [] }
    var places: [Int] = []
    var start = 0
    while let place = text.first(of: pattern, in: start..<text.count) {
      places.append(place)
      start = place + 1
    }
    return places
  }

  private func occurs(_ pattern: String, at place: Int) -> Bool {
    place <= text.count && text[place...].starts(with: pattern.unicodeScalars)
  }

  private func skip(from place: Int, atMost count: Int) -> Int {
    var place = place
    for _ in 0..<count where place < text.count && text[place] == " " { place += 1 }
    return min(place, text.count)
  }

  private func skip(backFrom place: Int, atMost count: Int) -> Int {
    var place = place
    for _ in 0..<count where place > 0 && text[place - 1] == " " { place -= 1 }
    return place
  }
}

/// The set of characters that occur in a text. Most texts have none of those by which personal data
/// are found, so most searches can be skipped.
private struct OccurringCharacters {
  /// One bit per ASCII character.
  private var ascii: (low: UInt64, high: UInt64) = (0, 0)
  private var hasOthers = false

  init(in text: FoldedText) {
    text.walk(text.indices) { place, scalar in
      if !scalar.isASCII {
        hasOthers = true
      } else if scalar.value < 64 {
        ascii.low |= 1 << UInt64(scalar.value)
      } else {
        ascii.high |= 1 << UInt64(scalar.value - 64)
      }
      return place + 1
    }
  }

  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return hasOthers }
    return scalar.value < 64
      ? ascii.low >> UInt64(scalar.value) & 1 == 1
      : ascii.high >> UInt64(scalar.value - 64) & 1 == 1
  }

  /// “0” to “9” are bits 48 to 57.
  var hasDigits: Bool { ascii.low >> 48 & 0x3FF != 0 }
}
