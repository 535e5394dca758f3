package import KGText

/// The sentences and lines of an entry of a list.
package enum EntryText {
  /// The segments of an entry without its badges (“[PDF]”, “[Code]”); see ``Sentences``.
  package static func segments(of span: Span) -> [Span] {
    Sentences.segments(of: span).filter { !isBadge($0) }
  }

  private static func isBadge(_ span: Span) -> Bool {
    // A fast filter: most segments begin with another word.
    if let start = span.range.first(where: { span.text.scalars[$0].isLetter }),
      Lexicon.shared.badges.match(in: span, at: start) == nil
    {
      return false
    }
    let pieces = span.split(at: "[]()/|,·")
    return pieces.allSatisfy { piece in
      Lexicon.shared.badges.matches(in: piece).contains { $0.range == piece.range }
    }
  }
}
