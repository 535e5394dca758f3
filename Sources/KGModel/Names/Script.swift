extension Unicode.Scalar {
  /// Whether this is a Han character: a unified ideograph, one of the extensions, or a compatibility form.
  // Inlinable because other modules call it for every character of every document.
  @inlinable
  package var isHan: Bool {
    switch value {
    case ..<0x3007: false
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
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
