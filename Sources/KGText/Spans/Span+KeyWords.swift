internal import KGModel

// For filters: a word of a document is looked up by its hash, and nothing is written out.
extension Span {
  /// Visits the hashes of the words of the span's key (see `foldedKey`), each Han character as a word of its own,
  /// until the visitor returns `false`.
  ///
  /// - Returns: Whether the key has these words; `false` when only the whole text can be folded.
  package func eachKeyWord(_ visit: (UInt64) -> Bool) -> Bool {
    text.scalars.read { scalar in
      var word = CharacterHash()
      var isOpen = false
      for index in range {
        switch KeyCharacter(scalar(index)) {
        case .letter(let letter):
          if letter.isHan {
            if isOpen, !visit(word.value) { return true }
            word = CharacterHash()
            isOpen = false
            word.append(letter.value)
            if !visit(word.value) { return true }
            word = CharacterHash()
          } else {
            word.append(letter.value)
            isOpen = true
          }
        case .separator:
          if isOpen, !visit(word.value) { return true }
          word = CharacterHash()
          isOpen = false
        case .dropped: break
        case .complex: return false
        }
      }
      if isOpen { _ = visit(word.value) }
      return true
    }
  }

  /// The hashes of the words of the span's key; `nil` when only the whole text can be folded.
  ///
  /// - Parameter most: Where to stop.
  package func keyWordHashes(atMost most: Int) -> [UInt64]? {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(min(most, Self.usualParts))
    let isSimple = eachKeyWord { hash in
      hashes.append(hash)
      return hashes.count < most
    }
    return isSimple ? hashes : nil
  }
}
