/// An encoding older than Unicode that a text may be in. It is only named: a wrong guess would put wrong
/// names into the graph.
enum LegacyEncoding: String, CaseIterable, Sendable {
  // In the order in which a message names them; the names are those that `iconv` takes.
  case gb18030 = "GB18030"
  case big5 = "BIG5"
  case shiftJIS = "SHIFT_JIS"
  case eucJP = "EUC-JP"
  case eucKR = "EUC-KR"
  case windows1252 = "WINDOWS-1252"

  /// The encodings that the bytes look like, the likeliest first; empty when none fits.
  static func candidates(for bytes: [UInt8]) -> [LegacyEncoding] {
    if hasFewSingleLetters(bytes) { return [.windows1252] }
    let shares = allCases.compactMap { encoding in
      encoding.commonShare(of: bytes).map { (encoding: encoding, share: $0) }
    }
    guard let best = shares.map(\.share).max(), best >= minimumShare else { return [] }
    // Kana and a whole text in one third of the table are decisive; other texts may fit two encodings.
    if let sure = shares.first(where: { $0.encoding.isDecisive(bytes) && $0.share >= minimumShare })
    {
      return [sure.encoding]
    }
    return shares.filter { $0.share >= minimumShare && $0.share >= best - 0.1 }
      .sorted { $0.share > $1.share }.map(\.encoding)
  }

  /// The least share of common characters among those of two bytes.
  private static let minimumShare = 0.8

  /// Whether bytes above ASCII are rare and mostly single, as accented letters in a text of Western Europe.
  private static func hasFewSingleLetters(_ bytes: [UInt8]) -> Bool {
    var (high, runs, singleRuns, letters, length) = (0, 0, 0, 0, 0)
    for byte in bytes + [0x20] {
      if byte >= 0x80 {
        high += 1
        length += 1
        continue
      }
      if length > 0 { runs += 1 }
      if length == 1 { singleRuns += 1 }
      length = 0
      if (0x61...0x7A).contains(byte | 0x20) { letters += 1 }
    }
    return runs > 0 && singleRuns * 10 >= runs * 7 && high * 4 <= letters
  }

  /// The share of common characters among those of two bytes; `nil` when the bytes are not valid in the
  /// encoding.
  private func commonShare(of bytes: [UInt8]) -> Double? {
    var count = 0
    var common = 0
    guard self != .windows1252,
      forEachPair(
        of: bytes,
        { first, second in
          count += 1
          if isCommon(first, second) { common += 1 }
        }), count > 0
    else { return nil }
    return Double(common) / Double(count)
  }

  /// Whether characters that only this encoding has in these places make up much of the text.
  private func isDecisive(_ bytes: [UInt8]) -> Bool {
    var count = 0
    var own = 0
    _ = forEachPair(of: bytes) { first, second in
      count += 1
      switch self {
      case .shiftJIS where first == 0x82 && second >= 0x9F || first == 0x83 && second <= 0x96:
        own += 1
      case .eucJP where first == 0xA4 || first == 0xA5: own += 1
      case .eucKR where (0xB0...0xC8).contains(first): own += 1
      default: break
      }
    }
    switch self {
    case .shiftJIS, .eucJP: return own * 100 >= count * 15
    case .eucKR: return count >= 20 && own * 100 >= count * 90
    default: return false
    }
  }

  /// Calls the body with each character of two bytes; returns whether all bytes are valid. A character
  /// that the end of the text cuts is not an error.
  private func forEachPair(of bytes: [UInt8], _ body: (UInt8, UInt8) -> Void) -> Bool {
    var place = 0
    while place < bytes.count {
      let first = bytes[place]
      if first < 0x80 || self == .shiftJIS && (0xA1...0xDF).contains(first) {
        place += 1
        continue
      }
      guard place + 1 < bytes.count else { return true }
      let second = bytes[place + 1]
      if self == .gb18030, (0x30...0x39).contains(second), (0x81...0xFE).contains(first) {
        place += 4
        continue
      }
      guard isPair(first, second) else { return false }
      body(first, second)
      place += 2
    }
    return true
  }

  private func isPair(_ first: UInt8, _ second: UInt8) -> Bool {
    let low = (0x40...0x7E).contains(second)
    switch self {
    case .gb18030: return (0x81...0xFE).contains(first) && (low || (0x80...0xFE).contains(second))
    case .big5: return (0xA1...0xF9).contains(first) && (low || (0xA1...0xFE).contains(second))
    case .shiftJIS:
      return ((0x81...0x9F).contains(first) || (0xE0...0xFC).contains(first))
        && (low || (0x80...0xFC).contains(second))
    case .eucJP:
      return first == 0x8E || (0xA1...0xFE).contains(first) && (0xA1...0xFE).contains(second)
    case .eucKR: return (0xA1...0xFE).contains(first) && (0xA1...0xFE).contains(second)
    case .windows1252: return false
    }
  }

  /// Whether a character belongs to the part of the table that holds the characters of everyday text, or
  /// to its punctuation.
  private func isCommon(_ first: UInt8, _ second: UInt8) -> Bool {
    switch self {
    case .gb18030:
      return second >= 0xA1 && ((0xB0...0xD7).contains(first) || (0xA1...0xA3).contains(first))
    case .big5: return (0xA1...0xC6).contains(first)
    case .shiftJIS: return (0x81...0x83).contains(first) || (0x88...0x97).contains(first)
    case .eucJP: return (0xA1...0xA5).contains(first) || (0xB0...0xCF).contains(first)
    case .eucKR: return (0xA1...0xA3).contains(first) || (0xB0...0xC8).contains(first)
    case .windows1252: return false
    }
  }
}
