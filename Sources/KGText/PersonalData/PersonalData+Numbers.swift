internal import KGModel

/// Numbers of telephones, accounts and identity cards, and dwellings.
extension PersonalData {
  func telephoneNumbers() -> [Range<Int>] {
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
      } else if !text[end].isOne(of: " -–.()+") || end - lastDigit > 1 {
        break
      }
      end += 1
    }
    return lastDigit > start ? start..<lastDigit : nil
  }

  private static let fewestDigits = 6

  private func isTelephoneNumber(_ range: Range<Int>) -> Bool {
    let digitCount = range.count { text[$0].isDigit }
    // No telephone number is shorter; most numbers are years.
    guard digitCount >= Self.fewestDigits else { return false }
    if range.upperBound < text.count, text[range.upperBound].isLetter,
      !text[range.upperBound].isHan
    {
      return false
    }
    if range.prefix(2).contains(where: { text[$0] == "+" }) {
      return (8...15).contains(digitCount)
    }
    if isLabelled(range.lowerBound, by: labels.numbers) { return true }
    guard Self.mayBeLengths(lengthsOfGroups(in: range)) else { return false }
    var groups = text[range].split { !$0.isDigit }.map { String(String.UnicodeScalarView($0)) }
    if arePages(groups, in: range) { return false }
    // The code of China, also without a plus sign.
    if groups.count > 1, groups[0] == "86" || groups[0] == "0086" { groups.removeFirst() }
    return Self.isTelephoneNumber(groups)
  }

  /// The numbers of digits between the separators.
  private func lengthsOfGroups(in range: Range<Int>) -> [Int] {
    var lengths: [Int] = []
    for place in range where text[place].isDigit {
      if place == range.lowerBound || lengths.isEmpty || !text[place - 1].isDigit {
        lengths.append(0)
      }
      lengths[lengths.count - 1] += 1
    }
    return lengths
  }

  /// Whether groups of digits of these lengths may be a telephone number, perhaps after the code of a country. A fast filter:
  /// most numbers are dates.
  private static func mayBeLengths(_ lengths: [Int]) -> Bool {
    lengthsOfNumbers.contains(lengths) || lengthsOfNumbers.contains(Array(lengths.dropFirst()))
  }

  /// The lengths that ``isTelephoneNumber(_:)`` knows.
  private static let lengthsOfNumbers: Set<[Int]> = [
    [11], [3, 4, 4], [7, 4], [3, 8], [3, 7], [4, 7], [4, 8], [5, 6], [3, 3, 4], [1, 3, 3, 4],
    [2, 2, 2, 2, 2], [2, 3, 4], [2, 4, 4],
  ]

  /// Whether three groups of digits are two pages, joined by a dash, and a year: “621–629 (2013)”.
  private func arePages(_ groups: [String], in range: Range<Int>) -> Bool {
    guard groups.map(\.count) == [3, 3, 4], groups[0] < groups[1],
      ["19", "20"].contains(groups[2].prefix(2))
    else { return false }
    let signs = text[range].split(whereSeparator: \.isDigit)
    return signs.count == 2 && signs[0].contains { $0 == "-" || $0 == "–" }
      && !signs[1].contains { $0 == "-" || $0 == "–" }
  }

  /// Whether groups of digits are a telephone number by their lengths, in the ways of some countries.
  private static func isTelephoneNumber(_ groups: [String]) -> Bool {
    let digits = groups.joined().unicodeScalars.map { $0 }
    guard groups.count < 6, let first = digits.first else { return false }
    let isYearly = groups.dropFirst().first.map {
      $0.count == 4 && ["19", "20"].contains($0.prefix(2))
    }
    switch groups.map(\.count) {
    // Mobile numbers of China.
    case [11], [3, 4, 4], [7, 4], [3, 8]:
      if first == "1", digits[1].isOne(of: "3456789") { return true }
      return first == "0" && groups.count > 1 && isYearly != true
    // Landlines of China with an area code, and numbers of Germany and of Britain.
    case [3, 7], [4, 7], [4, 8], [5, 6]: return first == "0"
    // North America.
    case [3, 3, 4], [1, 3, 3, 4]: return true
    // France, Japan and Korea.
    case [2, 2, 2, 2, 2], [2, 3, 4]: return first == "0"
    case [2, 4, 4]: return first == "0" && isYearly != true
    default: return false
    }
  }

  private func isLabelled(_ start: Int, by labels: [[Unicode.Scalar]]) -> Bool {
    let lowest = max(0, start - 24)
    var end = start
    while end > lowest, text[end - 1].isOne(of: " :.()（号码") { end -= 1 }
    return labels.contains { label in
      let place = end - label.count
      return place >= lowest && occurs(label, at: place)
        && (label[0].isHan || place == lowest || !text[place - 1].isLetter)
    }
  }

  /// `QQ 123456`, `微信号 jq_999`, `WeChat ID: jq_999`: a word with a digit or an underscore after the label of
  /// an account. “WeChat mini-programs” is a subject.
  func accounts() -> [Range<Int>] {
    labels.accounts.filter(occurring.mayContain).flatMap { label in
      places(of: label).compactMap { place -> Range<Int>? in
        guard label[0].isHan || place == 0 || !text[place - 1].isLetter else { return nil }
        var start = place + label.count
        for word in Self.accountWords where occurs(word, at: start) { start += word.count }
        while start < text.count, text[start].isOne(of: " :-") { start += 1 }
        var end = start
        while end < text.count, isAccountPart(text[end]) { end += 1 }
        let name = text[start..<end]
        let isName =
          (5...24).contains(name.count) && name.contains { $0.isDigit || $0 == "_" }
          && (start > place + label.count || label[0].isHan)
        return isName ? start..<end : nil
      }
    }
  }

  /// Words between the label of an account and its name.
  private static let accountWords = ["号", "号码", "id", " id"].map { Array($0.unicodeScalars) }

  private func isAccountPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.isLetter || scalar.isDigit || scalar.isOne(of: "_-"))
  }

  /// The number of a Chinese identity card: 18 characters with a date of birth and a check character
  /// (GB 11643-1999).
  func identityNumbers() -> [Range<Int>] {
    guard occurring.longestNumber >= Self.lengthOfIdentityNumber - 1 else { return [] }
    var found: [Range<Int>] = []
    text.walk(text.indices) { place, first in
      guard first.isDigit else { return place + 1 }
      var end = place
      while end < text.count,
        text[end].isDigit || text[end] == "x" && end - place == Self.lengthOfIdentityNumber - 1
      {
        end += 1
      }
      if end - place == Self.lengthOfIdentityNumber,
        Self.isIdentityNumber(Array(text[place..<end]))
      {
        found.append(place..<end)
      }
      return max(end, place + 1)
    }
    return found
  }

  /// Digits, of which the last may be an X.
  private static let lengthOfIdentityNumber = 18

  private static func isIdentityNumber(_ characters: [Unicode.Scalar]) -> Bool {
    let digits = characters.map { $0 == "x" ? 10 : Int($0.value) - 48 }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard (1900...2100).contains(number(6..<10)), (1...12).contains(number(10..<12)),
      (1...31).contains(number(12..<14))
    else { return false }
    // Weights are powers of 2; the sum with the check character is 1 modulo 11.
    let sum = digits.enumerated().reduce(0) { $0 + $1.element << (17 - $1.offset) }
    return sum % 11 == 1
  }

  private static let dwellingWords = ["小区", "单元", "号楼"].map { Array($0.unicodeScalars) }

  /// A Chinese address of a dwelling: 某某小区3号楼2单元501室.
  func dwellings() -> [Range<Int>] {
    guard occurring.hasDigits, occurring.mayContain("室") else { return [] }
    return Self.dwellingWords.flatMap { word in
      places(of: word).compactMap { place -> Range<Int>? in
        var (start, end) = (place, place + word.count)
        let isPart: (Unicode.Scalar) -> Bool = { $0.isHan || $0.isDigit || $0 == "-" }
        while start > 0, place - start < 40, isPart(text[start - 1]) { start -= 1 }
        while end < text.count, end - place < 30, isPart(text[end]) { end += 1 }
        let last = text[start..<end].last
        return last == "室" || last == "号" || last == "户" ? start..<end : nil
      }
    }
  }
}
