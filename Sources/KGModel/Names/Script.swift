extension Unicode.Scalar {
  /// A character of the Han script (unified ideographs, their extensions and compatibility forms).
  // Asked of every character of every document, in other modules.
  @inlinable
  public var isHan: Bool {
    switch value {
    case ..<0x3007: false
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }
}

extension StringProtocol {
  public var containsHan: Bool { unicodeScalars.contains(where: \.isHan) }

  /// Whether every character is Han, or the dot within a transcribed name (迈克尔·乔丹).
  public var isHanName: Bool {
    !isEmpty && unicodeScalars.allSatisfy { $0.isHan || $0 == "·" } && containsHan
  }
}
