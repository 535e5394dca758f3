internal import KGModel
internal import KGText

/// Reads a list of names: separates them, and splits each into its parts (``BibTeXNameParts``).
///
/// Names are separated by `and`. Where there is no doubt, the signs that files have in its place
/// separate, too: `;`, `&`, and a comma between full names.
struct BibTeXNameReader {
  private(set) var list = BibTeXNameList()
  private let bytes: [UInt8]
  /// The interpreted value, with places in ``bytes``.
  private let local: SourceText
  /// The same with places in the source.
  private let text: SourceText
  private let hasSeparators: Bool

  init(_ value: BibTeXValueBytes, local: SourceText, text: SourceText) {
    bytes = value.bytes
    self.local = local
    self.text = text
    let tokens = BibTeXNameTokenizer.tokens(value.bytes, in: value.range)
    let groups = Self.groups(of: tokens)
    hasSeparators = groups.count > 1
    for group in groups { read(group) }
  }

  // MARK: Separating

  /// The tokens between separators.
  private static func groups(of tokens: [BibTeXNameToken]) -> [ArraySlice<BibTeXNameToken>] {
    tokens.split { $0.kind == .and || $0.kind == .separator }.flatMap(splitAtAmpersands)
  }

  /// “Ada Quill & Bo Foe” are two people, “Johnson & Johnson” is a firm.
  private static func splitAtAmpersands(
    _ group: ArraySlice<BibTeXNameToken>
  ) -> [ArraySlice<BibTeXNameToken>] {
    guard group.contains(where: { $0.kind == .ampersand }) else { return [group] }
    let parts = group.split { $0.kind == .ampersand }
    return parts.allSatisfy { $0.count > 1 } ? parts : [group]
  }

  private mutating func read(_ group: ArraySlice<BibTeXNameToken>) {
    var words = group[...]
    if let others = othersStart(words) {
      list.isComplete = false
      words = words[..<others]
    }
    words = withoutRemark(words)
    let endsInComma = words.last?.kind == .comma
    let parts = words.split { $0.kind == .comma }
    guard let first = parts.first, let last = parts.last else { return }
    let span = first.startIndex..<last.endIndex
    if let name = BibTeXExtendedName.read(parts, words[span], slice) {
      return list.names.append(name)
    }
    let names =
      parts.joined().allSatisfy { isCJK($0.range) }
      ? eastAsianNames(parts) : westernNames(parts, endsInComma: endsInComma)
    if names.isEmpty {
      list.isComplete = false
      list.unread.append(slice(words[span]))
    }
    for name in names { append(name) }
  }

  /// Where “others” or “et al.” begins; `nil` when the group does not end in it.
  private func othersStart(_ group: ArraySlice<BibTeXNameToken>) -> Int? {
    guard let last = group.last else { return nil }
    let word = folded(last)
    if ["others", "etal", "等", "…", "..."].contains(word) { return group.endIndex - 1 }
    guard ["al", "al."].contains(word), let before = group.dropLast().last, folded(before) == "et"
    else { return nil }
    return group.endIndex - 2
  }

  /// The words without a remark in parentheses at the end: “Ada Quill (equal contribution)”.
  private func withoutRemark(_ group: ArraySlice<BibTeXNameToken>) -> ArraySlice<BibTeXNameToken> {
    guard let last = group.last, bytes[last.range].last == UInt8(ascii: ")"),
      let start = group.lastIndex(where: { bytes[$0.range.lowerBound] == UInt8(ascii: "(") }),
      start > group.startIndex
    else { return group }
    return group[..<start]
  }

  private typealias Parts = [ArraySlice<BibTeXNameToken>]

  /// The parts of each name; empty when it is not clear what the commas mean.
  private func westernNames(_ parts: Parts, endsInComma: Bool) -> [Parts] {
    let areFull = parts.allSatisfy { $0.count > 1 }
    switch parts.count {
    case 1: return [parts]
    case 2:
      // “Last, First” may have two words each; a comma before `and` shows that commas separate.
      return endsInComma && areFull ? parts.map { [$0] } : [parts]
    case 3 where isSuffix(parts[1]) || isSuffix(parts[2]): return [parts]
    default:
      if areFull { return parts.map { [$0] } }
      guard parts.count.isMultiple(of: 2), parts.count >= 4 else { return [] }
      // “Last, First, Last, First”
      return stride(from: 0, to: parts.count, by: 2).map { Array(parts[$0...$0 + 1]) }
    }
  }

