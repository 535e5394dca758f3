internal import KGLexicon
internal import KGModel
internal import KGText

/// The person whom a biography is about, as far as its sentences have named them.
struct ProseOwner {
  /// The words of the name, folded; empty before a sentence has named it.
  private(set) var words: Set<String> = []
  /// Whether the text says “I”.
  private(set) var isFirstPerson = false
  /// Whether the current sentence is the first of its paragraph.
  var isFirstSentence = false

  /// Whether a name can be that of the owner.
  func mayBe(_ name: Span) -> Bool {
    if words.isEmpty { return isFirstSentence && !isFirstPerson }
    return name.words.contains { words.contains($0.foldedString) }
  }

  /// Learns from the subjects of a sentence.
  mutating func learn(from sentence: ProseSentence) {
    for mark in sentence.marks {
      if case .name = mark.kind, words.isEmpty, isFirstSentence, !isFirstPerson {
        words = Set(mark.span.words.map(\.foldedString))
      }
      if mark.word == .owner, sentence.words.isWord(.firstPerson, mark.span) {
        isFirstPerson = true
      }
    }
  }
}
