extension Unicode.Scalar {
  /// Whether the character changes what a terminal does: a control character, or one that changes the direction of
  /// the text (Unicode Standard Annex 9).
  package var controlsTerminal: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