  /// The same for names in Han characters, kana or Hangul, which have no space, or one after the family
  /// name.
  private func eastAsianNames(_ parts: Parts) -> [Parts] {
    guard parts.count > 1 else {
      let words = parts[0]
      let areNames = words.count > 1 && words.allSatisfy { isWholeName($0) }
      return areNames ? words.indices.map { [words[$0...$0]] } : [parts]
    }
    if parts.count.isMultiple(of: 2),
      stride(from: 0, to: parts.count, by: 2).allSatisfy({ isFamilyName(parts[$0]) })
    {
      return stride(from: 0, to: parts.count, by: 2).map { Array(parts[$0...$0 + 1]) }
    }
    let areNames = parts.allSatisfy { $0.count == 1 && $0.allSatisfy(isWholeName) }
    return parts.count > 2 || areNames && !hasSeparators ? parts.map { [$0] } : [parts]
  }

  private func isFamilyName(_ part: ArraySlice<BibTeXNameToken>) -> Bool {
    guard part.count == 1, let word = part.first.map({ slice($0.range).string }) else {
      return false
    }
    return word.unicodeScalars.count == 1 || Surname.isCompound(word)
  }

  private func isWholeName(_ token: BibTeXNameToken) -> Bool {
    let word = slice(token.range).string
    return word.unicodeScalars.count > 1 && !Surname.isCompound(word) && Surname.begins(word)
  }

  private func isCJK(_ range: Range<Int>) -> Bool {
    // The first byte of such a character in UTF-8.
    guard bytes[range].contains(where: { $0 >= 0xE3 }) else { return false }
    let letters = slice(range).scalars.filter(\.isLetter)
    return !letters.isEmpty
      && letters.allSatisfy {
        $0.isHan || (0x3040...0x30FF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value)
      }
  }

  // MARK: Parts

  private static let suffixes = NameSuffix.all.union(["v", "filho", "neto"])

  private func isSuffix(_ part: ArraySlice<BibTeXNameToken>) -> Bool {
    guard part.count == 1, let token = part.first else { return false }
    return Self.suffixes.contains(folded(token).filter { $0 != "." })
  }

  private mutating func append(_ parts: Parts) {
    guard let first = parts.first?.first, let last = parts.last?.last else { return }
    var parts = parts
    var name = BibTeXName(span: slice(first.range.lowerBound..<last.range.upperBound))
    if let number = number(at: parts[0]) {
      name.number = slice(number.range)
      parts[0] = parts[0].dropLast()
    }
    // “Last, First, Jr” and “First Last, Jr” are written, too.
    if parts.count == 3, isSuffix(parts[2]), !isSuffix(parts[1]) { parts.swapAt(1, 2) }
    if parts.count == 2, isSuffix(parts[1]), parts[0].count > 1 {
      name.suffix = slice(parts[1])
      parts.removeLast()
    }
    let split = BibTeXNameParts(parts, bytes)
    name.given = split.given.isEmpty ? nil : slice(split.given)
    name.particle = split.particle.isEmpty ? nil : slice(split.particle)
    name.family = split.family.isEmpty ? nil : slice(split.family)
    name.suffix = name.suffix ?? (split.suffix.isEmpty ? nil : slice(split.suffix))
    list.names.append(name)
  }

  /// dblp's number at the end of a name: “Wei Wang 0001”.
  private func number(at part: ArraySlice<BibTeXNameToken>) -> BibTeXNameToken? {
    guard part.count > 1, let last = part.last, last.range.count == 4,
      bytes[last.range].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return last
  }

  // MARK: Text

  private func folded(_ token: BibTeXNameToken) -> String { slice(token.range).foldedString }

  private func slice(_ tokens: ArraySlice<BibTeXNameToken>) -> Span {
    guard let first = tokens.first, let last = tokens.last else { return text.whole.to(0) }
    return slice(first.range.lowerBound..<last.range.upperBound)
  }

  /// The characters that a range of ``bytes`` prints.
  private func slice(_ range: Range<Int>) -> Span {
    let indices = local.scalars.indices
    let lower = indices.partitioningIndex { local.byte(of: $0) >= range.lowerBound }
    let upper = indices.partitioningIndex { local.byte(of: $0) >= range.upperBound }
    return text.whole.between(lower, upper).trimmed
  }
}
