internal import KGModel

/// E-mail addresses, also those that are spelled out to hide them from programs.
extension PersonalData {
  /// A sign between name and host.
  private struct Sign {
    let text: [Unicode.Scalar]
    /// The spaces that it may have on each side.
    let spaces: Int
    /// Whether only addresses are written with it, so that the host needs no full stop.
    var isCertain = false

    init(_ text: String, spaces: Int, isCertain: Bool = false) {
      self.text = Array(text.unicodeScalars)
      self.spaces = spaces
      self.isCertain = isCertain
    }
  }

  private static let signs =
    [Sign("@", spaces: 0)]
    + bracketed(["at", "@"]).map { Sign($0, spaces: 2, isCertain: true) }
    + ["_at_", "-at-", "*at*"].map { Sign($0, spaces: 1) }

  private static let dots = (bracketed(["dot", ".", "点"]) + ["_dot_", "-dot-"])
    .map { Array($0.unicodeScalars) }

  /// The words in brackets of any kind, with and without spaces in them.
  private static func bracketed(_ words: [String]) -> [String] {
    words.flatMap { word in
      ["()", "[]", "{}", "<>"].flatMap { brackets in
        ["", " "].map { "\(brackets.prefix(1))\($0)\(word)\($0)\(brackets.suffix(1))" }
      }
    }
  }

  private static let spacedAt = Array(" at ".unicodeScalars)
  private static let sign = Array("@".unicodeScalars)
  private static let spacedDot = Array(" dot ".unicodeScalars)

  /// `a@b.example`, `{a,b}@c.example`, `a [at] b [dot] example`, `a AT b DOT example`.
  func addresses() -> [Range<Int>] {
    Self.signs.filter { occurring.mayContain($0.text) }.flatMap { sign in
      places(of: sign.text).compactMap { address(around: $0, sign) }
    } + spelledAddresses() + spacedAddresses()
  }

  private func address(around place: Int, _ sign: Sign) -> Range<Int>? {
    let start = startOfName(before: skip(backFrom: place, atMost: sign.spaces))
    let afterSign = place + sign.text.count
    let host = skip(from: afterSign, atMost: sign.spaces)
    var end = endOfDomain(from: host)
    let nameEnd = skip(backFrom: place, atMost: sign.spaces)
    if end == host, sign.isCertain {
      end = endOfWord(from: host)
      return start < nameEnd && end > host + 1 ? start..<endOfSpacedDomain(after: end) : nil
    }
    return start < nameEnd && end > afterSign + 3 ? start..<end : nil
  }

  private func endOfWord(from start: Int) -> Int {
    text[start...].firstIndex { !isAddressPart($0) } ?? text.count
  }

  /// Words of a domain after its first; addresses have fewer.
  private static let mostDomainWords = 4

  /// Where a domain name ends whose full stops are spaces: `cs quill ac example`; the place itself when it has one word.
  private func endOfSpacedDomain(after first: Int) -> Int {
    var end = first
    for _ in 0..<Self.mostDomainWords {
      guard end < text.count, text[end] == " ", case let next = endOfWord(from: end + 1),
        next > end + 1
      else { break }
      if endsPart(next), Self.isTopLevelDomain(text[end + 1..<next]) { return next }
      end = next
    }
    return first
  }

  /// Where a name begins that ends at a place, with its parts in braces or joined by `[dot]`.
  private func startOfName(before end: Int) -> Int {
    var start = end
    if start > 0, text[start - 1] == "}" { return text[..<start].lastIndex(of: "{") ?? start }
    while start > 0 {
      if isAddressPart(text[start - 1]) {
        start -= 1
        continue
      }
      let before = skip(backFrom: start, atMost: 1)
      guard
        let dot = Self.dots.first(where: { dot in
          let length = dot.count
          return before >= length && occurs(dot, at: before - length)
        })
      else { break }
      let next = skip(backFrom: before - dot.count, atMost: 1)
      guard next > 0, isAddressPart(text[next - 1]) else { break }
      start = next
    }
    return start
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
      let next = skip(from: end, atMost: 1)
      if let dot = Self.dots.first(where: { occurs($0, at: next) }) {
        hasDot = true
        end = skip(from: next + dot.count, atMost: 1)
      } else if occurs(Self.spacedDot, at: end), end + 5 < text.count, isAddressPart(text[end + 5])
      {
        hasDot = true
        end += 5
      } else {
        break
      }
    }
    return hasDot ? end : start
  }

  private func isAddressPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.isLetter || scalar.isDigit || scalar.isOne(of: "._%+-"))
  }

  /// `name AT host DOT edu`, `name AT host.edu`: words, so what follows has to be a domain name, and before a
  /// host with full stops AT has to be in capitals: “works at cs.example.edu” is prose.
  private func spelledAddresses() -> [Range<Int>] {
    places(of: Self.spacedAt).compactMap { place in
      let start = startOfName(before: place)
      let host = place + 4
      let end = endOfDomain(from: host)
      guard start < place, end > host, !isYear(start..<place) else { return nil }
      let words = text[host..<end]
      let isSpelled = Array(words).contains(" ")
      let isCapital =
        text.scalars[place + 1].isUpper && text.scalars[place + 2].isUpper
        && !text.scalars[place - 1].isUpper
      let last =
        words.split { $0 == " " || $0 == "." || $0 == ")" || $0 == "]" }.last ?? words[end..<end]
      guard isSpelled || isCapital, Self.isTopLevelDomain(last) else { return nil }
      return start..<end
    }
  }

  private func isYear(_ range: Range<Int>) -> Bool { text[range].allSatisfy(\.isDigit) }

  /// `name @ host.edu` as a part of its own, with a space on one side of the sign or on both; in “Intern @
  /// booking.example” the name begins with a capital.
  private func spacedAddresses() -> [Range<Int>] {
    places(of: Self.sign).compactMap { place in
      let (before, after) = (skip(backFrom: place, atMost: 1), skip(from: place + 1, atMost: 1))
      guard after - before > 1 else { return nil }
      let (start, end) = (startOfName(before: before), endOfDomain(from: after))
      guard start < before, end > after, beginsPart(start, isHan: false),
        !text.scalars[start].isUpper, endsPart(end), text[after..<end].contains("."),
        let last = text[after..<end].split(separator: ".").last,
        after - before > 2 || Self.isTopLevelDomain(last)
      else { return nil }
      return start..<end
    }
  }

  private static func isTopLevelDomain(_ word: some Collection<Unicode.Scalar>) -> Bool {
    let name = word.map { String($0) }.joined()
    return name.utf8.count == 2
      || [
        "com", "edu", "org", "net", "gov", "info", "example", "tech", "dev", "app", "xyz", "me",
      ].contains(name)
  }
}
