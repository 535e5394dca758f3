extension Unicode.Scalar {
  /// Whether this is a Han character: a unified ideograph, one of the extensions, or a compatibility form.
  // Public because other modules call it for every character of every document, and the compiler inlines only
  // public functions into them.
  @inlinable
  public var isHan: Bool {
    switch value {
    case ..<0x3007: false
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }

  /// Whether this is a character of Chinese, Japanese or Korean: Han, kana or Hangul. A word boundary is possible
  /// beside each.
  @inlinable
  public var isEastAsian: Bool {
    switch value {
    case ..<0x1100: false
    case 0x3005, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
    case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: true
    default: isHan
    }
  }
}

extension StringProtocol {
  /// Whether at least one character is Han.
  package var containsHan: Bool { unicodeScalars.contains(where: \.isHan) }

  /// Whether every character is Han or the dot of a transcribed name (迈克尔·乔丹), and at least one is Han.
  package var isHanName: Bool {
    !isEmpty && unicodeScalars.allSatisfy { $0.isHan || $0 == "·" } && containsHan
  }
}
