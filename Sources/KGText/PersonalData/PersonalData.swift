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
  let text: FoldedText
  let labels: Labels
  let occurring: OccurringCharacters

  /// The labels of personal data; the table is `Data/personal-labels.tsv`.
  package struct Labels: Sendable {
    package static let shared = Labels(TabSeparatedTable(PackageResources.personal_labels_tsv))

    struct Label: Sendable {
      let property: PersonalProperty
      let text: [Unicode.Scalar]
      /// Whether the value extends over commas, as an address does.
      var isLong = false
    }

    /// Labels of telephone numbers.
    let numbers: [[Unicode.Scalar]]
    /// Labels of the names and numbers of accounts.
    let accounts: [[Unicode.Scalar]]
    /// Labels of texts after a colon, by their last characters.
    let values: [Unicode.Scalar: [Label]]

    /// - Parameter table: The table with its columns, as the file describes them.
    init(_ table: TabSeparatedTable) {
      func labels(_ kind: String) -> [[Unicode.Scalar]] {
        table.rows.filter { $0.cell(0) == kind }
          .flatMap { TabSeparatedTable.values($0.cell(2)) }.map { Array($0.unicodeScalars) }
      }
      numbers = labels("telephoneNumber")
      accounts = labels("account")
      let values =
        PersonalProperty.allCases.flatMap { property in
          labels(property.rawValue).map { Label(property: property, text: $0) }
        } + labels("address").map { Label(property: .other, text: $0, isLong: true) }
        + accounts.map { Label(property: .other, text: $0) }
      self.values = Dictionary(grouping: values) { $0.text.last ?? ":" }
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
      + Self.findings(.other, data.accounts() + data.identityNumbers() + data.dwellings())
      + data.labelledValues() + Self.findings(.age, data.ages())
    // Without other personal data in the text, “Male” may be a word of a title.
    return found + Self.findings(.gender, data.genders(inEnglish: !found.isEmpty))
  }

  private static func findings(_ property: PersonalProperty, _ ranges: [Range<Int>]) -> [Finding] {
    ranges.map { Finding(property: property, range: $0) }
  }

  // MARK: Values after labels

  /// `性别：男`, `Age: 29`, `微信: abc` up to the next separator.
  private func labelledValues() -> [Finding] {
    guard occurring.mayContain(":") else { return [] }
    // There are fewer colons than labels.
    return text.indices.filter { text[$0] == ":" }.flatMap { colon -> [Finding] in
      let end = skip(backFrom: colon, atMost: 2)
      guard end > 0, let labels = labels.values[text[end - 1]] else { return [] }
      return labels.compactMap { label in
        let place = end - label.text.count
        guard place >= 0, occurs(label.text, at: place),
          beginsPart(place, isHan: label.text[0].isHan)
        else { return nil }
        let start = skip(from: colon + 1, atMost: 3)
        var end = start
        while end < text.count, end - start < (label.isLong ? 160 : 60),
          label.isLong ? !isEndOfLine(end) : !isSeparator(end)
        {
          end += 1
        }
        return end > start ? Finding(property: label.property, range: start..<end) : nil
      }
    }
  }

  /// Whether a label may begin here: “Age:” at the beginning of a part is one, in “The Golden Age: …” it is not.
  func beginsPart(_ place: Int, isHan: Bool) -> Bool {
    let before = skip(backFrom: place, atMost: 4)
    return before == 0 || text[before - 1].isOne(of: "|,;\n\t·/*•-")
      || (before < place && (isHan || place - before > 1))
  }

  func isSeparator(_ place: Int) -> Bool {
    if text[place].isOne(of: "|,;\n\t·/") { return true }
    // Two spaces separate columns; one separates a value from the next label in Chinese.
    return text[place] == " "
      && (place + 1 == text.count || text[place + 1] == " " || text[place + 1].isHan)
  }

  /// Whether a part ends at a place, perhaps with spaces before the next sign: `… | Ellmoor`, `… (Ellmoor)`.
  func endsPart(_ place: Int) -> Bool {
    let next = skip(from: place, atMost: 4)
    return next == text.count || text[next].isOne(of: "()") || isSeparator(place)
      || isSeparator(next)
  }

  /// Whether a place holds a sign that also ends a value with commas in it.
  private func isEndOfLine(_ place: Int) -> Bool {
    text[place].isOne(of: "|;\n\t")
      || text[place] == " " && isSeparator(place) && place + 1 < text.count
        && !text[place + 1].isHan
  }

  /// `28岁`, `29 years old`.
  private func ages() -> [Range<Int>] {
    guard occurring.hasDigits else { return [] }
    var found: [Range<Int>] = []
    for word in Self.ageWords where occurring.mayContain(word) {
      for place in places(of: word) {
        let end = skip(backFrom: place, atMost: 1)
        var start = end
        while start > 0, text[start - 1].isDigit { start -= 1 }
        if (1...2).contains(end - start) { found.append(start..<place + word.count) }
      }
    }
    return found
  }

  private static let ageWords = ["岁", "周岁", "years old", "year old", "years of age"]
    .map { Array($0.unicodeScalars) }

  private static let hanGenders = ["男", "女"].map { Array($0.unicodeScalars) }
  private static let genders = hanGenders + ["male", "female"].map { Array($0.unicodeScalars) }

  /// A gender that is alone between separators.
  private func genders(inEnglish: Bool) -> [Range<Int>] {
    (inEnglish ? Self.genders : Self.hanGenders).filter(occurring.mayContain).flatMap { word in
      places(of: word).compactMap { place in
        let end = place + word.count
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

  /// Where a text occurs, from left to right.
  func places(of pattern: [Unicode.Scalar]) -> [Int] {
    guard !pattern.isEmpty, occurring.mayContain(pattern) else { return [] }
    var places: [Int] = []
    var start = 0
    while let place = text.first(of: pattern, in: start..<text.count) {
      places.append(place)
      start = place + 1
    }
    return places
  }

  func occurs(_ pattern: [Unicode.Scalar], at place: Int) -> Bool {
    place + pattern.count <= text.count
      && pattern.indices.allSatisfy { text[place + $0] == pattern[$0] }
  }

  func skip(from place: Int, atMost count: Int) -> Int {
    var place = place
    for _ in 0..<count where place < text.count && text[place] == " " { place += 1 }
    return min(place, text.count)
  }

  func skip(backFrom place: Int, atMost count: Int) -> Int {
    var place = place
    for _ in 0..<count where place > 0 && text[place - 1] == " " { place -= 1 }
    return place
  }
}

/// The set of characters, and of pairs of them, that occur in a text. Most texts have none of those by which personal data
/// are found, so most searches can be skipped.
struct OccurringCharacters {
  private let ascii: ASCIISet
  /// One bit for many characters beyond ASCII: those with the same remainder.
  private let others: UInt64
  /// For each remainder of a character, those of the characters that follow it.
  private var followers = Array(repeating: UInt64(0), count: 64)
  /// The most digits that follow one another.
  let longestNumber: Int

  init(in text: FoldedText) {
    ascii = text.scalars.occurring
    var others: UInt64 = 0
    var (digits, longest) = (0, 0)
    followers.withUnsafeMutableBufferPointer { followers in
      var previous: Int?
      text.walk(text.indices) { place, scalar in
        let bit = UInt64(1) << UInt64(scalar.value % 64)
        if let previous { followers[previous] |= bit }
        previous = Int(scalar.value % 64)
        if !scalar.isASCII { others |= bit }
        digits = scalar.isDigit ? digits + 1 : 0
        longest = max(longest, digits)
        return place + 1
      }
    }
    self.others = others
    longestNumber = longest
  }

  func mayContain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ascii.contains(scalar) : others >> UInt64(scalar.value % 64) & 1 == 1
  }

  /// Whether all characters of a pattern occur, each after the one before it.
  func mayContain(_ pattern: [Unicode.Scalar]) -> Bool {
    pattern.indices.allSatisfy { place in
      mayContain(pattern[place])
        && (place == 0
          || followers[Int(pattern[place - 1].value % 64)] >> UInt64(pattern[place].value % 64) & 1
            == 1)
    }
  }

  var hasDigits: Bool { ascii.hasDigits }
}
